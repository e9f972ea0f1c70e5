import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import * as z from "zod";
import { errorCode, StopRunError } from "../errors.ts";
import { inTransaction, type Store } from "./open-store.ts";
import { readRow } from "./rows.ts";

const beatEveryMs = 15_000;
/** A writer that has not been heard of for so long is gone, even where its number belongs to another process by now. */
const staleAfterMs = 120_000;

const Writer = z.object({ pid: z.number(), host: z.string(), beat_at: z.number() });

/** The process that scrapes into the store now; undefined where none does. */
export function currentWriter(store: Store): { pid: number; host: string } | undefined {
  const writer = readRow(Writer, store.db.prepare("SELECT pid, host, beat_at FROM writer").get());
  return writer && isAlive(writer, hostname()) ? { pid: writer.pid, host: writer.host } : undefined;
}

/**
 * Makes this process the only one that scrapes into the store, until the returned function is called.
 *
 * Throws `StopRunError` while another process does. A writer that was killed leaves its mark; it is recognised by its process
 * being gone, or from another machine by two minutes of silence.
 */
export function lockWriter(store: Store): () => void {
  const token = randomUUID();
  const host = hostname();
  inTransaction(store, () => {
    const other = currentWriter(store);
    if (other) {
      throw new StopRunError(
        `${store.file}: another scrape (process ${other.pid} on ${other.host}) is writing this store. Wait until it is done, or name another file with --store.`,
      );
    }
    store.db
      .prepare(
        "INSERT OR REPLACE INTO writer (id, token, pid, host, beat_at) VALUES (1, ?, ?, ?, ?)",
      )
      .run(token, process.pid, host, Date.now());
  });
  const beat = setInterval(() => {
    store.db.prepare("UPDATE writer SET beat_at = ? WHERE token = ?").run(Date.now(), token);
  }, beatEveryMs);
  beat.unref();
  return () => {
    clearInterval(beat);
    store.db.prepare("DELETE FROM writer WHERE token = ?").run(token);
  };
}

function isAlive(writer: z.infer<typeof Writer>, host: string): boolean {
  if (Date.now() - writer.beat_at > staleAfterMs) return false;
  if (writer.host !== host) return true;
  try {
    return process.kill(writer.pid, 0);
  } catch (error) {
    // EPERM: it lives, and belongs to another user.
    return errorCode(error) === "EPERM";
  }
}
