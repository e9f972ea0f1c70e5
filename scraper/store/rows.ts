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
  // The schema of the rows stands apart: one that is made anew for each call is compiled anew too, and its code outlives it.
  return readRows(schema, readRow(JsonRows, row)?.rows ?? []);
}

/**
 * All rows of a table in an order that no index has, one at a time, checked. libsql sorts in memory, and whole rows where it
 * is given them: all of the table. So it is given keys alone, and each row is read when it is its turn.
 *
 * @param columns as after SELECT; @param key a column that no two rows have in common; @param order as after ORDER BY.
 */
export function* readSorted<Schema extends z.ZodType>(
  store: Store,
  schema: Schema,
  { columns, table, key, order }: Record<"table" | "key" | "order", string> & { columns: string[] },
): Generator<z.infer<Schema>> {
  const keys = store.db.prepare(`SELECT ${key} AS key FROM ${table} ORDER BY ${order}`).iterate();
  const find = store.prepare(`SELECT ${columns.join(", ")} FROM ${table} WHERE ${key} = ?`);
  for (const row of keys) yield schema.parse(find.get(KeyRow.parse(row).key));
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

const KeyRow = z.object({ key: z.union([z.string(), z.number()]) });
const JsonRows = z.object({ rows: jsonText(z.array(z.unknown())) });

/** SHA-256 of a text, hexadecimal. */
export function hashText(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
