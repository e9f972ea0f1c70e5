import type { Cell } from "./cell.ts";

/** A file as it was read or received: what its name ends in plays no part in how it is read. */
export interface SourceFile {
  /** For messages: a path or an address. */
  name: string;
  bytes: Uint8Array;
}

/** A table of a file: a sheet of a workbook, a table of a page, the whole of a CSV or of a PDF. */
export interface Sheet {
  /** As the file names it; `tabla 2` for a page's, "" where a file is one table. */
  name: string;
  /** Hidden from whoever opens the workbook; false in the other formats. */
  isHidden: boolean;
  /** Whether a number in the place of a date counts its days from 1904; false in all but some old workbooks. */
  is1904: boolean;
  /** In order, those without any value left out. Reading them throws `UnreadableTableError`. Each call reads the sheet anew. */
  rows(): AsyncIterable<Row>;
}

export interface Row {
  /** As a spreadsheet shows it, from 1; lines of text in a PDF. */
  number: number;
  /** By column, the first at 0. A merged cell's value stands in all of its columns and rows. */
  cells: readonly Cell[];
  /** The columns whose value is that of a merged cell which begins in a row above. */
  merged: ReadonlySet<number>;
}

/** One way in which tables are written, in a file of its own. */
export interface TableFormat {
  name: string;
  /** Whether a file is written so, by what it holds. */
  recognises(bytes: Uint8Array): boolean;
  /** Throws `UnreadableTableError`. */
  open(file: SourceFile, limits: TableLimits): Promise<Sheet[]>;
}

/** What a file may cost: what lies beyond is refused by name, before it is in memory. */
export interface TableLimits {
  bytes: number;
  /** Of a web page, which is in memory as a whole. */
  pageBytes: number;
  /** Of a workbook, unzipped. */
  inflatedBytes: number;
  /** How much larger than packed a part of a workbook may be; parts below a megabyte may be anything. */
  inflationRatio: number;
  rows: number;
  columns: number;
  pages: number;
}

/**
 * The largest workbooks of the PNT's that are known hold some 100,000 rows of 70 columns: 30 MB packed, 300 MB unzipped, at most 60 times larger
 * than packed. The row limit is Excel's.
 */
export const usualLimits: TableLimits = {
  bytes: 200 * 2 ** 20,
  pageBytes: 32 * 2 ** 20,
  inflatedBytes: 2 ** 30,
  inflationRatio: 200,
  rows: 2 ** 20,
  columns: 1000,
  pages: 5000,
};

export const noColumns: ReadonlySet<number> = new Set();
