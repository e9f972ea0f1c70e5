import type { Bitset } from "./bitset.ts";
import { readCommonWords, type WordSets } from "./common-words.ts";
import type { countAll } from "./facets.ts";
import { plainWord, splitWords } from "./fold.ts";
import type { PartidaRows } from "./partidas/rows-of-partida.ts";
import type { SearchTables } from "./search-tables.ts";
import { type StateTable, startStates } from "./state-table.ts";

/** The tables of rows made ready for finding them. The rows themselves are not needed for that: they go by their numbers. */
export interface FindIndex {
  /** How many rows there are. */
  size: number;
  tables: SearchTables;
  /** The vocabulary, and the same words with n for ñ. */
  words: readonly string[];
  plainWords: readonly string[];
  /** Where each word begins in the text of the vocabulary. */
  wordStart: Uint32Array;
  commonWords: ReadonlyMap<number, WordSets>;
  /** The words that any number has; not there until they are asked for. */
  numberWords: ReadonlySet<number> | undefined;
  /** The rows of each phrase that was looked for as a synonym: the same ones are asked for at every keystroke. */
  rowsOfPhrase: Map<string, Bitset>;
  /** The rows of each code of the COG that was asked for. */
  rowsOfPartida: Map<string, PartidaRows>;
  /** The words of each buyer, kind and status. */
  sideWords: Record<"buyers" | "kinds" | "statuses", readonly (readonly string[])[]>;
  states: StateTable;
  /** How often each buyer, kind and state occurs in all rows, from an instant on as in `states`. */
  countsOfAll: { holdsFrom: number; counts: ReturnType<typeof countAll> } | undefined;
}

/** The index of tables that were made of so many rows. */
export function openFindIndex(size: number, tables: SearchTables): FindIndex {
  const words = tables.vocabulary === "\n" ? [] : tables.vocabulary.slice(1, -1).split("\n");
  const wordStart = new Uint32Array(words.length);
  let start = 1;
  for (const [word, { length }] of words.entries()) {
    wordStart[word] = start;
    start += length + 1;
  }
  return {
    size,
    tables,
    words,
    plainWords: words.map(plainWord),
    wordStart,
    commonWords: readCommonWords(tables, size),
    numberWords: undefined,
    rowsOfPhrase: new Map(),
    rowsOfPartida: new Map(),
    sideWords: {
      buyers: tables.buyers.map(({ name }) => [...splitWords(name), initialsOf(name)]),
      kinds: tables.kinds.map(({ text }) => splitWords(text)),
      statuses: tables.statuses.map(splitWords),
    },
    states: startStates(tables.openUntilMs),
    countsOfAll: undefined,
  };
}

/** `Sistema para el Desarrollo Integral de la Familia` → `sdif`, by which people know a body. */
function initialsOf(name: string): string {
  const capitals = name.match(/(?<!\p{L})\p{Lu}(?=\p{Ll})/gu) ?? [];
  return capitals.join("").toLowerCase();
}
