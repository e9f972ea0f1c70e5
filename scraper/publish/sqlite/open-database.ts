import Database from "libsql";
import { describeError, errorCode, StopRunError } from "../../errors.ts";
import { createTable, type SqlTable } from "./sql-table.ts";

/** The published database while it is written. Everything throws `StopRunError` where SQLite fails. */
export interface FeedDatabase {
  /** @returns what adds a row. */
  createTable<Row>(table: SqlTable<Row>): (row: Row) => void;
  exec(sql: string): void;
  /** The first column of the first row. @param values of the parameters. */
  readValue(sql: string, ...values: string[]): unknown;
  /** Writes the database into a new file, packed and in order, and lets go of this one. */
  closeInto(file: string): void;
}

/** `CADu` in ASCII: what kind of SQLite file this is. */
const applicationId = 0x43414475;
/** Raised when a table or view changes in a way that breaks a query. */
const schemaVersion = 1;
/** What is kept in memory of the file, however large it grows. */
const cacheKib = 8 * 1024;

/**
 * Opens a new database for writing. Nothing is kept to undo what is written: a draft that fails is thrown away. Nor does SQLite
 * check here what rows refer to, since a change comes before its procedure.
 */
export function openDatabase(file: string): FeedDatabase {
  const guard = <Result>(body: () => Result): Result => {
    try {
      return body();
    } catch (error) {
      throw explain(error, file);
    }
  };
  const db = guard(() => {
    const opened = new Database(file);
    opened.pragma("page_size = 4096");
    opened.pragma(`application_id = ${applicationId}`);
    opened.pragma(`user_version = ${schemaVersion}`);
    opened.pragma("foreign_keys = OFF");
    opened.pragma(`cache_size = -${cacheKib}`);
    opened.pragma("journal_mode = OFF");
    opened.pragma("synchronous = OFF");
    opened.exec("BEGIN");
    return opened;
  });
  const statements = new Map<string, Database.Statement>();
  return {
    createTable: (table) => {
      const addRow = guard(() => createTable(db, table));
      return (row) => guard(() => addRow(row));
    },
    exec: (sql) => {
      guard(() => db.exec(sql));
    },
    readValue: (sql, ...values) =>
      guard(() => {
        const statement = statements.get(sql) ?? db.prepare(sql).raw();
        statements.set(sql, statement);
        const row = statement.get(...values);
        return Array.isArray(row) ? row[0] : undefined;
      }),
    closeInto: (target) => {
      guard(() => {
        db.exec("COMMIT");
        // Rows that come latest first leave the pages half empty.
        db.prepare("VACUUM INTO ?").run(target);
        db.close();
      });
    },
  };
}

function explain(error: unknown, file: string): unknown {
  // libsql's code is empty where it cannot open a file; what has no code at all is no failure of SQLite.
  if (!/^(SQLITE_|$)/.test(errorCode(error) ?? "none")) return error;
  return new StopRunError(
    `${file}: the database cannot be written (${describeError(error)}). The last feed is untouched; make room or name another folder with --out.`,
    { cause: error },
  );
}
