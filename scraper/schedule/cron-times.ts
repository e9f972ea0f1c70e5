import { Cron } from "croner";
import { describeError, exitCodes, StopRunError } from "../errors.ts";

/** The instants that a cron pattern names. */
export interface CronTimes {
  pattern: string;
  /** The first one after an instant. */
  next(after: Date): Date;
}

/**
 * Reads a cron pattern of five fields (`30 6 * * *`) or a nickname such as `@daily`, in the hours of a time zone. Throws
 * `StopRunError` with exit code 2 for one that cannot be read, or that never comes.
 */
export function readCron(pattern: string, timeZone: string): CronTimes {
  const cron = parse(pattern, timeZone);
  const next = (after: Date): Date => {
    const instant = cron.nextRun(after);
    if (instant) return instant;
    throw wrong(pattern, "no such day ever comes");
  };
  // A date that comes once is no schedule.
  next(next(new Date(0)));
  return { pattern, next };
}

function parse(pattern: string, timeZone: string): Cron {
  try {
    // Without a function to call, it sets no timer.
    return new Cron(pattern, { timezone: timeZone, mode: "5-part" });
  } catch (cause) {
    throw wrong(pattern, describeError(cause), cause);
  }
}

function wrong(pattern: string, what: string, cause?: unknown): StopRunError {
  return new StopRunError(
    `--cron "${pattern}" cannot be used (${what}). Give five fields, such as "0 */6 * * *" for every six hours.`,
    { exitCode: exitCodes.wrongUsage, cause },
  );
}
