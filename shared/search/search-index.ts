import type { TenderRow } from "../feed/tender-row.ts";
import { addTo, type Bitset, countSet, emptySet, fullSet, intersect, rowsOf } from "./bitset.ts";
import type { MethodChoice, TenderFilter, TenderState } from "./filter.ts";
import { stateOf } from "./filter.ts";
import { splitWords } from "./fold.ts";

/** Rows made ready for searching. Row numbers are positions in `rows`, whose order is the order of results. */
export interface SearchIndex {
  rows: readonly TenderRow[];
  /** Every distinct word of titles and numbers, and the rows that hold it. */
  words: string[];
  rowsOfWord: Uint32Array[];
  buyers: Map<string, Bitset>;
  methods: Map<MethodChoice, Bitset>;
}

/** What a filter finds, with the count that each choice would have under the rest of the filter. */
export interface SearchResult {
  matches: Bitset;
  count: number;
  buyers: Map<string, number>;
  methods: Map<MethodChoice, number>;
  states: Map<TenderState, number>;
}

/** Builds the index of some rows, which must not change afterwards. */
export function buildSearchIndex(rows: readonly TenderRow[]): SearchIndex {
  const postings = new Map<string, number[]>();
  const buyers = new Map<string, Bitset>();
  const methods = new Map<MethodChoice, Bitset>();
  for (const [row, tender] of rows.entries()) {
    for (const word of new Set(splitWords(`${tender.title ?? ""} ${tender.number ?? ""}`))) {
      const list = postings.get(word);
      if (list) list.push(row);
      else postings.set(word, [row]);
    }
    if (tender.buyerId !== undefined) addTo(setOf(buyers, tender.buyerId, rows.length), row);
    addTo(setOf(methods, tender.method ?? "unknown", rows.length), row);
  }
  return {
    rows,
    words: [...postings.keys()],
    rowsOfWord: [...postings.values()].map((list) => Uint32Array.from(list)),
    buyers,
    methods,
  };
}

/** Applies a filter at an instant (milliseconds since 1970), which decides what is open. */
export function search(index: SearchIndex, filter: TenderFilter, nowMs: number): SearchResult {
  const size = index.rows.length;
  const base = fullSet(size);
  for (const word of splitWords(filter.text)) intersect(base, rowsWithPart(index, word));
  keepDays(index, base, "publishedAt", filter.publishedFrom, filter.publishedTo);
  keepDays(index, base, "opensAt", filter.opensFrom, filter.opensTo);

  const states = groupByState(index.rows, nowMs);
  const ofBuyers = unionOf(index.buyers, filter.buyers, size);
  const ofMethods = unionOf(index.methods, filter.methods, size);
  const ofStates = unionOf(states, filter.states, size);
  const under = (...sets: Bitset[]) => sets.reduce(intersect, base.slice());
  const matches = under(ofBuyers, ofMethods, ofStates);
  return {
    matches,
    count: countSet(matches),
    buyers: countEach(index.buyers, under(ofMethods, ofStates)),
    methods: countEach(index.methods, under(ofBuyers, ofStates)),
    states: countEach(states, under(ofBuyers, ofMethods)),
  };
}

/** The first `limit` rows found, in order, leaving out those for which `skip` holds. */
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

function rowsWithPart(index: SearchIndex, part: string): Bitset {
  const found = emptySet(index.rows.length);
  for (const [position, word] of index.words.entries()) {
    if (!word.includes(part)) continue;
    for (const row of index.rowsOfWord[position] ?? []) addTo(found, row);
  }
  return found;
}

function keepDays(
  index: SearchIndex,
  set: Bitset,
  field: "publishedAt" | "opensAt",
  from: string | undefined,
  to: string | undefined,
): void {
  if (from === undefined && to === undefined) return;
  const within = emptySet(index.rows.length);
  for (const row of rowsOf(set)) {
    // The instant carries its local offset, so its first ten characters are the local day.
    const day = index.rows[row]?.[field]?.slice(0, 10);
    if (day !== undefined && day >= (from ?? "") && day <= (to ?? "9999")) addTo(within, row);
  }
  intersect(set, within);
}

function groupByState(rows: readonly TenderRow[], nowMs: number): Map<TenderState, Bitset> {
  const states = new Map<TenderState, Bitset>();
  for (const [row, tender] of rows.entries()) {
    addTo(setOf(states, stateOf(tender, nowMs), rows.length), row);
  }
  return states;
}

function unionOf<Key>(sets: Map<Key, Bitset>, keys: readonly Key[], size: number): Bitset {
  if (keys.length === 0) return fullSet(size);
  const union = emptySet(size);
  for (const key of keys) {
    for (const [word, bits] of (sets.get(key) ?? emptySet(0)).entries()) {
      union[word] = (union[word] ?? 0) | bits;
    }
  }
  return union;
}

function countEach<Key>(sets: Map<Key, Bitset>, within: Bitset): Map<Key, number> {
  return new Map([...sets].map(([key, set]) => [key, countSet(intersect(set.slice(), within))]));
}

function setOf<Key>(sets: Map<Key, Bitset>, key: Key, size: number): Bitset {
  let set = sets.get(key);
  if (!set) {
    set = emptySet(size);
    sets.set(key, set);
  }
  return set;
}
