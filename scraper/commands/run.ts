import { Command } from "commander";
import * as z from "zod";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { baseUrlOption, outOption } from "../options.ts";
import { tellFailure } from "../publish/renew-health.ts";
import { createReporter } from "../reporter.ts";
import { addGateOptions, describeFeed, publishWith } from "./publish.ts";
import { addScrapeOptions, describeScrape, scrapeWith } from "./scrape.ts";

const RunOptions = z.object({
  store: z.string(),
  out: z.string(),
  dryRun: z.boolean().default(false),
});

/**
 * `compras run`: scrape, then publish. A scrape that fails publishes nothing, and the `salud.json` of the last feed says that it
 * failed; neither does a dry run.
 */
export function runCommand(): Command {
  const command = addScrapeOptions(new Command("run"))
    .description("scrape, then publish: what a scheduler calls")
    .addOption(outOption())
    .addOption(baseUrlOption());
  return addGateOptions(command).action(async (options: unknown) => {
    const { store, out, dryRun } = RunOptions.parse(options);
    try {
      process.stdout.write(`${describeScrape(await scrapeWith(options))}\n`);
    } catch (error) {
      if (!dryRun) await tellFailure({ store, out, profile: durango }, createReporter());
      throw error;
    }
    if (dryRun) return;
    process.stdout.write(`${describeFeed(await publishWith(options), options)}\n`);
  });
}
