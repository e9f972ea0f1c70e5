import { createHash } from "node:crypto";
import * as z from "zod";
import type { Store } from "./open-store.ts";

/** Checks the rows that a query gives back: the store is a border like any other file. */
export function readRows<Schema extends z.ZodType>(
  schema: Schema,
  rows: readonly unknown[],
): z.infer<Schema>[] {
  return rows.map((row) => schema.parse(row));
}

/**
 * All rows of a query about one thing, checked. SQLite hands them over as one JSON text: each call of libsql's `all` keeps about a
 * kilobyte for ever, which a publish of 100,000 procedures cannot afford; `get` keeps nothing.
 *
 * @param columns as after SELECT; @param source as after FROM, with its order and one `?` for `id`.
 */
export function readRowsOf<Schema extends z.ZodType>(
  store: Store,
  schema: Schema,
  { columns, source }: { columns: readonly string[]; source: string },
  id: string,
): z.infer<Schema>[] {
  const pairs = columns.map((column) => {
    const name = column.split(" AS ").at(-1);
    return `'${name}', ${name}`;
  });
  const row = store
    .prepare(
      `SELECT json_group_array(json_object(${pairs.join(", ")})) AS rows FROM (SELECT ${columns.join(", ")} FROM ${source})`,
    )
    .get(id);
  return readRow(z.object({ rows: jsonText(z.array(schema)) }), row)?.rows ?? [];
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
