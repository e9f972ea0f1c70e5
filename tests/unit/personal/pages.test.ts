import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { afterEach, expect, it } from "vitest";
import { openDatabase, type SeenTender } from "../../../extension/corpus/database.ts";
import { tablesOfNews } from "../../../extension/personal/keep-news.ts";
import { keepNewsOfPages } from "../../../extension/personal/keep-news-of-pages.ts";
import { newsLimit } from "../../../shared/monitor/news.ts";
import { wholeRecord } from "../mapping/make-record.ts";

let database = openDatabase();
afterEach(async () => {
  database.close();
  await Dexie.delete("compras-abiertas");
  database = openDatabase();
});

const { id } = wholeRecord;
const before: SeenTender = { id, source: "procedimiento", record: wholeRecord };
const moved = { ...wholeRecord, fechaFallo: "2026-03-27T13:00:00-06:00" };
const keep = (record: SeenTender["record"]) =>
  database.transaction("rw", tablesOfNews(database), async () =>
    keepNewsOfPages(database, [{ before, after: { ...before, record } }]),
  );

it("tells without any feed what changed on a page since it was open before", async () => {
  await keep(wholeRecord);
  expect(await database.news.toArray()).toEqual([]);
  await keep(moved);
  const [news] = await database.news.toArray();
  expect(news?.before?.awardAt).toBe(wholeRecord.fechaFallo);
});

it("leaves the news of what is followed where a page brings more than is kept", async () => {
  await database.follows.put({ id: "mine", isFavourite: true, note: "", changedAt: 1 });
  const others = Array.from({ length: newsLimit - 1 }, (_, number) => ({
    id: `n${number}`,
    stamp: 2,
  }));
  await database.news.bulkPut([{ id: "mine", stamp: 1 }, ...others]);
  await keep(moved);
  expect(await database.news.count()).toBe(newsLimit);
  expect(await database.news.bulkGet(["mine", id])).toMatchObject([{ id: "mine" }, { id }]);
});
