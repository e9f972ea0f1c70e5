import { addTo, type Bitset, emptySet } from "../../shared/search/bitset.ts";
import type { TenderFilter } from "../../shared/search/filter.ts";
import type { Corpus } from "../corpus/corpus.ts";
import type { Database } from "../corpus/database.ts";
import { recall } from "./memory.ts";

/** The rows that a filter leaves by what the user has seen; undefined where it does not ask for that. */
export async function rowsForUser(
  database: Database,
  { ids }: Corpus,
  { onlyNews, hideSeen }: TenderFilter,
): Promise<Bitset | undefined> {
  if (!onlyNews && !hideSeen) return undefined;
  const [visit, news, seenIds] = await Promise.all([
    recall(database, "visit"),
    database.news.toArray(),
    database.seen.toCollection().primaryKeys(),
  ]);
  const cursor = visit?.cursor ?? 0;
  const stampOf = new Map(news.map(({ id, stamp }) => [id, stamp]));
  const seen = new Set(seenIds);
  const within = emptySet(ids.length);
  for (const [number, id] of ids.entries()) {
    const stamp = stampOf.get(id);
    if (onlyNews && (stamp === undefined || stamp <= cursor)) continue;
    // One that changed since it was seen is to be seen again.
    if (hideSeen && seen.has(id) && stamp === undefined) continue;
    addTo(within, number);
  }
  return within;
}
