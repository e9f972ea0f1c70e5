import { describe, expect, it } from "vitest";
import type { ListEntry } from "../../../scraper/crawl/list-entry.ts";
import { planReading } from "../../../scraper/crawl/plan-reading.ts";
import {
  type ReadingReason,
  reasonToRead,
  usualRules,
} from "../../../scraper/crawl/reading-rules.ts";
import type { PageState } from "../../../scraper/store/page-states.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { procedureUrl } from "../../../shared/portal/read-record.ts";

const now = new Date("2026-11-20T12:00:00-06:00");
const hour = 60 * 60 * 1000;
const day = 24 * hour;
const ago = (ms: number) => new Date(now.getTime() - ms).toISOString();
const context = { now, rules: usualRules, reader: "r" };

/** A page that was read an hour ago, and of which nothing speaks for reading it again. */
const quiet: PageState = {
  id: "1",
  rowHash: "h",
  reader: "r",
  documentsLeft: 0,
  readAt: ago(hour),
  events: [],
  documentKinds: [],
};

describe("a page is read", () => {
  it.each<[string, Partial<PageState>, ReadingReason | undefined]>([
    ["not where nothing speaks for it", {}, undefined],
    ["where it failed before, though it is known", { failed: "skipped" }, "retry"],
    ["where its release was set aside", { failed: "setAside" }, "retry"],
    ["where the list says something else", { rowHash: "other" }, "listChanged"],
    ["where another reader has read it", { reader: "q" }, "reader"],
    ["not in every run while its event is days away", { events: [ago(-2.9 * day)] }, undefined],
    [
      "once a day from three days before an event",
      { events: [ago(-2.9 * day)], readAt: ago(21 * hour) },
      "nearDate",
    ],
    [
      "not daily when it is further away",
      { events: [ago(-3.1 * day)], readAt: ago(21 * hour) },
      undefined,
    ],
    [
      "every few hours from a day before an event",
      { events: [ago(-0.9 * day)], readAt: ago(4 * hour) },
      "nearDate",
    ],
    [
      "not again after an hour, not even then",
      { events: [ago(-0.1 * day)], readAt: ago(hour) },
      undefined,
    ],
    [
      "every few hours up to a day after it, by whichever event it is",
      { events: [ago(20 * day), ago(0.9 * day)], readAt: ago(4 * hour) },
      "nearDate",
    ],
    [
      "daily while the result is waited for",
      { events: [ago(20 * day)], status: "enProceso", readAt: ago(21 * hour) },
      "awaited",
    ],
    [
      "not daily once the status tells it",
      { events: [ago(20 * day)], status: "desierto", readAt: ago(21 * hour) },
      undefined,
    ],
    [
      "not daily once the record of the fallo is there",
      { events: [ago(20 * day)], documentKinds: ["bases", "fallo"], readAt: ago(21 * hour) },
      undefined,
    ],
    [
      "not daily for ever",
      { events: [ago(31 * day)], status: "vigente", readAt: ago(21 * hour) },
      undefined,
    ],
    [
      "not daily while a later event is to come",
      { events: [ago(20 * day), ago(-9 * day)], readAt: ago(21 * hour) },
      undefined,
    ],
    ["after thirty days at the latest", { readAt: ago(30 * day) }, "stale"],
  ])("%s", (_what, change, reason) => {
    expect(reasonToRead({ ...quiet, ...change }, "h", context)).toBe(reason);
  });

  it("where it was never read or is not known, and where it leaves the list or comes back", () => {
    const { readAt: _, ...unread } = quiet;
    expect(reasonToRead(undefined, "h", context)).toBe("new");
    expect(reasonToRead(unread, "h", context)).toBe("new");
    expect(reasonToRead(quiet, undefined, context)).toBe("vanished");
    const { rowHash: __, ...unlisted } = quiet;
    expect(reasonToRead(unlisted, undefined, context)).toBeUndefined();
    expect(reasonToRead(unlisted, "h", context)).toBe("listChanged");
  });

  it("in its own turn of thirty days, so that a full crawl is not followed by another", () => {
    const pages = Array.from({ length: 1000 }, (_, index) => ({ ...quiet, id: `${index}` }));
    const readAt = new Map(pages.map(({ id }) => [id, now.getTime()]));
    const perDay = Array.from({ length: 30 }, (_, index) => {
      const at = new Date(now.getTime() + (index + 1) * day);
      const due = pages.filter((page) => {
        const state = { ...page, readAt: new Date(readAt.get(page.id) ?? 0).toISOString() };
        return reasonToRead(state, "h", { ...context, now: at }) === "stale";
      });
      for (const { id } of due) readAt.set(id, at.getTime());
      return due.length;
    });
    expect(perDay.reduce((sum, count) => sum + count)).toBe(1000);
    expect(Math.max(...perDay)).toBeLessThan(60);
    expect(Math.min(...perDay)).toBeGreaterThan(10);
  });
});

