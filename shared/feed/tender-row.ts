import * as z from "zod";
import {
  mainProcurementCategories,
  procurementMethods,
  tenderStatuses,
} from "../ocds/codelists.ts";
import { eventNames } from "./event-names.ts";

const Text = z.string().min(1);
/** ISO 8601 with the offset of the portal's zone, so that its first ten characters are the local day. */
const Instant = z.iso.datetime({ offset: true });

/** That the event of a date is not as it was announced. */
const ChangedDate = z.strictObject({
  event: z.enum(eventNames),
  /** How many times it has changed since: its SEQUENCE in a calendar (RFC 5545, 3.8.7.4). */
  sequence: z.int().positive(),
  /** The last date that was announced, where the portal announces none any more. */
  lastAt: Instant.optional(),
});

/** One procedure as people search it: a line of the extension's index and of `licitaciones.csv`. */
export const TenderRow = z.strictObject({
  /** The portal's number. */
  id: Text,
  ocid: Text,
  /** The procedure's page on the portal. */
  url: z.url(),
  number: Text.optional(),
  title: Text.optional(),
  buyerId: Text.optional(),
  buyerName: Text.optional(),
  method: z.enum(procurementMethods).optional(),
  /** The kind of procedure as the portal words it. */
  methodText: Text.optional(),
  category: z.enum(mainProcurementCategories).optional(),
  publishedAt: Instant.optional(),
  clarificationAt: Instant.optional(),
  /** When bids are opened: from then on the call is closed. */
  opensAt: Instant.optional(),
  awardAt: Instant.optional(),
  status: z.enum(tenderStatuses).optional(),
  /** The status as the portal words it. */
  statusText: Text.optional(),
  /** Since when the portal has the procedure no longer; absent while it is there. */
  withdrawnAt: Instant.optional(),
  /** Codes of the COG under which a report of the PNT says that it is paid, as it writes them: `2111`, `21101`. Absent where none says. */
  partidas: z
    .array(z.string().regex(/^[1-9]\d{2,5}$/))
    .min(1)
    .optional(),
  /** The dates whose events have changed since they were announced; absent where none has. */
  changedDates: z.array(ChangedDate).min(1).optional(),
});
export type TenderRow = z.infer<typeof TenderRow>;
