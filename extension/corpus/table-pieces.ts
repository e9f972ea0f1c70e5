import type { SearchTables } from "../../shared/search/search-tables.ts";
import type { SynonymTable } from "../../shared/search/synonyms.ts";
import { type AnyColumn, type ColumnKind, columnKinds, encodeColumn } from "../column-coding.ts";
import type { TablePiece } from "../tables-messages.ts";
import type { Corpus } from "./corpus.ts";
import { toBase64 } from "./hand-out.ts";

/** Whoever takes a piece in is not to be held up for longer than a few milliseconds. */
const pieceBytes = 120_000;

/** The tables of the search in pieces, with the names and synonyms that belong to them. */
export async function* tablePieces(
  { index, ids, buyerNames }: Corpus,
  { others, longest }: SynonymTable,
): AsyncGenerator<TablePiece> {
  const columns = Object.entries(index.tables).filter(([, value]) => ArrayBuffer.isView(value)) as [
    keyof SearchTables,
    AnyColumn,
  ][]; // The tables have columns of these kinds alone.
  const names = new Set<string>(columns.map(([name]) => name));
  yield {
    ids: [...ids],
    buyerNames: [...buyerNames],
    synonyms: { others: [...others], longest },
    rest: Object.fromEntries(Object.entries(index.tables).filter(([name]) => !names.has(name))),
    columns: columns.map(([name, column]) => ({
      name,
      kind: kindOf(column),
      length: column.length,
    })),
  };
  for (const [, column] of columns) {
    for (const bytes of encodeColumn(column, pieceBytes)) yield { base64: toBase64(bytes) };
  }
}

function kindOf(column: AnyColumn): ColumnKind {
  for (const [kind, Column] of Object.entries(columnKinds)) {
    if (column instanceof Column) return kind as ColumnKind; // Its own key.
  }
  throw new TypeError("The tables of the search have a column of an unknown kind.");
}
