import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { afterEach, describe, expect, it } from "vitest";
import { loadCorpus } from "../../../extension/corpus/corpus.ts";
import { openDatabase, type SeenTender } from "../../../extension/corpus/database.ts";
import { PackedRows, packRows } from "../../../extension/corpus/packed-rows.ts";
import {
  type AlertCounts,
  alertOnce,
  countUnshown,
  markShown,
} from "../../../extension/personal/alert.ts";
import { keepNews } from "../../../extension/personal/keep-news.ts";
import { editSearches } from "../../../extension/personal/saved-searches.ts";
import { runWatch } from "../../../extension/personal/watch.ts";
import type { TenderRow } from "../../../shared/feed/tender-row.ts";
import { standardSynonyms } from "../../../shared/search/standard-synonyms.ts";
import { makeRow } from "../../browser/support/changing-feed.ts";
import { wholeRecord } from "../mapping/make-record.ts";

const start = Date.parse("2026-03-10T12:00:00Z");
const at = (day: number): string => new Date(start + day * 86_400_000).toISOString();
const toner = (id: string, fields: Partial<TenderRow> = {}): TenderRow =>
  makeRow(id, { title: "TÓNER", status: "active", ...fields });

let database = openDatabase();
afterEach(async () => {
  database.close();
  await Dexie.delete("compras-abiertas");
  database = openDatabase();
});

/** A feed takes the place of the one before, as a refresh has it. */
async function refresh(rows: readonly TenderRow[], day: number): Promise<void> {
  await database.transaction("rw", database.tables, async () => {
    const before = await database.tenderChunks.toArray();
    const known = before.length === 0 ? undefined : [...new PackedRows(before)];
    await keepNews(database, known, rows, at(day));
    await database.tenderChunks.clear();
    await database.tenderChunks.bulkAdd(packRows(rows));
  });
}

const watchOn = async (day: number) =>
  runWatch(database, await loadCorpus(database), standardSynonyms, Date.parse(at(day)));

async function alertsOn(day: number): Promise<AlertCounts[]> {
  const alerts: AlertCounts[] = [];
  await alertOnce(database, await watchOn(day), async (counts) => void alerts.push(counts));
  return alerts;
}

const first = [
  toner("1", { opensAt: at(30) }),
  toner("2", { opensAt: at(9) }),
  makeRow("3", { title: "PAPEL" }),
];
const tenDaysLater = [
  toner("4"),
  toner("1", { opensAt: at(31) }),
  toner("2", { opensAt: at(14) }),
  makeRow("3", { title: "PAPEL BOND" }),
];

describe("telling what is new", () => {
  it("comes to one notification after ten days asleep, and to none while nothing is new", async () => {
    await refresh(first, 0);
    await editSearches(database, { do: "add", name: "Tóner", filter: "texto=toner" });
    expect(await alertsOn(0)).toEqual([]);
    await refresh(tenDaysLater, 10);
    expect(await alertsOn(10)).toEqual([{ closing: 1, new: 1, changed: 1, awarded: 0 }]);
    expect(await alertsOn(10)).toEqual([]);
    await refresh(tenDaysLater, 11);
    expect(await alertsOn(11)).toEqual([]);
  });

  it("is made up for by the next start where the worker was ended before it could tell", async () => {
    await refresh(first, 0);
    await editSearches(database, { do: "add", name: "Tóner", filter: "texto=toner" });
    await refresh(tenDaysLater, 10);
    const ended = alertOnce(database, await watchOn(10), () => Promise.reject(new Error("ended")));
    await expect(ended).rejects.toThrow("ended");
    database.close();
    database = openDatabase();
    expect(await alertsOn(10)).toEqual([{ closing: 1, new: 1, changed: 1, awarded: 0 }]);
  });

  it("leaves out what was shown, but for what came while it was read", async () => {
    await refresh(first, 0);
    await editSearches(database, { do: "add", name: "Tóner", filter: "texto=toner" });
    await refresh(tenDaysLater, 10);
    const upTo = Date.parse(at(10));
    await refresh([toner("5"), ...tenDaysLater], 11);
    const isShown = ({ stamp = 0 }) => stamp <= upTo;
    await markShown(database, await watchOn(11), isShown);
    expect(await countUnshown(database, await watchOn(11))).toBe(1);
    expect(await alertsOn(11)).toEqual([{ closing: 0, new: 1, changed: 0, awarded: 0 }]);
  });

  it("does not take a cut feed for news when the whole one is back", async () => {
    await refresh(first, 0);
    await editSearches(database, { do: "add", name: "Todo", filter: "estado=undated&estado=open" });
    await refresh(first.slice(0, 1), 1);
    await refresh(first, 2);
    expect(await alertsOn(1)).toEqual([]);
  });

  it("says what changed of a procedure that is followed while a feed had left it out", async () => {
    await refresh(first, 0);
    const [one] = first;
    await database.follows.put({
      id: "1",
      isFavourite: true,
      note: "",
      changedAt: 1,
      ...(one && { row: one }),
    });
    await refresh(first.slice(1), 1);
    await refresh([toner("1", { opensAt: at(3) }), ...first.slice(1)], 2);
    const { digest } = await watchOn(2);
    const [item] = digest.closing;
    expect(item?.changes).toMatchObject([{ field: "opening", before: at(30), after: at(3) }]);
  });
});

describe("what the user saw on the portal before a feed has it", () => {
  const see = (source: SeenTender["source"]) =>
    database.seenTenders.put({ id: "9", source, record: { ...wholeRecord, id: "9" } });

  it("is news where it stood in a list among others, for that list may have been read by nobody", async () => {
    await refresh(first, 0);
    await see("listado");
    await refresh([toner("9"), ...first], 1);
    expect(await database.news.toCollection().primaryKeys()).toEqual(["9"]);
  });

  it("is no news where its own page was opened, or where it is followed", async () => {
    await refresh(first, 0);
    await see("procedimiento");
    await database.follows.put({ id: "8", isFavourite: true, note: "", changedAt: 1 });
    await refresh([toner("9"), toner("8"), ...first], 1);
    expect(await database.news.count()).toBe(0);
  });
});
