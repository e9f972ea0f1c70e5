import type { TenderRow } from "../shared/feed/tender-row.ts";
import type { TenderFilter } from "../shared/search/filter.ts";
import type { ExportStamp } from "../shared/tables/export-columns.ts";

/** What the rows can be taken along as. */
export const takeFormats = ["xlsx", "csv", "json"] as const;
export type TakeFormat = (typeof takeFormats)[number];

/** More than anyone picks by hand. */
export const pickAtMost = 2000;
/** Some 150 pages: nobody prints more. */
export const printAtMost = 2000;

/** Which rows: all that a filter finds or, where there are any, those picked by hand, by the portal's numbers. */
export interface RowChoice {
  filter: TenderFilter;
  picked?: string[];
}

export type TakeQuestion = RowChoice & { format: TakeFormat };

/** The rows of a print, unless they are more than `printAtMost`. */
export interface PrintedRows {
  stamp: ExportStamp;
  rows: TenderRow[];
  missing: number;
}

/** The name of the port over which a file goes, in pieces: a message of the browser holds at most 64 MiB. It is asked for by a `TakeQuestion`. */
export const takePort = "take";

/** The next piece of a file, or the file once it is whole. */
export type FilePiece =
  | { text: string }
  /** Messages hold no bytes. */
  | { base64: string }
  | { file: { name: string; count: number; missing: number } };
