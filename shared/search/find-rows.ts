import { addTo, type Bitset, countSet, emptySet, intersect } from "./bitset.ts";
import { dayNumber } from "./day-number.ts";
import { type Column, countAll, countColumns } from "./facets.ts";
import { type MethodChoice, type TenderFilter, type TenderState, tenderStates } from "./filter.ts";
import type { FindIndex } from "./find-index.ts";
import type { Levels } from "./levels.ts";
import { type Lexicon, matchQuery } from "./match-query.ts";
import { countPartidas, type PartidaCount, rowsOfPartidas } from "./partidas/rows-of-partida.ts";
import { noteUnquoted, parseQuery, type Query } from "./query.ts";
import { statesAt } from "./state-table.ts";

/** The count that each choice would have under the rest of a filter. */
interface ChoiceCounts {
  buyers: Map<string, number>;
  methods: Map<MethodChoice, number>;
  states: Map<TenderState, number>;
}

/** What a filter finds. */
export interface SearchResult {
  matches: Bitset;
  count: number;
  /** Counts anew at each call. */
  countChoices: () => ChoiceCounts;
  /** Of the codes that were to be counted, those that the filter chose among them. */
  partidas: Map<string, PartidaCount>;
  /** The text as it was understood, and how surely each row has it. */
  query: Query;
  levels: Levels;
}

export interface FindOptions {
  /** The rows that may be found; all where it is left out. */
  within?: Bitset | undefined;
  /** Codes to be counted; those that the filter chooses where it is left out. */
  countedPartidas?: readonly string[];
}

/** Applies a filter at an instant (milliseconds since 1970), which decides what is open. */
export function findRows(
  index: FindIndex,
  filter: TenderFilter,
  nowMs: number,
  lexicon: Lexicon,
  { within, countedPartidas = filter.partidas }: FindOptions = {},
): SearchResult {
  const { tables } = index;
  const query = parseQuery(filter.text);
  const levels = matchQuery(index, query.terms, lexicon, nowMs);
  const ofAnyPartida = levels.similar.slice();
  if (within !== undefined) intersect(ofAnyPartida, within);
  keepDays(tables.publishedOn, ofAnyPartida, filter.publishedFrom, filter.publishedTo);
  keepDays(tables.opensOn, ofAnyPartida, filter.opensFrom, filter.opensTo);
  const base =
    filter.partidas.length === 0
      ? ofAnyPartida
      : intersect(rowsOfPartidas(index, filter.partidas), ofAnyPartida);

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
  const keep = (set: Bitset, sets: readonly (Bitset | undefined)[]): Bitset => {
    const chosen = sets.filter((each) => each !== undefined);
    return chosen.length === 0 ? set : chosen.reduce(intersect, set.slice());
  };
  const under = (...sets: (Bitset | undefined)[]): Bitset => keep(base, sets);
  const matches = under(ofBuyers, ofMethods, ofStates);
  const count = countSet(matches);
  const notes = count === 0 ? [...query.notes, ...noteUnquoted(filter.text)] : query.notes;
  return {
    matches,
    count,
    countChoices: () =>
      countChoices(index, stateOf, [
        under(ofMethods, ofStates),
        under(ofBuyers, ofStates),
        under(ofBuyers, ofMethods),
      ]),
    partidas:
      countedPartidas.length === 0
        ? new Map()
        : countPartidas(
            index,
            keep(ofAnyPartida, [ofBuyers, ofMethods, ofStates]),
            countedPartidas,
          ),
    query: { ...query, notes },
    levels,
  };
}

/** Of the rows that are found but for what is chosen of buyers, methods and states. */
function countChoices(
  index: FindIndex,
  stateOf: Uint8Array,
  within: Parameters<typeof countColumns>[1],
): ChoiceCounts {
  const { buyers, buyerOf, kinds, kindOf } = index.tables;
  const columns = [
    { numberOf: buyerOf, choices: buyers.length },
    { numberOf: kindOf, choices: kinds.length },
    { numberOf: stateOf, choices: tenderStates.length },
  ] as const;
  const [ofBuyer, ofKind, ofState] = countColumns(columns, within, () =>
    countsOfAll(index, columns),
  );
  return {
    // The first place is that of rows without a buyer.
    buyers: new Map(buyers.slice(1).map(({ id }, place) => [id, ofBuyer[place + 1] ?? 0])),
    methods: sumMethods(kinds, ofKind),
    states: new Map(tenderStates.map((state, number) => [state, ofState[number] ?? 0])),
  };
}

/** Counted once, and again when calls have closed. */
function countsOfAll(
  index: FindIndex,
  columns: readonly [Column, Column, Column],
): ReturnType<typeof countAll> {
  const { holdsFrom } = index.states;
  if (index.countsOfAll?.holdsFrom !== holdsFrom) {
    index.countsOfAll = { holdsFrom, counts: countAll(columns) };
  }
  return index.countsOfAll.counts;
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

function sumMethods(
  kinds: FindIndex["tables"]["kinds"],
  counts: Uint32Array,
): Map<MethodChoice, number> {
  const methods = new Map<MethodChoice, number>();
  for (const [kind, { method }] of kinds.entries()) {
    methods.set(method, (methods.get(method) ?? 0) + (counts[kind] ?? 0));
  }
  return methods;
}
