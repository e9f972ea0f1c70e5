import type { SearchTables } from "../shared/search/search-tables.ts";
import type { SynonymPhrase } from "../shared/search/synonyms.ts";
import type { ColumnKind } from "./column-coding.ts";

/** The name of the port over which the tables of the search go, in pieces, as they are now. It is asked for by any object. */
export const tablesPort = "tables";

/** First the head, then the pieces of each column in turn, as `encodeColumn` makes them. */
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
