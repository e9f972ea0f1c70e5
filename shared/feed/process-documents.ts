import * as z from "zod";
import { documentTypes } from "../ocds/codelists.ts";

const Text = z.string().min(1);
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Instant = z.iso.datetime({ offset: true });

/** An attachment of a procedure. What the portal does not say and nobody has read is absent. */
export const ProcessDocument = z.strictObject({
  /** Unique within the procedure. */
  id: Text,
  /** As the procedure's page names it. */
  title: Text.optional(),
  type: z.enum(documentTypes).optional(),
  url: z.url(),
  /** When the scraper first saw it, which may be long after it was published. */
  firstSeenAt: Instant,
  /** Since when the page links it no longer. */
  withdrawnAt: Instant.optional(),
  /** What was found at the address the last time that it was read. */
  fileName: Text.optional(),
  mediaType: Text.optional(),
  bytes: z.int().nonnegative().optional(),
  sha256: Sha256.optional(),
  /** When this content was first read there. */
  readAt: Instant.optional(),
  /** When a content other than the one before was first read there; absent where it has always been the same. */
  changedAt: Instant.optional(),
});
export type ProcessDocument = z.infer<typeof ProcessDocument>;

/** The attachments that a procedure's page links or has linked. */
export const ProcessDocuments = z.strictObject({
  /** The portal's number. */
  id: Text,
  ocid: Text,
  /** Where `ProcessTexts` is, from the feed's root; absent where nobody looked for what is written in them. */
  text: z.strictObject({ path: Text, sha256: Sha256 }).optional(),
  documents: z.array(ProcessDocument).min(1),
});
export type ProcessDocuments = z.infer<typeof ProcessDocuments>;
