import type { TenderRow } from "../../shared/feed/tender-row.ts";
import { gatherNews, nextStamp } from "../../shared/monitor/news.ts";
import type { Database } from "../corpus/database.ts";
import { lastStamp, recall } from "./memory.ts";

/** The tables that `keepNews` works on: the transaction that it runs in names them. */
export function tablesOfNews({ follows, memory, news, seenTenders }: Database) {
  return [follows, memory, news, seenTenders];
}

/**
 * Forgets what is new to the user, and what a feed has left out: a feed at another address is not compared with it. Runs within the
 * transaction that replaces the rows.
 */
export async function forgetNews({ memory, news }: Database): Promise<void> {
  await news.clear();
  await memory.delete("gone");
}

/**
 * Keeps what is new to the user when rows take the place of others. Runs within the transaction that replaces them: either both
 * happen or neither, whenever the worker is ended.
 *
 * @param before undefined where no feed was loaded before from its address: then nothing is news.
 * @param readAt when the portal was read for `after`.
 */
export async function keepNews(
  database: Database,
  before: readonly TenderRow[] | undefined,
  after: readonly TenderRow[],
  readAt: string,
): Promise<void> {
  const { memory, news } = database;
  const stamp = nextStamp(await lastStamp(database), readAt);
  if (before !== undefined) {
    const [opened, followed, memoryOfGone, soFar] = await Promise.all([
      // What only stood in a list among others may have been read by nobody.
      database.seenTenders.filter(({ source }) => source === "procedimiento").primaryKeys(),
      database.follows.toArray(),
      recall(database, "gone"),
      news.toArray(),
    ]);
    const gone = new Set(memoryOfGone?.ids);
    const followedIds = new Set(followed.map(({ id }) => id));
    const followedAndGone = followed.flatMap(({ id, row }) => (row && gone.has(id) ? row : []));
    const { put, remove } = gatherNews([...followedAndGone, ...before], after, {
      news: soFar,
      known: new Set([...opened, ...gone, ...followedIds]),
      followed: followedIds,
      stamp,
    });
    await news.bulkDelete(remove);
    await news.bulkPut(put);
    const rowOf = new Map(after.map((row) => [row.id, row]));
    await database.follows.bulkPut(
      followed.flatMap((follow) => {
        const row = rowOf.get(follow.id);
        return row === undefined ? [] : { ...follow, row };
      }),
    );
    const missing = new Set([...gone, ...before.map(({ id }) => id)]);
    await memory.put({ key: "gone", ids: [...missing].filter((id) => !rowOf.has(id)) });
  }
  await memory.put({ key: "stamp", stamp });
}
