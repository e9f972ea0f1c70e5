import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { afterEach, expect, it } from "vitest";
import { openDatabase, type SeenTender } from "../../../extension/corpus/database.ts";
import { keepNewsOfPages } from "../../../extension/personal/keep-news-of-pages.ts";
import { wholeRecord } from "../mapping/make-record.ts";

const database = openDatabase();
afterEach(async () => {
  database.close();
  await Dexie.delete("compras-abiertas");
});

it("tells without any feed what changed on a page since it was open before", async () => {
  const { id } = wholeRecord;
  const before: SeenTender = { id, source: "procedimiento", record: wholeRecord };
  const moved = { ...wholeRecord, fechaFallo: "2026-03-27T13:00:00-06:00" };
  const keep = (record: SeenTender["record"]) =>
    database.transaction("rw", [database.news, database.memory], async () =>
      keepNewsOfPages(database, [{ before, after: { ...before, record } }]),
    );
  await keep(wholeRecord);
  expect(await database.news.toArray()).toEqual([]);
  await keep(moved);
  const [news] = await database.news.toArray();
  expect(news?.before?.awardAt).toBe(wholeRecord.fechaFallo);
});
