import { type Digest, makeDigest, type Watched } from "../../shared/monitor/digest.ts";
import type { Follow, SavedSearch } from "../../shared/monitor/personal.ts";
import { rowsOf } from "../../shared/search/bitset.ts";
import { decodeFilter, tenderStates } from "../../shared/search/filter.ts";
import { search } from "../../shared/search/search.ts";
import { statesAt } from "../../shared/search/state-table.ts";
import type { SynonymTable } from "../../shared/search/synonyms.ts";
import type { Corpus } from "../corpus/corpus.ts";
import type { Database } from "../corpus/database.ts";
import { listSearches } from "./saved-searches.ts";

const open = tenderStates.indexOf("open");

/** All that the user watches, and what is worth telling of it. */
export interface Watch {
  searches: (SavedSearch & { count: number; newsCount: number })[];
  /** With the row as now known, or else as last known. */
  follows: Follow[];
  digest: Digest;
}

/** Runs the saved searches over all that is known, and gathers what there is to tell at an instant. */
export async function runWatch(
  database: Database,
  corpus: Corpus,
  synonyms: SynonymTable,
  nowMs: number,
): Promise<Watch> {
  const [searches, follows, allNews] = await Promise.all([
    listSearches(database),
    database.follows.toArray(),
    database.news.toArray(),
  ]);
  const newsOf = new Map(allNews.map((news) => [news.id, news]));
  const { ids, rowOfId } = corpus;
  const { rows, states } = corpus.index;
  const stateOf = statesAt(states, nowMs);
  const watched = new Map<string, Watched>();
  const counted = searches.map((saved) => {
    const found = search(corpus.index, decodeFilter(saved.filter), nowMs, { synonyms });
    let newsCount = 0;
    for (const number of rowsOf(found.matches)) {
      const id = ids[number] as string; // Each row has one.
      const isNews = newsOf.has(id);
      if (isNews) newsCount += 1;
      // There is nothing to tell of most that a search finds: their rows are not asked for.
      if (!isNews && stateOf[number] !== open) continue;
      const one = watched.get(id);
      const row = one?.row ?? rows.at(number);
      if (one) one.searches.push(saved.name);
      else if (row) watched.set(id, { row, searches: [saved.name] });
    }
    return { ...saved, count: found.count, newsCount };
  });
  const current = follows.map((follow) => {
    const number = rowOfId.get(follow.id);
    const row = (number === undefined ? undefined : rows.at(number)) ?? follow.row;
    return row === undefined ? follow : { ...follow, row };
  });
  for (const { id, row, status } of current) {
    // What the user put aside is told no more, though a search still finds it.
    if (status === "discarded") watched.delete(id);
    else if (row !== undefined && !watched.has(id)) watched.set(id, { row, searches: [] });
  }
  return {
    searches: counted,
    follows: current,
    digest: makeDigest(watched.values(), newsOf, nowMs),
  };
}
