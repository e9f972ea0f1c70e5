import type { SearchTables } from "../../shared/search/search-tables.ts";
import type { SynonymTable } from "../../shared/search/synonyms.ts";
import { type ColumnKind, columnKinds, type TablePiece } from "../tables-messages.ts";
import type { Corpus } from "./corpus.ts";
import { toBase64 } from "./hand-out.ts";

/** Bytes of a piece: whoever takes it in is not to be held up for longer than a few milliseconds. */
const pieceBytes = 150_000;

/** The tables of the search in pieces, with the names and synonyms that belong to them. */
export async function* tablePieces(
  { index, ids, buyerNames }: Corpus,
  { others, longest }: SynonymTable,
): AsyncGenerator<TablePiece> {
  const columns = Object.entries(index.tables).filter(([, value]) => ArrayBuffer.isView(value)) as [
    keyof SearchTables,
    InstanceType<(typeof columnKinds)[ColumnKind]>,
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
  for (const [, { buffer, byteOffset, byteLength }] of columns) {
    const bytes = new Uint8Array(buffer, byteOffset, byteLength);
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      yield { base64: toBase64(bytes.subarray(at, at + pieceBytes)) };
    }
  }
}

function kindOf(column: object): ColumnKind {
  for (const [kind, Column] of Object.entries(columnKinds)) {
    if (column instanceof Column) return kind as ColumnKind; // Its own key.
  }
  throw new TypeError("The tables of the search have a column of an unknown kind.");
}
