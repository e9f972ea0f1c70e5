import type { Store } from "../store/open-store.ts";
import { latestRuns } from "../store/runs.ts";
import { currentWriter } from "../store/writer-lock.ts";

/** Where a schedule goes on from. */
export interface LastRun {
  /** Runs that were due until then are done; undefined where one is due now. */
  settledAt?: Date;
  /** In a sentence. */
  what: string;
}

/**
 * What the store knows of the last run. One is due at once where there was none, where the last one did not come to its end for a
 * reason of this machine, and where what it read was never published.
 */
export function readLastRun(store: Store, now: Date): LastRun {
  const writer = currentWriter(store);
  if (writer) {
    return {
      settledAt: now,
      what: `Process ${writer.pid} on ${writer.host} is reading the portal into this store.`,
    };
  }
  const [run] = latestRuns(store, 1);
  if (run === undefined) return { what: "No run is known yet." };
  // What the portal did to a run is said there; it is left alone until the next turn.
  const isUnfinished =
    run.state === "running" || (run.state === "failed" && run.reached === undefined);
  if (isUnfinished) return { what: "The last run did not come to its end." };
  if (run.state === "done" && run.gate === undefined) {
    return { what: "What the last run read was not published." };
  }
  // A run that is over says when.
  const endedAt = run.finishedAt ?? run.startedAt;
  return { settledAt: new Date(endedAt), what: `The last run ended at ${endedAt}.` };
}
