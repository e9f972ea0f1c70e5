import type { TenderRow } from "../feed/tender-row.ts";
import type { Bitset } from "./bitset.ts";
import type { TenderFilter } from "./filter.ts";
import { type FindOptions, findRows, type SearchResult } from "./find-rows.ts";
import { matchLevels } from "./levels.ts";
import { namedPartidas } from "./partidas/suggest-partidas.ts";
import type { SearchIndex } from "./search-index.ts";
import { standardSynonyms } from "./standard-synonyms.ts";
import type { SynonymTable } from "./synonyms.ts";

interface SearchOptions extends FindOptions {
  /** Those that come with the program where it is left out. */
  synonyms?: SynonymTable;
}

/** Applies a filter at an instant (milliseconds since 1970), with the words and codes that come with the program. */
export function search(
  index: SearchIndex,
  filter: TenderFilter,
  nowMs: number,
  { synonyms = standardSynonyms, ...options }: SearchOptions = {},
): SearchResult {
  const partidasNamed = (text: string): string[] => namedPartidas(text, synonyms);
  return findRows(index, filter, nowMs, { synonyms, partidasNamed }, options);
}

/**
 * The numbers of the first `limit` rows found, leaving out those in `skipped`: those that surely say what was looked for
 * before those that say it otherwise or nearly, and among equally sure ones the latest first. Without a text that is the order of dates.
 */
export function takeBest(
  { rows }: SearchIndex,
  { matches, levels }: Pick<SearchResult, "matches" | "levels">,
  limit: number,
  skipped: ReadonlySet<number> = new Set(),
): number[] {
  const taken: number[] = [];
  let surer: Bitset | undefined;
  for (const level of matchLevels) {
    const set = levels[level];
    for (let word = 0; word < matches.length; word += 1) {
      let rest = (matches[word] ?? 0) & (set[word] ?? 0) & ~(surer?.[word] ?? 0);
      for (; rest !== 0; rest &= rest - 1) {
        if (taken.length === limit) return taken;
        const number = word * 32 + 31 - Math.clz32(rest & -rest);
        if (number < rows.length && !skipped.has(number)) taken.push(number);
      }
    }
    surer = set;
  }
  return taken;
}

/** The rows of some numbers, in the same order. */
export function rowsAt({ rows }: SearchIndex, numbers: readonly number[]): TenderRow[] {
  return numbers.flatMap((number) => rows.at(number) ?? []);
}
