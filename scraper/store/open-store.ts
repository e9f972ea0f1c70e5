import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import Database from "libsql";
import { describeError, errorCode, StopRunError } from "../errors.ts";
import { migrations } from "./migrations.ts";

/** An open store. Only this folder speaks SQL to it. */
export interface Store {
  file: string;
  db: Database.Database;
  /** A statement that is compiled once; not to be iterated over, since it is shared. */
  prepare(sql: string): Database.Statement;
  close(): void;
}

/** Another program may hold the file for the moment of one transaction. */
const busyTimeoutMs = 5_000;

/**
 * Opens a store and brings its tables up to date; creates it where it is missing, unless `mustExist`.
 *
 * Throws `StopRunError` that says what to do for a file that is no store, is damaged, was made by a newer version, or lies in a
 * folder that cannot be written.
 */
export function openStore(file: string, options: { mustExist?: boolean } = {}): Store {
  const exists = existsSync(file);
  if (!exists && options.mustExist) {
    throw new StopRunError(
      `${file}: there is no store yet. Run \`compras scrape --store ${file}\` first, or name another with --store.`,
    );
  }
  checkWritable(file, exists);
  try {
    const db = new Database(file, { timeout: busyTimeoutMs });
    prepare(db, file);
    return { file, db, prepare: rememberStatements(db), close: () => close(db) };
  } catch (error) {
    throw unusable(error, file);
  }
}

/**
 * Runs `body` in one transaction that takes the write lock at once, so that it never fails half way for another writer. Within another one it is a part
 * of that.
 */
export function inTransaction<Result>(store: Store, body: () => Result): Result {
  return store.db.inTransaction ? body() : store.db.transaction(body).immediate();
}

/**
 * Runs `body`, which may take its time, in one transaction that holds the write lock: all that it writes is kept, or nothing where it throws or
 * `keep` says no. Nothing else may use the store meanwhile.
 */
export async function inLongTransaction<Result>(
  store: Store,
  body: () => Promise<Result>,
  keep: boolean,
): Promise<Result> {
  store.db.exec("BEGIN IMMEDIATE");
  let result: Result;
  try {
    result = await body();
  } catch (error) {
    store.db.exec("ROLLBACK");
    throw error;
  }
  store.db.exec(keep ? "COMMIT" : "ROLLBACK");
  return result;
}

/** Runs `body` with one view of the store, also while another process writes to it. `body` must not write. */
export async function inSnapshot<Result>(
  store: Store,
  body: () => Promise<Result>,
): Promise<Result> {
  store.db.exec("BEGIN");
  try {
    return await body();
  } finally {
    store.db.exec("COMMIT");
  }
}

function checkWritable(file: string, exists: boolean): void {
  const folder = path.dirname(path.resolve(file));
  try {
    if (!exists) mkdirSync(folder, { recursive: true });
    // SQLite keeps its journal beside the file, so the folder must be writable too.
    accessSync(folder, constants.W_OK);
    if (exists) accessSync(file, constants.R_OK | constants.W_OK);
  } catch (cause) {
    throw new StopRunError(
      `${file}: the store cannot be written (${errorCode(cause) ?? describeError(cause)}). Make ${folder} writable, or name another file with --store.`,
      { cause },
    );
  }
}

function prepare(db: Database.Database, file: string): void {
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = NORMAL");
  db.pragma("foreign_keys = ON");
  const version = versionOf(db);
  if (version > migrations.length) {
    throw new StopRunError(
      `${file}: the store was made by a newer version of compras (${version}; this one knows ${migrations.length}). Update compras, or name another file with --store.`,
    );
  }
  if (version === migrations.length) return;
  if (version === 0 && hasTables(db)) {
    throw new StopRunError(
      `${file}: this SQLite file belongs to another program. Name another file with --store.`,
    );
  }
  db.transaction(() => {
    // Another program may have been faster between the look above and this transaction.
    for (const step of migrations.slice(versionOf(db))) db.exec(step);
    db.exec(`PRAGMA user_version = ${migrations.length}`);
  }).immediate();
}

function rememberStatements(db: Database.Database): Store["prepare"] {
  const statements = new Map<string, Database.Statement>();
  return (sql) => {
    const known = statements.get(sql) ?? db.prepare(sql);
    statements.set(sql, known);
    return known;
  };
}

function versionOf(db: Database.Database): number {
  const row = db.prepare("PRAGMA user_version").get();
  if (typeof row === "object" && row !== null && "user_version" in row) {
    return Number(row.user_version);
  }
  throw new Error("SQLite does not tell its user_version");
}

function hasTables(db: Database.Database): boolean {
  return db.prepare("SELECT name FROM sqlite_schema LIMIT 1").get() !== undefined;
}

function close(db: Database.Database): void {
  try {
    // Leaves one file behind instead of three.
    db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  } catch {
    // A query that a failure broke off still holds its tables. The next opening reads what is left beside the file, and nobody
    // must be told of this in place of the failure.
  }
  db.close();
}

function unusable(error: unknown, file: string): unknown {
  if (error instanceof StopRunError) return error;
  const code = errorCode(error) ?? "";
  if (/NOTADB|CORRUPT/.test(code)) {
    return new StopRunError(
      `${file}: the store is damaged or is no SQLite file (${describeError(error)}). Put a copy of it back, or move it away and scrape anew.`,
      { cause: error },
    );
  }
  if (/BUSY|LOCKED/.test(code)) {
    return new StopRunError(
      `${file}: another program holds the store. Wait until it is done and run the command again.`,
      { cause: error },
    );
  }
  return new StopRunError(
    `${file}: the store cannot be opened (${describeError(error)}). Check the file, or name another with --store.`,
    { cause: error },
  );
}
