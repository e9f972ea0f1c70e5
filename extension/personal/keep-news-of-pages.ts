import { gatherNews, nextStamp } from "../../shared/monitor/news.ts";
import { seenRow } from "../corpus/corpus.ts";
import type { Database, SeenTender } from "../corpus/database.ts";
import { lastStamp } from "./memory.ts";

/**
 * Keeps what changed on pages of the portal since the user had them open before. Runs within the transaction that keeps the
 * pages. Of what the user never opened, pages say nothing.
 */
export async function keepNewsOfPages(
  database: Database,
  pages: readonly { before: SeenTender; after: SeenTender }[],
): Promise<void> {
  if (pages.length === 0) return;
  const { follows, memory, news } = database;
  const stamp = nextStamp(await lastStamp(database), new Date().toISOString());
  const { put, remove } = gatherNews(
    pages.map(({ before }) => seenRow(before.record)),
    pages.map(({ after }) => seenRow(after.record)),
    {
      news: await news.toArray(),
      known: new Set(),
      followed: new Set(await follows.toCollection().primaryKeys()),
      stamp,
    },
  );
  if (put.length > 0) await memory.put({ key: "stamp", stamp });
  await news.bulkDelete(remove);
  await news.bulkPut(put);
}
