import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventsOfRow } from "../../../shared/calendar/events-of-row.ts";
import type { ToldEvent } from "../../../shared/calendar/events-of-states.ts";
import { TenderRow } from "../../../shared/feed/tender-row.ts";
import { procedimientos } from "../mapping/arbitrary.ts";
import { wholeRecord } from "../mapping/make-record.ts";
import { makeHistory, tellStore } from "../publish/try-format.ts";

/** An event without what only the releases know. */
const asRowTells = ({ announcedAt: _, changedAt: _at, ...event }: ToldEvent) => event;

describe("the events of a row", () => {
  it("are those of the feed's calendars, whatever became of the procedure since", () => {
    const { store, read, withdraw } = makeHistory();
    const told = fc.sample(
      fc.record({
        record: procedimientos,
        id: fc.integer({ min: 1, max: 12 }).map(String),
        isGone: fc.integer({ min: 0, max: 5 }).map((number) => number === 0),
      }),
      90,
    );
    for (const [index, { record, id, isGone }] of told.entries()) {
      const day = 2 + Math.floor(index / 4);
      read(day, { ...record, id });
      if (isGone) withdraw(day + 1, id);
    }
    const { processes } = tellStore(store);
    for (const { events, row } of processes) {
      expect(eventsOfRow(TenderRow.parse(row))).toEqual(events.map(asRowTells));
    }
    const changed = processes.flatMap(({ row }) => row.changedDates ?? []);
    expect(changed.some(({ lastAt }) => lastAt !== undefined)).toBe(true);
    expect(Math.max(...changed.map(({ sequence }) => sequence))).toBeGreaterThan(3);
    expect(processes.some(({ row }) => row.withdrawnAt !== undefined)).toBe(true);
  });

  it("say nothing of changes where there were none: most rows stay as small as they are", () => {
    const { store, read } = makeHistory();
    read(2, wholeRecord);
    read(3, { ...wholeRecord, anexos: [] });
    const [process] = tellStore(store).processes;
    expect(process?.row).not.toHaveProperty("changedDates");
  });
});
