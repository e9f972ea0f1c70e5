import * as z from "zod";

const Text = z.string().min(1);

/** What a citation of a procedure needs so that `compras verify` can prove it: its latest release. */
export const RowCitation = z.strictObject({
  /** The portal's number. */
  id: Text,
  /** When the release became known. */
  date: z.iso.datetime({ offset: true }),
  /** The file that holds it for good, and after `#` the release's id. */
  permalink: z.url(),
  /** Of the release in canonical JSON (RFC 8785). */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type RowCitation = z.infer<typeof RowCitation>;