describe("the plan of a run", () => {
  const entryOf = (id: string): ListEntry => ({
    procedimiento: {
      id,
      url: procedureUrl(durango, id),
      anexos: [],
      original: {},
      desconocidos: [],
      problemas: [],
    },
    rowHash: "h",
    listedAt: now,
  });
  const ids = Array.from({ length: 50 }, (_, index) => String(index + 1));
  const plan = (states: PageState[], change = {}) =>
    planReading(ids.map(entryOf), states, {
      ...context,
      profile: durango,
      isFull: false,
      alreadyRead: new Set(),
      seed: "2026-11-20T12:00:00-06:00",
      maxDocuments: 100,
      isListWhole: true,
      ...change,
    });
  const reasonsOf = (pages: { procedimiento: { id: string }; reason: string }[]) =>
    pages.map(({ procedimiento: { id }, reason }) => `${id} ${reason}`);
  const known = ids.map((id): PageState => ({ ...quiet, id }));

  it("looks at five of those that nothing speaks for, at others in every run", () => {
    const first = plan(known);
    expect(first.chosen.map(({ reason }) => reason)).toEqual(Array(5).fill("sample"));
    expect(first.rest).toHaveLength(45);
    expect(reasonsOf(plan(known).chosen)).toEqual(reasonsOf(first.chosen));
    expect(reasonsOf(plan(known, { seed: "2026-11-20T18:00:00-06:00" }).chosen)).not.toEqual(
      reasonsOf(first.chosen),
    );
  });

  it("keeps the order of the list, and reads all where it is full", () => {
    const states = known.map((state) => (state.id === "7" ? { ...state, rowHash: "o" } : state));
    const { chosen, rest } = plan(states, { isFull: true });
    expect(reasonsOf(chosen)).toEqual(
      ids.map((id) => (id === "7" ? "7 listChanged" : `${id} full`)),
    );
    expect(rest).toEqual([]);
  });

  it("leaves out what an interrupted run had read, unless the list says something else by now", () => {
    const states = known.map((state) => (state.id === "7" ? { ...state, rowHash: "o" } : state));
    const alreadyRead = new Set(ids.slice(0, 48));
    const { chosen, resumed } = plan(states, { isFull: true, alreadyRead });
    expect(reasonsOf(chosen)).toEqual(["7 listChanged", "49 full", "50 full"]);
    expect(resumed).toBe(47);
  });

  it("asks for pages whose attachments are left, last, and only for as many as may be read", () => {
    const states = known.map((state) => ({ ...state, documentsLeft: 40 }));
    const { chosen } = plan(states);
    expect(reasonsOf(chosen).slice(5)).toEqual([
      "1 documentsLeft",
      "2 documentsLeft",
      "3 documentsLeft",
    ]);
    expect(plan(states, { maxDocuments: 0 }).chosen).toHaveLength(5);
  });

  it("asks for what the list does not show any more, once and then in its turn", () => {
    const { rowHash: _, ...unlisted } = quiet;
    const states = [
      ...known,
      { ...quiet, id: "112" },
      { ...unlisted, id: "99" },
      { ...unlisted, id: "98", readAt: ago(30 * day) },
    ];
    expect(reasonsOf(plan(states).unlisted)).toEqual(["98 stale", "112 vanished"]);
    expect(plan(states, { isListWhole: false }).unlisted).toEqual([]);
  });
});
