import { createHash } from "node:crypto";
import * as z from "zod";

/** Checks the rows that a query gives back: the store is a border like any other file. */
export function readRows<Schema extends z.ZodType>(
  schema: Schema,
  rows: readonly unknown[],
): z.infer<Schema>[] {
  return rows.map((row) => schema.parse(row));
}

/** The first row, or undefined where the query found none. */
export function readRow<Schema extends z.ZodType>(
  schema: Schema,
  row: unknown,
): z.infer<Schema> | undefined {
  return row === undefined ? undefined : schema.parse(row);
}

/** A JSON text of the store, checked. */
export function jsonText<Schema extends z.ZodType>(schema: Schema) {
  return z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema);
}

/** SHA-256 of a text, hexadecimal. */
export function hashText(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
