import * as z from "zod";
import {
  mainProcurementCategories,
  procurementMethods,
  tenderStatuses,
} from "../ocds/codelists.ts";

const Text = z.string().min(1);
/** ISO 8601 with the offset of the portal's zone, so that its first ten characters are the local day. */
const Instant = z.iso.datetime({ offset: true });

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
});
export type TenderRow = z.infer<typeof TenderRow>;
