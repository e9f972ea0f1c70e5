import { Command } from "commander";
import * as z from "zod";
import { exitCodes } from "../errors.ts";
import { baseUrlOption, outOption } from "../options.ts";
import { findProfile } from "../portal-profiles.ts";
import { tellFailure } from "../publish/renew-health.ts";
import { createReporter } from "../reporter.ts";
import { addScrapeOptions } from "../scrape-options.ts";
import { onStopSignal, type StopSignal, untilStopped } from "../stop-signal.ts";
import { addGateOptions, describeFeed, publishWith } from "./publish.ts";
import { describeScrape, describeStop, scrapeWith } from "./scrape.ts";

const RunOptions = z.object({
  profile: z.string(),
  store: z.string(),
  out: z.string(),
  dryRun: z.boolean().default(false),
});

/** The options of `run`, which `schedule` takes too. */
export function addRunOptions(command: Command): Command {
  addScrapeOptions(command).addOption(outOption()).addOption(baseUrlOption());
  return addGateOptions(command);
}

/**
 * `compras run`: scrape, then publish. A scrape that fails publishes nothing, and the `salud.json` of the last feed says that it
 * failed; neither does a dry run.
 */
export function runCommand(): Command {
  const command = addRunOptions(new Command("run"));
  command.description("scrape, then publish: what a scheduler calls");
  return command.action(async (options: unknown) => {
    const { profile: nameOrFile, store, out, dryRun } = RunOptions.parse(options);
    const profile = findProfile(nameOrFile);
    try {
      await untilStopped(describeStop, async (signal) => {
        process.stdout.write(`${describeScrape(await scrapeWith(options, signal))}\n`);
        signal.throwIfAborted();
      });
    } catch (error) {
      if (!dryRun) await tellFailure({ store, out, profile }, createReporter());
      throw error;
    }
    if (dryRun) return;
    const ignore = onStopSignal(leave);
    try {
      process.stdout.write(`${describeFeed(await publishWith(options), options)}\n`);
    } finally {
      ignore();
    }
  });
}

/** A feed that is being written may be left at any moment: the next publish removes what there is of it. */
function leave(name: StopSignal): void {
  process.stderr.write(
    `compras: ${name} stopped the run before its feed was published. The last feed stays; the next run publishes what is in the store.\n`,
  );
  process.exit(exitCodes.failed);
}
