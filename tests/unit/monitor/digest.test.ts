import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TenderRow } from "../../../shared/feed/tender-row.ts";
import {
  type Digest,
  digestSections,
  itemsOf,
  makeDigest,
  type Watched,
} from "../../../shared/monitor/digest.ts";
import { gatherNews, type News } from "../../../shared/monitor/news.ts";
import { listUntold, type Told, tell } from "../../../shared/monitor/told.ts";
import { feedRows } from "./arbitrary.ts";

const now = Date.parse("2026-03-17T09:00:00-06:00");
const dayMs = 86_400_000;
const makeRow = (id: string, fields: Partial<TenderRow> = {}): TenderRow => ({
  id,
  ocid: `ocds-000000-${id}`,
  url: `https://example.org/${id}`,
  ...fields,
});
const watch = (rows: readonly TenderRow[]): Watched[] =>
  rows.map((row) => ({ row, searches: ["Tóner"] }));
const newsMap = (news: readonly News[]) => new Map(news.map((one) => [one.id, one]));
const ids = (digest: Digest) =>
  Object.fromEntries(digestSections.map((name) => [name, digest[name].map(({ row }) => row.id)]));

describe("the digest", () => {
  it("puts each procedure into one section: what closes soon, what is new, what changed, what has a result", () => {
    const soon = "2026-03-20T11:30:00-06:00";
    const rows = [
      makeRow("closes", { opensAt: soon }),
      makeRow("closes-first", { opensAt: "2026-03-18T11:30:00-06:00" }),
      makeRow("closes-and-new", { opensAt: soon }),
      makeRow("closes-but-cancelled", { opensAt: soon, status: "cancelled" }),
      makeRow("later", { opensAt: "2026-03-25T11:30:00-06:00" }),
      makeRow("new"),
      makeRow("new-and-awarded", { status: "complete" }),
      makeRow("changed", { title: "B" }),
      makeRow("void", { status: "unsuccessful" }),
      makeRow("gone", { status: "withdrawn" }),
    ];
    const news: News[] = [
      { id: "closes-and-new", stamp: 3 },
      { id: "new", stamp: 3 },
      { id: "new-and-awarded", stamp: 3 },
      { id: "changed", stamp: 4, before: makeRow("changed", { title: "A" }) },
      { id: "void", stamp: 3, before: makeRow("void", { status: "active" }) },
      { id: "gone", stamp: 3, before: makeRow("gone") },
      { id: "not-watched", stamp: 3 },
    ];
    expect(ids(makeDigest(watch(rows), newsMap(news), now))).toEqual({
      closing: ["closes-first", "closes", "closes-and-new"],
      new: ["new"],
      changed: ["changed", "gone"],
      awarded: ["new-and-awarded", "void"],
    });
  });

  it("holds every procedure that has news or closes soon just once, and no other", () => {
    fc.assert(
      fc.property(feedRows, feedRows, (before, after) => {
        const circumstances = { news: [], known: new Set<string>(), followed: new Set<string>() };
        const { put } = gatherNews(before, after, { ...circumstances, stamp: 1 });
        const digest = makeDigest(watch(after), newsMap(put), now);
        const told = itemsOf(digest).map(({ row }) => row.id);
        expect(new Set(told).size).toBe(told.length);
        const withNews = put.map(({ id }) => id);
        const closing = new Set(digest.closing.map(({ row }) => row.id));
        expect(new Set(told)).toEqual(new Set([...withNews, ...closing]));
      }),
    );
  });

  it("is told whole, however much it is: only what was told of others is forgotten, the oldest first", () => {
    const make = (from: number, to: number, stamp: number) =>
      makeDigest(
        watch(Array.from({ length: to - from }, (_, index) => makeRow(String(from + index)))),
        newsMap(
          Array.from({ length: to - from }, (_, index) => ({ id: String(from + index), stamp })),
        ),
        now,
      );
    const many = make(0, 12_000, 1);
    const told = tell(many, new Map());
    expect(listUntold(many, told)).toEqual([]);
    const few = tell(make(12_000, 12_003, 2), told);
    expect([few.size, few.has("2002"), few.has("2003"), few.has("12002")]).toEqual([
      10_000,
      false,
      true,
      true,
    ]);
  });

  it("that is told in parts is told whole in the end, however much it is", () => {
    const rows = Array.from({ length: 12_000 }, (_, index) => makeRow(String(index)));
    const news = rows.map(({ id }) => ({ id, stamp: Number(id) < 6000 ? 1 : 2 }));
    const digest = makeDigest(watch(rows), newsMap(news), now);
    const early = tell(digest, new Map(), ({ stamp }) => stamp === 1);
    expect(listUntold(digest, early)).toHaveLength(6000);
    expect(
      listUntold(
        digest,
        tell(digest, early, ({ stamp }) => stamp === 2),
      ),
    ).toEqual([]);
  });

  it("tells of everything once over ten days of which most were slept through, and loses nothing", () => {
    fc.assert(
      fc.property(
        fc.array(feedRows, { minLength: 2, maxLength: 11 }),
        fc.array(fc.boolean(), { minLength: 11, maxLength: 11 }),
        (feeds, isAwake) => {
          let before: readonly TenderRow[] = feeds[0] ?? [];
          let news = new Map<string, News>();
          let told = new Map<string, Told>();
          const known = new Set(before.map(({ id }) => id));
          /** News by its stamp, never told twice; and that it closes on a day, not told twice in a row. */
          const newsTold = new Set<string>();
          const closingTold = new Map<string, string | undefined>();
          const last = feeds.length - 1;
          for (const [day, after] of feeds.entries()) {
            if (day === 0 || !(isAwake[day] || day === last)) continue;
            const circumstances = { news: [...news.values()], followed: new Set<string>() };
            const update = gatherNews(before, after, { ...circumstances, known, stamp: day });
            for (const one of update.put) news.set(one.id, one);
            for (const id of update.remove) news.delete(id);
            news = new Map(news);
            for (const { id } of after) known.add(id);
            const digest = makeDigest(watch(after), news, now + day * dayMs);
            for (const item of listUntold(digest, told)) {
              const { row, stamp } = item;
              const isNews = stamp !== undefined && !newsTold.has(`${row.id} ${stamp}`);
              const closes = digest.closing.includes(item) ? row.opensAt : undefined;
              const isClosing = closes !== undefined && closes !== closingTold.get(row.id);
              expect(isNews || isClosing).toBe(true);
              if (stamp !== undefined) newsTold.add(`${row.id} ${stamp}`);
              if (closes !== undefined) closingTold.set(row.id, closes);
            }
            told = tell(digest, told);
            expect(listUntold(digest, told)).toEqual([]);
            before = after;
          }
          const shown = new Set(before.map(({ id }) => id));
          for (const { id, stamp } of news.values()) {
            if (shown.has(id)) expect(told.get(id)?.stamp).toBe(stamp);
          }
        },
      ),
    );
  });
});
