import type Database from "libsql";
import { dayOf, hasHour } from "../../../shared/values/dates.ts";

/** A column of the published database: how it is made, what stands in it and where it comes from. */
interface SqlColumn<Row> {
  /** In Spanish, without accents. */
  name: string;
  /** As in SQL, constraints included. */
  type: string;
  /** In Spanish; goes into the table `diccionario`. */
  meaning: string;
  /** Undefined is NULL. */
  value: (row: Row) => string | number | undefined;
}

export interface SqlTable<Row> {
  name: string;
  /** What a row is, in Spanish. */
  meaning: string;
  columns: readonly SqlColumn<Row>[];
  /** Constraints of the table as a whole, and what stands after its parentheses. */
  constraints?: string;
  suffix?: string;
  indexes?: readonly string[];
}

/** Makes a table and gives back what adds a row to it. */
export function createTable<Row>(db: Database.Database, table: SqlTable<Row>): (row: Row) => void {
  const { name, columns, constraints, suffix = "", indexes = [] } = table;
  const parts = columns.map((column) => `${column.name} ${column.type}`);
  if (constraints !== undefined) parts.push(constraints);
  db.exec(`CREATE TABLE ${name} (\n  ${parts.join(",\n  ")}\n)${suffix}`);
  for (const index of indexes) {
    db.exec(`CREATE INDEX ${name}_por_${index.replaceAll(/\W+/g, "_")} ON ${name} (${index})`);
  }
  const insert = db.prepare(`INSERT INTO ${name} VALUES (${columns.map(() => "?").join(", ")})`);
  return (row) => {
    insert.run(...columns.map(({ value }) => sqlValue(value(row))));
  };
}

/** `2026-03-18T11:30:00-06:00` → `2026-03-18 11:30:00`, the local time as SQLite's functions read it; the day alone where the hour is not known. */
export function localTime(instant: string | undefined): string | undefined {
  if (instant === undefined) return undefined;
  return hasHour(instant) ? instant.slice(0, 19).replace("T", " ") : dayOf(instant);
}

/** SQLite's own functions take a NUL for the end of a text, so it is left out. A text of nothing else is none. */
function sqlValue(value: string | number | undefined): string | number | null {
  if (typeof value === "string") return value.replaceAll("\0", "") || null;
  return value ?? null;
}
