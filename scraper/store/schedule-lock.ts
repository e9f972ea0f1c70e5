import { existsSync } from "node:fs";
import { hostname } from "node:os";
import Database from "libsql";
import * as z from "zod";
import { describeError, errorCode, StopRunError } from "../errors.ts";
import { readRow } from "./rows.ts";

/** Whoever asks only looks, so a lock that is met is given back within moments. */
const busyTimeoutMs = 1_000;

const table = `
  CREATE TABLE IF NOT EXISTS schedule (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    pid INTEGER NOT NULL,
    host TEXT NOT NULL,
    cron TEXT NOT NULL,
    since TEXT NOT NULL
  ) STRICT`;

const Schedule = z.object({
  pid: z.number(),
  host: z.string(),
  cron: z.string(),
  /** ISO 8601 with offset. */
  since: z.string(),
});
/** A `compras schedule` that runs. */
export type Schedule = z.infer<typeof Schedule>;

/**
 * Makes this process the only one that keeps a schedule for a store, until the returned function is called or the process ends.
 *
 * What is held is a write lock on a small SQLite file beside the store, `<store>-schedule`: the system gives it back when a process
 * dies, however it dies, and nothing has to be written all year to show that one lives. Others can still read who holds it.
 *
 * Throws `StopRunError` while another process keeps one.
 */
export function lockSchedule(
  storeFile: string,
  { cron, since }: Pick<Schedule, "cron" | "since">,
): () => void {
  const db = openLock(storeFile, busyTimeoutMs);
  try {
    db.exec("BEGIN IMMEDIATE");
    db.exec(table);
    db.prepare(
      "INSERT OR REPLACE INTO schedule (id, pid, host, cron, since) VALUES (1, ?, ?, ?, ?)",
    ).run(process.pid, hostname(), cron, since);
    db.exec("COMMIT");
    db.exec("BEGIN IMMEDIATE");
    return () => db.close();
  } catch (error) {
    const other = readHolder(db);
    db.close();
    if (!isBusy(error)) throw unusable(storeFile, error);
    const who = other
      ? `process ${other.pid} on ${other.host}, with --cron "${other.cron}", since ${other.since}`
      : "another process";
    throw new StopRunError(
      `${storeFile}: another schedule runs on this store (${who}). End it first, or name another file with --store.`,
      { cause: error },
    );
  }
}

/** The schedule that runs on a store; undefined where none does. */
export function currentSchedule(storeFile: string): Schedule | undefined {
  if (!existsSync(lockFileOf(storeFile))) return undefined;
  const db = openLock(storeFile, 0);
  try {
    db.exec("BEGIN IMMEDIATE");
    return undefined;
  } catch (error) {
    if (!isBusy(error)) throw unusable(storeFile, error);
    return readHolder(db);
  } finally {
    db.close();
  }
}

function lockFileOf(storeFile: string): string {
  return `${storeFile}-schedule`;
}

function openLock(storeFile: string, timeout: number): Database.Database {
  try {
    return new Database(lockFileOf(storeFile), { timeout });
  } catch (error) {
    throw unusable(storeFile, error);
  }
}

/** Undefined where it cannot be read: it only serves to say who it is. */
function readHolder(db: Database.Database): Schedule | undefined {
  try {
    return readRow(Schedule, db.prepare("SELECT pid, host, cron, since FROM schedule").get());
  } catch {
    return undefined; // The table is being made.
  }
}

function isBusy(error: unknown): boolean {
  return /BUSY|LOCKED/.test(errorCode(error) ?? "");
}

function unusable(storeFile: string, cause: unknown): StopRunError {
  return new StopRunError(
    `${lockFileOf(storeFile)}: this file, with which a schedule says that it runs, cannot be used (${describeError(cause)}). Remove it, or name another store with --store.`,
    { cause },
  );
}
