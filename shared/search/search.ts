import type { TenderRow } from "../feed/tender-row.ts";
import { addTo, type Bitset, countSet, emptySet, intersect, rowsOf } from "./bitset.ts";
import { countColumn } from "./facets.ts";
import { type MethodChoice, type TenderFilter, type TenderState, tenderStates } from "./filter.ts";
import { type Levels, matchLevels } from "./levels.ts";
import { matchQuery } from "./match-query.ts";
import { parseQuery, type Query } from "./query.ts";
import type { SearchIndex } from "./search-index.ts";
import { dayNumber } from "./side-tables.ts";
import { statesAt } from "./state-table.ts";
import { type SynonymTable, standardSynonyms } from "./synonyms.ts";

/** What a filter finds, with the count that each choice would have under the rest of the filter. */
export interface SearchResult {
  matches: Bitset;
  count: number;
  buyers: Map<string, number>;
  methods: Map<MethodChoice, number>;
  states: Map<TenderState, number>;
  /** The text as it was understood, and how surely each row has it. */
  query: Query;
  levels: Levels;
}

/** Applies a filter at an instant (milliseconds since 1970), which decides what is open. */
export function search(
  index: SearchIndex,
  filter: TenderFilter,
  nowMs: number,
  synonyms: SynonymTable = standardSynonyms,
): SearchResult {
  const { tables } = index;
  const query = parseQuery(filter.text);
  const levels = matchQuery(index, query.terms, synonyms, nowMs);
  const base = levels.similar.slice();
  keepDays(tables.publishedOn, base, filter.publishedFrom, filter.publishedTo);
  keepDays(tables.opensOn, base, filter.opensFrom, filter.opensTo);

  const stateOf = statesAt(index.states, nowMs);
  const { buyers, kinds } = tables;
  const ofBuyers = rowsWith(
    tables.buyerOf,
    filter.buyers,
    buyers.map(({ id }) => id),
  );
  const ofMethods = rowsWith(
    tables.kindOf,
    filter.methods,
    kinds.map(({ method }) => method),
  );
  const ofStates = rowsWith(stateOf, filter.states, tenderStates);
  const under = (...sets: (Bitset | undefined)[]): Bitset => {
    const chosen = sets.filter((set) => set !== undefined);
    return chosen.length === 0 ? base : chosen.reduce(intersect, base.slice());
  };
  const matches = under(ofBuyers, ofMethods, ofStates);
  return {
    matches,
    count: countSet(matches),
    buyers: countBuyers(index, under(ofMethods, ofStates)),
    methods: countMethods(index, under(ofBuyers, ofStates)),
    states: countStates(stateOf, under(ofBuyers, ofMethods)),
    query,
    levels,
  };
}

/** The first `limit` rows found by date, latest first, leaving out those for which `skip` holds. */
export function takeRows(
  index: SearchIndex,
  matches: Bitset,
  limit: number,
  skip: (row: TenderRow) => boolean = () => false,
): TenderRow[] {
  const taken: TenderRow[] = [];
  for (const number of rowsOf(matches)) {
    if (taken.length === limit) break;
    const row = index.rows[number];
    if (row !== undefined && !skip(row)) taken.push(row);
  }
  return taken;
}

/**
 * The first `limit` rows found, leaving out those for which `skip` holds: those that surely say what was looked for before those that
 * say it otherwise or nearly, and among equally sure ones the latest first. Without a text that is the order of dates.
 */
export function takeBest(
  index: SearchIndex,
  { matches, levels }: Pick<SearchResult, "matches" | "levels">,
  limit: number,
  skip: (row: TenderRow) => boolean = () => false,
): TenderRow[] {
  const taken: TenderRow[] = [];
  let surer: Bitset | undefined;
  for (const level of matchLevels) {
    const these = levels[level].slice();
    for (let word = 0; word < these.length; word += 1) {
      these[word] = (these[word] ?? 0) & (matches[word] ?? 0) & ~(surer?.[word] ?? 0);
    }
    taken.push(...takeRows(index, these, limit - taken.length, skip));
    if (taken.length === limit) break;
    surer = levels[level];
  }
  return taken;
}

function keepDays(
  column: Int32Array,
  set: Bitset,
  from: string | undefined,
  to: string | undefined,
): void {
  if (from === undefined && to === undefined) return;
  // A row without the date has the day 0, which falls in no range.
  const first = Math.max(1, dayNumber(from));
  const last = to === undefined ? Number.POSITIVE_INFINITY : dayNumber(to);
  const within = emptySet(column.length);
  for (let row = 0; row < column.length; row += 1) {
    const day = column[row] as number; // Within the bounds.
    if (day >= first && day <= last) addTo(within, row);
  }
  intersect(set, within);
}

/** The rows that have one of some choices; undefined where nothing is chosen, and any will do. */
function rowsWith<Choice>(
  column: Uint8Array | Uint32Array,
  chosen: readonly Choice[],
  choices: readonly Choice[],
): Bitset | undefined {
  if (chosen.length === 0) return undefined;
  const isChosen = choices.map((choice) => chosen.includes(choice));
  const rows = emptySet(column.length);
  for (let row = 0; row < column.length; row += 1) {
    if (isChosen[column[row] as number] === true) addTo(rows, row); // Within the bounds.
  }
  return rows;
}

function countBuyers({ tables }: SearchIndex, within: Bitset): Map<string, number> {
  const counts = countColumn(tables.buyerOf, tables.buyers.length, within);
  // The first place is that of rows without a buyer.
  return new Map(tables.buyers.slice(1).map(({ id }, place) => [id, counts[place + 1] ?? 0]));
}

function countMethods({ tables }: SearchIndex, within: Bitset): Map<MethodChoice, number> {
  const counts = countColumn(tables.kindOf, tables.kinds.length, within);
  const methods = new Map<MethodChoice, number>();
  for (const [kind, { method }] of tables.kinds.entries()) {
    methods.set(method, (methods.get(method) ?? 0) + (counts[kind] ?? 0));
  }
  return methods;
}

function countStates(stateOf: Uint8Array, within: Bitset): Map<TenderState, number> {
  const counts = countColumn(stateOf, tenderStates.length, within);
  return new Map(tenderStates.map((state, number) => [state, counts[number] ?? 0]));
}
