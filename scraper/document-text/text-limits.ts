/** How much of a PDF is read, and what it may cost: what anyone can put on a portal must not stop a run. */
export interface TextLimits {
  /** Of the file. */
  bytes: number;
  pages: number;
  /** Of all pages together. */
  characters: number;
  timeoutMs: number;
  /** Of the thread that reads. */
  memoryMb: number;
}

/** Bases of two hundred pages with three thousand characters each; those of the portal that others have seen have 3 to 15 MB. */
export const textLimits: TextLimits = {
  bytes: 60 * 2 ** 20,
  pages: 300,
  characters: 900_000,
  timeoutMs: 30_000,
  memoryMb: 512,
};
