import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TenderRow } from "../../../shared/feed/tender-row.ts";
import {
  gatherNews,
  listNews,
  type News,
  newsLimit,
  nextStamp,
} from "../../../shared/monitor/news.ts";
import { listRowChanges } from "../../../shared/monitor/row-changes.ts";
import { feedRows } from "./arbitrary.ts";

const none: ReadonlySet<string> = new Set();
const makeRow = (id: string, fields: Partial<TenderRow> = {}): TenderRow => ({
  id,
  ocid: `ocds-000000-${id}`,
  url: `https://example.org/${id}`,
  ...fields,
});

/** The news after each of some feeds, one after another, that took the place of the first. */
function follow(first: readonly TenderRow[], later: readonly (readonly TenderRow[])[]): News[] {
  let before = first;
  let news: News[] = [];
  for (const [position, after] of later.entries()) {
    const circumstances = { news, known: none, followed: none, stamp: position + 1 };
    const { put, remove } = gatherNews(before, after, circumstances);
    const gone = new Set([...remove, ...put.map(({ id }) => id)]);
    news = [...news.filter(({ id }) => !gone.has(id)), ...put];
    before = after;
  }
  return news;
}

describe("the news of a feed", () => {
  it("is what an unbroken watch would see, however many feeds were missed in between", () => {
    const sameIds = fc
      .uniqueArray(fc.constantFrom("1", "2", "3", "4", "5"), { minLength: 1 })
      .chain((ids) =>
        fc.array(
          fc.tuple(...ids.map((id) => feedRows.map((rows) => ({ ...rows[0], ...makeRow(id) })))),
          { minLength: 2, maxLength: 6 },
        ),
      );
    fc.assert(
      fc.property(sameIds, (feeds) => {
        const [first = [], ...later] = feeds;
        const last = later.at(-1) ?? [];
        const byOne = follow(first, later);
        const byLeap = follow(first, [last]);
        const tell = (news: readonly News[]) =>
          Object.fromEntries(
            news.flatMap((one) => {
              const row = last.find(({ id }) => id === one.id);
              return row ? [[one.id, listNews(one, row)]] : [];
            }),
          );
        expect(tell(byOne)).toEqual(tell(byLeap));
        expect(tell(byOne)).toEqual(
          Object.fromEntries(
            last.flatMap((row) => {
              const changes = listRowChanges(
                first.find(({ id }) => id === row.id),
                row,
              );
              return changes.length > 0 ? [[row.id, changes]] : [];
            }),
          ),
        );
      }),
    );
  });

  it("keeps a procedure new that changed before anyone looked", () => {
    const [one, ...rest] = follow(
      [],
      [[makeRow("1", { title: "A" })], [makeRow("1", { title: "B" })]],
    );
    expect([one, ...rest]).toEqual([{ id: "1", stamp: 2 }]);
  });

  it("says nothing of procedures that a feed leaves out, nor of those that the user knows from a page", () => {
    const circumstances = { news: [], known: new Set(["2"]), followed: none, stamp: 1 };
    expect(gatherNews([makeRow("1")], [makeRow("2")], circumstances)).toEqual({
      put: [],
      remove: [],
    });
  });

  it("is bounded: what is followed stays, and then what is latest", () => {
    const old: News[] = [
      { id: "old-followed", stamp: 1 },
      { id: "old", stamp: 1 },
    ];
    const after = Array.from({ length: newsLimit + 10 }, (_, n) => makeRow(`n${n}`));
    const { put, remove } = gatherNews([], after, {
      news: old,
      known: none,
      followed: new Set(["old-followed", `n${newsLimit + 9}`]),
      stamp: 2,
    });
    expect(put).toHaveLength(newsLimit - 1);
    expect(put.map(({ id }) => id)).toContain(`n${newsLimit + 9}`);
    expect(put.map(({ id }) => id)).not.toContain(`n${newsLimit + 8}`);
    expect(remove).toEqual(["old"]);
  });

  it("gets a later stamp each time, though the feed's clock goes back", () => {
    const first = nextStamp(0, "2026-03-18T11:30:00-06:00");
    const second = nextStamp(first, "2026-03-10T11:30:00-06:00");
    expect(first).toBe(Date.parse("2026-03-18T11:30:00-06:00"));
    expect(second).toBe(first + 1);
  });
});
