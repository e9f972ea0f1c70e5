import * as z from "zod";
import { TenderRow } from "../feed/tender-row.ts";
import { dropPersonal } from "../search/filter.ts";
import { followStatuses, nameLimit } from "./personal-limits.ts";

/** What belongs to the user and to nobody else: it never leaves the browser but in a backup that the user makes. */

/** Instants of these records are milliseconds since 1970 of the browser's own clock. */
const ClockMs = z.number().nonnegative();
const Id = z.string().min(1);

/** A search that is run again at each refresh. */
export const SavedSearch = z.strictObject({
  id: Id,
  /** No two have the same `nameKey`. */
  name: z.string().min(1).max(nameLimit),
  /** As `encodeFilter` writes it. */
  filter: z.string(),
  changedAt: ClockMs,
});
export type SavedSearch = z.infer<typeof SavedSearch>;

/** A search as it is to be saved, whichever way it comes: by what it finds on any day. */
export function makeLasting(search: SavedSearch): SavedSearch {
  return { ...search, filter: dropPersonal(search.filter) };
}

/** What the user keeps of one procedure. */
export const Follow = z.strictObject({
  /** The portal's number. */
  id: Id,
  isFavourite: z.boolean(),
  status: z.enum(followStatuses).exactOptional(),
  /** Empty where the user wrote none. */
  note: z.string(),
  changedAt: ClockMs,
  /** As last known, so that it can be shown whatever becomes of the feed. */
  row: TenderRow.exactOptional(),
});
export type Follow = z.infer<typeof Follow>;

/** A procedure whose page the user opened, or which the user marked as seen. */
export const Seen = z.strictObject({ id: Id, at: ClockMs });
export type Seen = z.infer<typeof Seen>;

/** Whether nothing is left that the user would want kept. */
export function isBlank({ isFavourite, status, note }: Follow): boolean {
  return !isFavourite && status === undefined && note === "";
}
