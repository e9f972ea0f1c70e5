import { Command, Option } from "commander";
import * as z from "zod";
import { formatInstant } from "../../shared/values/dates.ts";
import { cronOption, defaultCron, parseCount } from "../options.ts";
import { findProfile } from "../portal-profiles.ts";
import { systemClock } from "../schedule/clock.ts";
import { readCron } from "../schedule/cron-times.ts";
import { keepSchedule } from "../schedule/keep-schedule.ts";
import { type LastRun, readLastRun } from "../schedule/last-run.ts";
import { runInChild } from "../schedule/run-child.ts";
import { onStopSignal } from "../stop-signal.ts";
import { openStore } from "../store/open-store.ts";
import { lockSchedule } from "../store/schedule-lock.ts";
import { addRunOptions } from "./run.ts";

const ScheduleOptions = z.object({
  profile: z.string(),
  store: z.string(),
  cron: z.string().default(defaultCron),
  /** Minutes. */
  jitter: z.number(),
  verbose: z.boolean().default(false),
});

/** `compras schedule`: `compras run` at the instants of a cron pattern, until SIGINT or SIGTERM ends it. */
export function scheduleCommand(): Command {
  const command = addRunOptions(new Command("schedule"));
  const runFlags = gatherFlags(command);
  return command
    .description("run on a schedule, never twice at once; a run that was missed is made up for")
    .addOption(cronOption())
    .addOption(
      new Option("--jitter <minutes>", "wait up to so long at random before each run")
        .env("COMPRAS_JITTER")
        .default(0)
        .argParser(parseCount(0, 24 * 60)),
    )
    .action(async () => {
      const options = ScheduleOptions.parse(command.optsWithGlobals());
      const { store: storeFile, verbose } = options;
      const { timeZone } = findProfile(options.profile);
      const cron = readCron(options.cron, timeZone);
      const now = systemClock.now();
      const lastRun = lastRunOf(storeFile, now);
      const since = formatInstant(now, timeZone);
      const unlock = lockSchedule(storeFile, { cron: cron.pattern, since });
      const aborter = new AbortController();
      const ignore = onStopSignal((name) => aborter.abort(name));
      // The file of settings may change meanwhile; the store may not, since this schedule holds it.
      const args = ["run", ...runFlags, `--store=${storeFile}`, ...(verbose ? ["--verbose"] : [])];
      try {
        process.exitCode = await keepSchedule({
          cron,
          jitterMs: options.jitter * 60_000,
          timeZone,
          lastRun,
          clock: systemClock,
          random: Math.random,
          run: (signal) => runInChild(args, signal),
          say: (line) => process.stdout.write(`${line}\n`),
          signal: aborter.signal,
        });
      } finally {
        ignore();
        unlock();
      }
    });
}

/** The flags that a command is called with, as it is given them, for another program that takes the same. */
function gatherFlags(command: Command): string[] {
  const flags: string[] = [];
  for (const option of command.options) {
    command.on(`option:${option.name()}`, (value: string | null | undefined) => {
      flags.push(typeof value === "string" ? `${option.long}=${value}` : `${option.long}`);
    });
  }
  return flags;
}

/** Throws `StopRunError` for a store that cannot be opened. */
function lastRunOf(file: string, now: Date): LastRun {
  const store = openStore(file);
  try {
    return readLastRun(store, now);
  } finally {
    store.close();
  }
}
