import type { TenderRow } from "../feed/tender-row.ts";

/**
 * Rows by their numbers, in the order of their dates: latest first. Each may be made anew whenever it is asked for, so that
 * 100,000 of them need not be objects all at once; an array of rows is such a list too.
 */
export interface RowList extends Iterable<TenderRow> {
  readonly length: number;
  /** The row of a number from 0 on; undefined for a number that no row has. */
  at(number: number): TenderRow | undefined;
}
