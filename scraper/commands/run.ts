import { Command } from "commander";
import { baseUrlOption, outOption } from "../options.ts";
import { describeFeed, publishWith } from "./publish.ts";
import { addScrapeOptions, describeScrape, scrapeWith } from "./scrape.ts";

/** `compras run`: scrape, then publish. A scrape that fails publishes nothing; neither does a dry run. */
export function runCommand(): Command {
  return addScrapeOptions(new Command("run"))
    .description("scrape, then publish: what a scheduler calls")
    .addOption(outOption())
    .addOption(baseUrlOption())
    .action(async (options: { dryRun?: boolean }) => {
      process.stdout.write(`${describeScrape(await scrapeWith(options))}\n`);
      if (options.dryRun) return;
      process.stdout.write(`${describeFeed(await publishWith(options), options)}\n`);
    });
}
