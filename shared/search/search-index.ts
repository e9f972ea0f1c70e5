import type { Bitset } from "./bitset.ts";
import { readCommonWords, type WordSets } from "./common-words.ts";
import { plainWord, splitWords } from "./fold.ts";
import type { PartidaRows } from "./partidas/rows-of-partida.ts";
import type { RowList } from "./row-list.ts";
import { makeTables, type SearchTables } from "./search-tables.ts";
import { type StateTable, startStates } from "./state-table.ts";

/** Rows made ready for searching. Row numbers are positions in `rows`. */
export interface SearchIndex {
  rows: RowList;
  tables: SearchTables;
  /** The vocabulary, and the same words with n for ñ. */
  words: readonly string[];
  plainWords: readonly string[];
  /** Where each word begins in the text of the vocabulary. */
  wordStart: Uint32Array;
  commonWords: ReadonlyMap<number, WordSets>;
  /** The rows of each phrase that was looked for as a synonym: the same ones are asked for at every keystroke. */
  rowsOfPhrase: Map<string, Bitset>;
  /** The rows of each code of the COG that was asked for. */
  rowsOfPartida: Map<string, PartidaRows>;
  /** The words of each buyer, kind and status. */
  sideWords: Record<"buyers" | "kinds" | "statuses", readonly (readonly string[])[]>;
  states: StateTable;
}

/** Builds the index of some rows, which must not change afterwards. */
export function buildSearchIndex(rows: RowList): SearchIndex {
  return openSearchIndex(rows, makeTables(rows));
}

/** The index of rows whose tables were made before, of these very rows. */
export function openSearchIndex(rows: RowList, tables: SearchTables): SearchIndex {
  const words = tables.vocabulary === "\n" ? [] : tables.vocabulary.slice(1, -1).split("\n");
  const wordStart = new Uint32Array(words.length);
  let start = 1;
  for (const [word, { length }] of words.entries()) {
    wordStart[word] = start;
    start += length + 1;
  }
  return {
    rows,
    tables,
    words,
    plainWords: words.map(plainWord),
    wordStart,
    commonWords: readCommonWords(tables, rows.length),
    rowsOfPhrase: new Map(),
    rowsOfPartida: new Map(),
    sideWords: {
      buyers: tables.buyers.map(({ name }) => [...splitWords(name), initialsOf(name)]),
      kinds: tables.kinds.map(({ text }) => splitWords(text)),
      statuses: tables.statuses.map(splitWords),
    },
    states: startStates(tables.openUntilMs),
  };
}

/** `Sistema para el Desarrollo Integral de la Familia` → `sdif`, by which people know a body. */
function initialsOf(name: string): string {
  const capitals = name.match(/(?<!\p{L})\p{Lu}(?=\p{Ll})/gu) ?? [];
  return capitals.join("").toLowerCase();
}
