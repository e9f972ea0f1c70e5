import * as z from "zod";
import { StopRunError } from "../errors.ts";
import { currentHolder, HeldError, type Holder, lockFile } from "./file-lock.ts";

const Pattern = z.object({
  cron: z.string(),
  /** ISO 8601 with offset. */
  since: z.string(),
});
type Pattern = z.infer<typeof Pattern>;
/** A `compras schedule` that runs. */
export type Schedule = Pick<Holder, "pid" | "host"> & Pattern;

/**
 * Makes this process the only one that keeps a schedule for a store, until the returned function is called or the process ends.
 * The file that it holds lies beside the store: `<store>-schedule`.
 *
 * Throws `StopRunError` while another process keeps one.
 */
export function lockSchedule(storeFile: string, { cron, since }: Pattern): () => void {
  try {
    return lockFile(lockFileOf(storeFile), JSON.stringify({ cron, since }));
  } catch (error) {
    if (!(error instanceof HeldError)) throw error;
    const other = error.holder && scheduleOf(error.holder);
    const pattern = other ? `, with --cron "${other.cron}", since ${other.since}` : "";
    throw new StopRunError(
      `${storeFile}: another schedule runs on this store (${error.who}${pattern}). End it first, or name another file with --store.`,
      { cause: error },
    );
  }
}

/** The schedule that runs on a store; undefined where none does. */
export function currentSchedule(storeFile: string): Schedule | undefined {
  const holder = currentHolder(lockFileOf(storeFile));
  return holder && scheduleOf(holder);
}

function scheduleOf({ pid, host, about }: Holder): Schedule {
  return { pid, host, ...Pattern.parse(JSON.parse(about)) };
}

function lockFileOf(storeFile: string): string {
  return `${storeFile}-schedule`;
}
