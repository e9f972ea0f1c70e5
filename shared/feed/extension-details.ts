import * as z from "zod";
import { ProfileCoverage } from "./supplier-profile.ts";

const Shard = z.string().regex(/^[0-9a-f]{2}$/);
/** A file by its path from the feed's root, with the hash of its content. */
const ShardFile = z.strictObject({
  path: z.string().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/**
 * `extension/detalles-<hash>.json`: in which file the extension finds who bid, who won and which documents there are. Each is known by the first two hexadecimal digits of the SHA-256 of
 * what it is asked for: the portal's number of a procedure, the party of a supplier, the id of a buyer. Where no file is named, nothing is told.
 */
export const ExtensionDetails = z.object({
  schemaVersion: z.literal(1),
  /** Of all processes, on what every figure rests. */
  coverage: ProfileCoverage,
  /** Lists of `ProcessDetails`. */
  processes: z.record(Shard, ShardFile),
  /** Lists of `SupplierProfile`. */
  suppliers: z.record(Shard, ShardFile),
  /** Lists of `BuyerProfile`. */
  buyers: z.record(Shard, ShardFile),
  /** Lists of `RowCitation`, by the portal's number. Absent in feeds from before they were there. */
  citations: z.record(Shard, ShardFile).optional(),
  /** Lists of `ProcessDocuments`, by the portal's number. Absent in feeds from before they were there. */
  documents: z.record(Shard, ShardFile).optional(),
  /** A list of `ProcessAwards` of all procedures. Absent in feeds from before it was told. */
  awards: ShardFile.optional(),
});
export type ExtensionDetails = z.infer<typeof ExtensionDetails>;
