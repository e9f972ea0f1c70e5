import * as z from "zod";
import { RegistryRow } from "./supplier-row.ts";

const Text = z.string().min(1);

/** What a supplier's row said before or after; fields that it did not have are null. */
const Side = z.partialRecord(
  RegistryRow.omit({ id: true }).keyof(),
  z.union([z.string(), z.array(z.string()), z.null()]),
);

/** A line of `padron/cambios.jsonl`: what happened to a supplier between two readings of one source. */
export const RegistryChange = z.strictObject({
  /** From 1, in the order in which the changes came to be known; one never changes its number. */
  seq: z.int().positive(),
  /** The day on which it came to be known. */
  date: z.iso.date(),
  source: z.enum(["portal", "import"]),
  /** The import that brought it, or whose undoing did. */
  importName: Text.optional(),
  change: z.enum(["added", "removed", "changed"]),
  /** True where the source was read for the first time: everything in it is then new here, and not in the registry. */
  isFirstReading: z.literal(true).optional(),
  /** True where an import was taken back, and what it had changed with it. */
  isUndo: z.literal(true).optional(),
  /** Of the supplier's row; where it has left, of the one that it had. */
  id: Text,
  /** The id that it had before, where number or name have changed. */
  formerId: Text.optional(),
  name: Text,
  /** Companies only. */
  rfc: Text.optional(),
  /** The fields that changed, or all of a row that has left. */
  before: Side.optional(),
  /** The fields that changed, or all of a new row. */
  after: Side.optional(),
});
export type RegistryChange = z.infer<typeof RegistryChange>;
