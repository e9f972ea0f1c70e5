import { type FindIndex, openFindIndex } from "./find-index.ts";
import type { RowList } from "./row-list.ts";
import { makeTables, type SearchTables } from "./search-tables.ts";

/** Rows made ready for searching. Row numbers are positions in `rows`. */
export interface SearchIndex extends FindIndex {
  rows: RowList;
}

/** Builds the index of some rows, which must not change afterwards. */
export function buildSearchIndex(rows: RowList): SearchIndex {
  return openSearchIndex(rows, makeTables(rows));
}

/** The index of rows whose tables were made before, of these very rows. */
export function openSearchIndex(rows: RowList, tables: SearchTables): SearchIndex {
  return { ...openFindIndex(rows.length, tables), rows };
}
