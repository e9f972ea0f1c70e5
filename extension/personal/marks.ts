import { listNews } from "../../shared/monitor/news.ts";
import type { Corpus } from "../corpus/corpus.ts";
import type { Database } from "../corpus/database.ts";
import type { Mark } from "./conversations.ts";

/**
 * What is the user's of some procedures, in their order.
 *
 * @param stamp of the latest that the corpus knows.
 */
export async function readMarks(
  { follows, news, seen }: Database,
  { index, rowOfId }: Corpus,
  ids: readonly string[],
  stamp: number,
): Promise<Mark[]> {
  const wanted = [...ids];
  const [followOf, newsOf, seenOf] = await Promise.all([
    follows.bulkGet(wanted),
    news.bulkGet(wanted),
    seen.bulkGet(wanted),
  ]);
  return wanted.map((id, position) => {
    const number = rowOfId.get(id);
    const follow = followOf[position];
    const row = (number === undefined ? undefined : index.rows.at(number)) ?? follow?.row;
    return {
      id,
      changes: row === undefined ? [] : listNews(newsOf[position], row),
      isSeen: seenOf[position] !== undefined,
      stamp,
      ...(row !== undefined && { row }),
      ...(follow !== undefined && { follow }),
    };
  });
}
