import * as z from "zod";
import { FormDifference } from "./health.ts";

const Text = z.string().min(1);
const Instant = z.iso.datetime({ offset: true });

/** Raised when an older extension could no longer read the file. */
export const compatSchemaVersion = 1;

/** Whether the pages of one kind are as they are declared. */
export const PageCompat = z.strictObject({
  /**
   * `met`: every page had the labels that are required, at the address that is declared. `partly`: some had. `changed`: none
   * had, or the address is another. `unread`: no reading that is known looked at such a page, and nothing else is said of it.
   */
  status: z.enum(["met", "partly", "changed", "unread"]),
  /** When the run began that looked at them last. */
  readAt: Instant.optional(),
  /** When the first of the runs began that found them in the same form, without another form in between. */
  since: Instant.optional(),
  /** Pages that it looked at. */
  pages: z.int().positive().optional(),
  /** Required fields for which some page had no label. */
  missing: z.array(Text).optional(),
  /** Labels that nobody knows. */
  unknownLabels: z.int().nonnegative().optional(),
  /** Whether the pages lay at the declared address. */
  route: z.boolean().optional(),
  /** How labels and texts were found, as in `salud.json`. */
  strategies: z.array(Text).optional(),
  listKind: z.enum(["html", "datatables", "json"]).optional(),
  fingerprint: Text.optional(),
  /** What was different until `since`; absent where no other form is known. */
  changed: FormDifference.optional(),
});
export type PageCompat = z.infer<typeof PageCompat>;

/** `compat.json`: whether the portal still is what its profile says, so that whoever reads its pages by that profile can say so. */
export const FeedCompat = z.object({
  schemaVersion: z.literal(compatSchemaVersion),
  title: Text,
  /** The declaration that was compared with; the hash is of its canonical JSON (RFC 8785). */
  profile: z.object({ id: Text, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  /** The last reading, whether it came to its end or not. */
  lastRun: z.object({
    startedAt: Instant,
    state: z.enum(["done", "failed", "unfinished"]),
    reached: z.enum(["yes", "changed", "refused", "silent"]).optional(),
  }),
  pages: z.object({ listado: PageCompat, procedimiento: PageCompat, padron: PageCompat }),
});
export type FeedCompat = z.infer<typeof FeedCompat>;
