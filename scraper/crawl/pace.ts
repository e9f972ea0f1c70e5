import { setTimeout as wait } from "node:timers/promises";

/**
 * A gate that lets callers through in order, each at least `gapMs` after the one before: the pace of a polite visitor,
 * whatever the number of requests in flight.
 */
export function paceGate(gapMs: number): (signal?: AbortSignal) => Promise<void> {
  let nextAt = 0;
  return async (signal) => {
    const startAt = Math.max(performance.now(), nextAt);
    nextAt = startAt + gapMs;
    // Timers may fire a fraction of a millisecond early, so the clock has the last word.
    for (let rest = startAt - performance.now(); rest > 0; rest = startAt - performance.now()) {
      await wait(Math.ceil(rest), undefined, signal === undefined ? {} : { signal });
    }
  };
}
