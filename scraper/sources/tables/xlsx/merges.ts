import type { Cell } from "../cell.ts";
import type { Row } from "../sheet.ts";
import { noColumns } from "../sheet.ts";
import { readPosition } from "./position.ts";

/** A block of cells that shows one value; rows as the spreadsheet numbers them, columns from 0. */
export interface Merge {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** The merged blocks of a sheet from its first row on. They stand after the rows in the file, so that they are looked for before the rows are read. */
export async function readMerges(chunks: AsyncIterable<Buffer>): Promise<Merge[]> {
  const merges: Merge[] = [];
  let rest = "";
  for await (const chunk of chunks) {
    const text = rest + chunk.toString("latin1");
    if (text.includes("mergeCell ")) {
      for (const [, from = "", to = ""] of text.matchAll(
        /<(?:\w+:)?mergeCell [^>]*?\bref="([A-Z]+\d+):([A-Z]+\d+)"[^>]*>/g,
      )) {
        const [start, end] = [readPosition(from), readPosition(to)];
        merges.push({ top: start.row, left: start.column, bottom: end.row, right: end.column });
      }
    }
    // A tag that the chunk cuts in two is read with the next one.
    const lastTag = text.lastIndexOf("<");
    rest = text.indexOf(">", lastTag) === -1 ? text.slice(lastTag) : "";
  }
  return merges.sort((one, other) => one.top - other.top);
}

/** Gives each row the values of the merged cells that reach into it. Rows must come in order. */
export function fillMerges(merges: readonly Merge[], maxColumns: number): (row: Row) => Row {
  let next = 0;
  let open: { merge: Merge; value: Cell }[] = [];
  return (row) => {
    open = open.filter(({ merge }) => merge.bottom >= row.number);
    for (
      let merge = merges[next];
      merge !== undefined && merge.top <= row.number;
      merge = merges[next]
    ) {
      next += 1;
      // A block whose first row holds nothing has no value, and no row of its own.
      const value = merge.top === row.number ? row.cells[merge.left] : undefined;
      if (value !== undefined) open.push({ merge, value });
    }
    return open.length === 0 ? row : fill(row, open, maxColumns);
  };
}

function fill(row: Row, open: readonly { merge: Merge; value: Cell }[], maxColumns: number): Row {
  const cells = [...row.cells];
  const merged = new Set(noColumns);
  for (const { merge, value } of open) {
    const right = Math.min(merge.right, maxColumns - 1);
    for (let column = merge.left; column <= right; column += 1) {
      while (cells.length <= column) cells.push(undefined);
      cells[column] = value;
      if (merge.top < row.number) merged.add(column);
    }
  }
  return { number: row.number, cells, merged };
}
