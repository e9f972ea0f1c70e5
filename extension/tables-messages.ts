import type { SearchTables } from "../shared/search/search-tables.ts";
import type { SynonymPhrase } from "../shared/search/synonyms.ts";

/** The name of the port over which the tables of the search go, in pieces, as they are now. It is asked for by any object. */
export const tablesPort = "tables";

/** The kinds of column that tables have, and the bytes of a number of each. */
export const columnKinds = { Uint8Array, Uint32Array, Int32Array, Float64Array } as const;
export type ColumnKind = keyof typeof columnKinds;

/** First the head, then the bytes of each column in turn: no piece has bytes of two. */
export type TablePiece = TablesHead | { base64: string };

export interface TablesHead {
  /** Portal's numbers by row number. */
  ids: string[];
  buyerNames: [id: string, name: string][];
  synonyms: { others: [key: string, phrases: readonly SynonymPhrase[]][]; longest: number };
  /** What of the tables is no column. */
  rest: Partial<SearchTables>;
  columns: { name: keyof SearchTables; kind: ColumnKind; length: number }[];
}
