import type { Procedimiento } from "../../shared/portal/records.ts";
import { hashJson } from "../../shared/values/hash.ts";

/** A procedure of the list. */
export interface ListEntry {
  procedimiento: Procedimiento;
  /** Equal where the list says the same of the procedure: in every column, known or not, of all its rows. */
  rowHash: string;
  /** When the page of the list was received that showed it. */
  listedAt: Date;
}

/** The hash of what a row says, verbatim but for white space. */
export function hashRow({ original, desconocidos }: Procedimiento): string {
  return hashJson([original, desconocidos]);
}
