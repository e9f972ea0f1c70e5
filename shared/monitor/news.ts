import type { TenderRow } from "../feed/tender-row.ts";
import { listRowChanges, type RowChange } from "./row-changes.ts";

/**
 * What the user has not looked at yet of one procedure. Only procedures that changed have one, so what the user last saw is
 * kept for those alone.
 */
export interface News {
  /** The portal's number. */
  id: string;
  /** When it came to be known, as `nextStamp` counts; another one each time that the procedure changes again. */
  stamp: number;
  /** The row as the user last saw it; absent for a procedure that is new to the user. */
  before?: TenderRow;
}

/** No more than so many are kept: the latest. */
export const newsLimit = 5000;

/**
 * The stamp of what a feed brought: the instant at which the portal was read for it, in milliseconds since 1970, so that stamps of
 * two browsers can be compared. Always above `last`, whatever clocks say.
 */
export function nextStamp(last: number, readAt: string): number {
  return Math.max(last + 1, Date.parse(readAt));
}

/** What becomes of the news when rows take the place of others: `put` is to be kept, `remove` is news no longer. */
export interface NewsUpdate {
  put: News[];
  remove: string[];
}

interface Circumstances {
  /** All news that there is so far. */
  news: readonly News[];
  /** Procedures that are not new to the user though no row before has them, such as those of pages that were opened. */
  known: ReadonlySet<string>;
  /** Procedures whose news goes before that of others where there is too much of it. */
  followed: ReadonlySet<string>;
  stamp: number;
}

/**
 * Compares the rows that were known with those that take their place. What changed twice before the user looked is compared with
 * what the user saw; what changed back is no news. A row that is gone without a word is left alone: a feed that was cut
 * short says nothing of a procedure.
 */
export function gatherNews(
  before: readonly TenderRow[],
  after: readonly TenderRow[],
  { news, known, followed, stamp }: Circumstances,
): NewsUpdate {
  const rowBefore = new Map(before.map((row) => [row.id, row]));
  const newsOf = new Map(news.map((one) => [one.id, one]));
  const update: NewsUpdate = { put: [], remove: [] };
  for (const row of after) {
    const was = rowBefore.get(row.id);
    if (was === undefined && known.has(row.id)) continue;
    if (was !== undefined && listRowChanges(was, row).length === 0) continue;
    const earlier = newsOf.get(row.id);
    // New to the user, and changed since: still new.
    const seen = earlier === undefined ? was : earlier.before;
    if (seen !== undefined && listRowChanges(seen, row).length === 0) {
      if (earlier !== undefined) update.remove.push(row.id);
    } else {
      update.put.push({ id: row.id, stamp, ...(seen !== undefined && { before: seen }) });
    }
  }
  return boundNews(news, update, followed);
}

/** What changed of a row since the user last saw it; empty where there is no news of it. */
export function listNews(news: News | undefined, row: TenderRow): RowChange[] {
  return news === undefined ? [] : listRowChanges(news.before, row);
}

/** Of too much news the latest stays: what was published last is first in a feed. */
function boundNews(
  news: readonly News[],
  { put, remove }: NewsUpdate,
  followed: ReadonlySet<string>,
): NewsUpdate {
  const touched = new Set([...put.map(({ id }) => id), ...remove]);
  const others = news.filter(({ id }) => !touched.has(id)).sort((a, b) => b.stamp - a.stamp);
  const all = [...put, ...others];
  if (all.length <= newsLimit) return { put, remove };
  const isFollowed = ({ id }: News): boolean => followed.has(id);
  const ranked = [...all.filter(isFollowed), ...all.filter((one) => !isFollowed(one))];
  const kept = new Set(ranked.slice(0, newsLimit).map(({ id }) => id));
  return {
    put: put.filter(({ id }) => kept.has(id)),
    remove: [...remove, ...news.flatMap(({ id }) => (kept.has(id) ? [] : id))],
  };
}
