import * as z from "zod";

const Text = z.string().min(1);

/** What came of looking for a document's text. */
const textStates = [
  /** It has text on some page. */
  "text",
  /** Pages without any text, as scanners make them. */
  "noText",
  "notPdf",
  /** Protected by a password. */
  "locked",
  "damaged",
  /** More than is read, of bytes or of memory. */
  "tooLarge",
  /** Reading it took longer than it may. */
  "tooLong",
] as const;

export const DocumentText = z.strictObject({
  /** The document's, within its procedure. */
  id: Text,
  /** Of the file whose text this is. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  state: z.enum(textStates),
  /** The text of each page from the first on, personal data left out; absent where there is none. */
  pages: z.array(z.string()).optional(),
  /** Whether there is more than is told. */
  isCut: z.boolean().optional(),
});
export type DocumentText = z.infer<typeof DocumentText>;

/** `textos/<id>.json`: what is written in the documents of a procedure, where whoever publishes has kept and read them. */
export const ProcessTexts = z.strictObject({
  /** The portal's number. */
  id: Text,
  ocid: Text,
  documents: z.array(DocumentText).min(1),
});
export type ProcessTexts = z.infer<typeof ProcessTexts>;
