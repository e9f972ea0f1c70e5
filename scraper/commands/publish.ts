import { Command } from "commander";
import * as z from "zod";
import type { FeedIndex } from "../../shared/feed/index-schema.ts";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { baseUrlOption, outOption, storeOption } from "../options.ts";
import { publish } from "../publish/publish.ts";

const PublishOptions = z.object({ store: z.string(), out: z.string(), baseUrl: z.string() });

/** Publishes as a command's parsed options say. */
export function publishWith(parsed: unknown): Promise<FeedIndex> {
  return publish({ ...PublishOptions.parse(parsed), profile: durango });
}

/** A sentence on what was published; the notice comes first, since it says whether the data is real. */
export function describeFeed({ counts, files, notice }: FeedIndex, parsed: unknown): string {
  const { out } = PublishOptions.parse(parsed);
  return (
    `${notice}\n${counts.procedures} procedures, ${counts.releases} releases and ${counts.suppliers} suppliers ` +
    `published in ${out} (${files.length + 1} files).`
  );
}

/** `compras publish`. */
export function publishCommand(): Command {
  return new Command("publish")
    .description("write the feed from the store; the last feed stays until the new one is whole")
    .addOption(storeOption())
    .addOption(outOption())
    .addOption(baseUrlOption())
    .action(async (options: unknown) => {
      process.stdout.write(`${describeFeed(await publishWith(options), options)}\n`);
    });
}
