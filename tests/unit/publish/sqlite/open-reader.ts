import Database from "libsql";
import { afterAll } from "vitest";

export type Ask = (sql: string, ...values: unknown[]) => Record<string, unknown>[];

export function openReader(file: string): Ask {
  const db = new Database(file, { readonly: true });
  afterAll(() => db.close());
  return (sql, ...values) => {
    const statement = db.prepare(sql);
    const names = statement.columns().map(({ name }) => name);
    return statement
      .raw()
      .all(...values)
      .map((row) => Object.fromEntries(names.map((name, at) => [name, (row as unknown[])[at]])));
  };
}
