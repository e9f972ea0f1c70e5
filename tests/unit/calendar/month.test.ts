import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countMonth, type DayCount, listDay } from "../../../shared/calendar/event-days.ts";
import { addMonths, weeksOf } from "../../../shared/calendar/month-days.ts";
import type { TenderRow } from "../../../shared/feed/tender-row.ts";
import holidays from "../../../shared/monitor/mexican-holidays.json";
import { restOn } from "../../../shared/monitor/rest-days.ts";
import { emptyFilter } from "../../../shared/search/filter.ts";
import { search } from "../../../shared/search/search.ts";
import { buildSearchIndex } from "../../../shared/search/search-index.ts";
import { formatInstant } from "../../../shared/values/dates.ts";

const nowMs = Date.parse("2026-03-15T12:00:00-06:00");

/** Instants around the ends of months, many of them on another day in UTC than in Durango. */
const instants = fc
  .integer({ min: Date.parse("2026-01-25T00:00:00Z"), max: Date.parse("2026-04-07T00:00:00Z") })
  .map((ms) => formatInstant(new Date(ms - (ms % 1_800_000)), "America/Monterrey"));
const maybe = (value: fc.Arbitrary<string>) => fc.option(value, { nil: undefined });
const tenders = fc
  .array(
    fc.record({
      clarificationAt: maybe(instants),
      opensAt: maybe(instants),
      awardAt: maybe(instants),
      status: fc.constantFrom("active", "cancelled", "unsuccessful", undefined),
      withdrawnAt: fc.constantFrom(undefined, undefined, "2026-03-01T12:00:00-06:00"),
      buyerId: fc.constantFrom("A", "B"),
    }),
    { maxLength: 60 },
  )
  .map((rows) =>
    rows.map((row, number) => {
      const named = { id: String(number), ocid: `ocds-x-${number}`, url: "https://example.org/" };
      // A row without a date has no key for it.
      return JSON.parse(JSON.stringify({ ...named, ...row })) as TenderRow;
    }),
  );

/** By looking at every day of the month and every row. */
function countByHand(rows: readonly TenderRow[], month: string): DayCount[] {
  return weeksOf(month)
    .flat()
    .flatMap((day) => {
      if (day === undefined) return [];
      const isOn = (instant: string | undefined) => instant?.startsWith(day) ?? false;
      const isOff = ({ status, withdrawnAt }: TenderRow) =>
        status === "cancelled" || withdrawnAt !== undefined;
      const kept = rows.filter((row) => !isOff(row));
      const events = (row: TenderRow) => [row.clarificationAt, row.opensAt, row.awardAt];
      const off = rows.filter(isOff).flatMap(events).filter(isOn).length;
      const counts = {
        "junta-aclaraciones": kept.filter((row) => isOn(row.clarificationAt)).length,
        apertura: kept.filter((row) => isOn(row.opensAt)).length,
        fallo: kept.filter((row) => isOn(row.awardAt)).length,
      };
      return off + counts["junta-aclaraciones"] + counts.apertura + counts.fallo === 0
        ? []
        : [{ day, counts, off }];
    });
}

describe("a month of what a filter finds", () => {
  it("counts what one would count by hand, in Durango's days and not in those of UTC", () => {
    fc.assert(
      fc.property(tenders, fc.constantFrom("2026-01", "2026-02", "2026-03"), (rows, month) => {
        const index = buildSearchIndex(rows);
        for (const buyers of [[], ["A"]]) {
          const { matches } = search(index, { ...emptyFilter, buyers }, nowMs);
          const found = rows.filter(({ buyerId = "" }) => buyers.length === 0 || buyerId === "A");
          const days = countMonth(index, matches, month);
          expect(days).toEqual(countByHand(found, month));
          for (const { day, counts, off } of days) {
            const listed = listDay(index, matches, day);
            const events = listed.flatMap((procedure) => procedure.events);
            expect(events).toHaveLength(
              counts["junta-aclaraciones"] + counts.apertura + counts.fallo + off,
            );
            const starts = listed.map((procedure) => procedure.events[0]?.startsAt ?? "");
            expect(starts).toEqual([...starts].sort());
          }
        }
      }),
    );
  });
});

describe("the weeks of a month", () => {
  it.each([
    ["2026-03", "2026-03-01", 6, 31, 6],
    ["2026-02", "2026-02-01", 6, 28, 5],
    ["2027-02", "2027-02-01", 0, 28, 4],
    ["2028-02", "2028-02-01", 1, 29, 5],
    ["2026-12", "2026-12-01", 1, 31, 5],
  ])("of %s begin on Monday", (month, first, place, length, weeks) => {
    const found = weeksOf(month);
    expect(found.flat().indexOf(first)).toBe(place);
    expect(found.flat().filter((day) => day !== undefined)).toHaveLength(length);
    expect(found).toHaveLength(weeks);
    expect(found.every((week) => week.length === 7)).toBe(true);
  });

  it("lie one after another", () => {
    expect([addMonths("2026-12", 1), addMonths("2026-01", -1), addMonths("2026-03", 12)]).toEqual([
      "2027-01",
      "2025-12",
      "2027-03",
    ]);
  });
});

describe("days that are no business days", () => {
  it("are named, and every holiday that is known has a name", () => {
    expect(["2026-11-16", "2026-11-17", "2026-11-21", "2026-05-01"].map(restOn)).toEqual([
      "revolution",
      undefined,
      "weekend",
      "labour",
    ]);
    const days = Object.entries(holidays).flatMap(([year, all]) =>
      all.map((day) => `${year}-${day}`),
    );
    const names = days.map(restOn);
    expect(names).not.toContain(undefined);
    expect(names).not.toContain("weekend");
  });
});
