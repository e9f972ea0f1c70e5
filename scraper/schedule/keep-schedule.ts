import { formatInstant } from "../../shared/values/dates.ts";
import { describeExit, type ExitCode, exitCodes } from "../errors.ts";
import type { Clock } from "./clock.ts";
import type { CronTimes } from "./cron-times.ts";
import type { LastRun } from "./last-run.ts";
import type { RunEnd } from "./run-child.ts";

export interface ScheduleSettings {
  cron: CronTimes;
  /** The longest pause between the instant that the pattern names and the run. */
  jitterMs: number;
  timeZone: string;
  lastRun: LastRun;
  clock: Clock;
  /** From 0 up to 1. */
  random: () => number;
  run: (signal: AbortSignal) => Promise<RunEnd>;
  /** Takes one line. */
  say: (line: string) => void;
  /** Ends the schedule; its reason is the name of the signal. */
  signal: AbortSignal;
}

/**
 * Timers stand still while the machine sleeps, and the clock may be set: so it is looked at again after this while at the latest.
 */
const lookEveryMs = 60_000;

/**
 * Runs at the instants of a cron pattern, one run after the other, until `signal` ends it. Whatever was missed meanwhile, while the
 * program was down, the machine slept or a run took long, is made up for by one run. A run that fails is told of, and the schedule
 * goes on; only one that was called wrongly ends it, since it would be called so for ever.
 */
export async function keepSchedule(settings: ScheduleSettings): Promise<ExitCode> {
  const { clock, signal, say, lastRun } = settings;
  const write = (instant: Date) => formatInstant(instant, settings.timeZone);
  let turn = turnAfter(lastRun.settledAt, settings);
  say(`${lastRun.what} ${describeNext(turn, settings)}`);
  for (;;) {
    while (!signal.aborted && clock.now() < turn.dueAt()) {
      const restMs = turn.dueAt().getTime() - clock.now().getTime();
      await clock.wait(Math.min(restMs, lookEveryMs), signal);
    }
    if (signal.aborted) {
      say(`${signal.reason} ended the schedule; no run was under way.`);
      return exitCodes.done;
    }
    const startedAt = clock.now();
    const end = await settings.run(signal);
    const endedAt = clock.now();
    const told = `${write(startedAt)} to ${write(endedAt)}: ${describeEnd(end)}`;
    if (signal.aborted) {
      say(`${told} ${signal.reason} ended the schedule.`);
      return exitCodes.done;
    }
    if (end.exitCode === exitCodes.wrongUsage) {
      say(`${told} The schedule ends, since every further run would end so.`);
      return exitCodes.wrongUsage;
    }
    turn = turnAfter(endedAt, settings);
    say(`${told} ${describeNext(turn, settings)}`);
  }
}

interface Turn {
  /** Comes earlier where the clock was set back since. */
  dueAt(): Date;
}

/** @param settledAt undefined for a turn that is due at once. */
function turnAfter(settledAt: Date | undefined, settings: ScheduleSettings): Turn {
  const { cron, clock, jitterMs, random } = settings;
  if (settledAt === undefined) return { dueAt: () => new Date(0) };
  const pauseMs = Math.floor(random() * jitterMs);
  const after = (instant: Date) => new Date(cron.next(instant).getTime() + pauseMs);
  let since = settledAt;
  let dueAt = after(since);
  return {
    dueAt: () => {
      const now = clock.now();
      if (now < since) {
        since = now;
        dueAt = after(since);
      }
      return dueAt;
    },
  };
}

function describeNext(turn: Turn, { clock, timeZone }: ScheduleSettings): string {
  const dueAt = turn.dueAt();
  if (dueAt > clock.now()) return `Next run: ${formatInstant(dueAt, timeZone)}.`;
  return "A run is due now.";
}

/** How a run ended, in one line. */
function describeEnd({ exitCode, signal, results, complaint }: RunEnd): string {
  const how = exitCode === null ? describeKill(signal) : `${describeExit(exitCode)} (${exitCode})`;
  const published = exitCode === exitCodes.done ? [] : ["Nothing was published."];
  return [
    `${how}.`,
    ...results,
    ...(complaint === undefined ? [] : [complaint]),
    ...published,
  ].join(" ");
}

function describeKill(signal: string | null): string {
  return signal === null ? "could not be started" : `killed by ${signal}`;
}
