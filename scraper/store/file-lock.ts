import { existsSync } from "node:fs";
import { hostname } from "node:os";
import Database from "libsql";
import * as z from "zod";
import { describeError, errorCode, StopRunError } from "../errors.ts";
import { readRow } from "./rows.ts";

/** Whoever asks only looks, so a lock that is met is given back within moments. */
const busyTimeoutMs = 1_000;

const table = `
  CREATE TABLE IF NOT EXISTS holder (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    pid INTEGER NOT NULL,
    host TEXT NOT NULL,
    about TEXT NOT NULL
  ) STRICT`;

const Holder = z.object({
  pid: z.number(),
  host: z.string(),
  /** What it does, in its own words. */
  about: z.string(),
});
/** The process that holds a lock. */
export type Holder = z.infer<typeof Holder>;

/** Another process holds the lock. Thrown by `lockFile`, for its caller to say what that means. */
export class HeldError extends Error {
  override name = "HeldError";
  /** Undefined where it cannot be read, as in the moment in which it is written. */
  readonly holder: Holder | undefined;

  constructor(file: string, holder: Holder | undefined, cause: unknown) {
    super(`${file} is held by another process`, { cause });
    this.holder = holder;
  }

  /** Who it is: `process 12 on pc`. */
  get who(): string {
    return this.holder ? `process ${this.holder.pid} on ${this.holder.host}` : "another process";
  }
}

/**
 * Makes this process the only one that holds a file, until the returned function is called or the process ends.
 *
 * What is held is a write lock on a small SQLite file, which stays: the system gives the lock back when a process dies, however it
 * dies, and nothing has to be written all year to show that one lives. Others can still read who holds it.
 *
 * Throws `HeldError` while another process holds it, `StopRunError` for a file that cannot be used.
 */
export function lockFile(file: string, about: string): () => void {
  const db = openLock(file, busyTimeoutMs);
  try {
    db.exec("BEGIN IMMEDIATE");
    db.exec(table);
    db.prepare("INSERT OR REPLACE INTO holder (id, pid, host, about) VALUES (1, ?, ?, ?)").run(
      process.pid,
      hostname(),
      about,
    );
    db.exec("COMMIT");
    db.exec("BEGIN IMMEDIATE");
    // Closed alone, it would hold on until the statement above is collected.
    return () => {
      db.exec("ROLLBACK");
      db.close();
    };
  } catch (error) {
    const holder = readHolder(db);
    db.close();
    throw isBusy(error) ? new HeldError(file, holder, error) : unusable(file, error);
  }
}

/** The process that holds a file now; undefined where none does, or where it cannot be read. Throws `StopRunError` as `lockFile` does. */
export function currentHolder(file: string): Holder | undefined {
  return isHeld(file) ? withLock(file, readHolder) : undefined;
}

/** Whether a process holds a file now. Throws `StopRunError` as `lockFile` does. */
export function isHeld(file: string): boolean {
  if (!existsSync(file)) return false;
  return withLock(file, (db) => {
    try {
      db.exec("BEGIN IMMEDIATE");
      return false;
    } catch (error) {
      if (!isBusy(error)) throw unusable(file, error);
      return true;
    }
  });
}

function withLock<Result>(file: string, look: (db: Database.Database) => Result): Result {
  const db = openLock(file, 0);
  try {
    return look(db);
  } finally {
    db.close();
  }
}

function openLock(file: string, timeout: number): Database.Database {
  try {
    return new Database(file, { timeout });
  } catch (error) {
    throw unusable(file, error);
  }
}

/** Undefined where it cannot be read: it only serves to say who it is. */
function readHolder(db: Database.Database): Holder | undefined {
  try {
    return readRow(Holder, db.prepare("SELECT pid, host, about FROM holder").get());
  } catch {
    return undefined; // The table is being made.
  }
}

function isBusy(error: unknown): boolean {
  return /BUSY|LOCKED/.test(errorCode(error) ?? "");
}

function unusable(file: string, cause: unknown): StopRunError {
  return new StopRunError(
    `${file}: this file, by which processes keep out of each other's way, cannot be used (${describeError(cause)}). Remove it, or make its folder writable.`,
    { cause },
  );
}
