import { StopRunError } from "./errors.ts";

const stopSignals = ["SIGINT", "SIGTERM"] as const;
export type StopSignal = (typeof stopSignals)[number];

/**
 * Calls `stop` when somebody asks the program to end; the same signal once more ends it at once.
 *
 * @returns gives the signals back what they do by themselves.
 */
export function onStopSignal(stop: (name: StopSignal) => void): () => void {
  for (const name of stopSignals) process.once(name, stop);
  return () => {
    for (const name of stopSignals) process.off(name, stop);
  };
}

/** Runs `body` with a signal that SIGINT and SIGTERM abort; its reason is a `StopRunError` that `describe` words. */
export async function untilStopped<Result>(
  describe: (name: StopSignal) => string,
  body: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const aborter = new AbortController();
  const ignore = onStopSignal((name) => aborter.abort(new StopRunError(describe(name))));
  try {
    return await body(aborter.signal);
  } finally {
    ignore();
  }
}
