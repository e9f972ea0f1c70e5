import { Command, Option } from "commander";
import * as z from "zod";
import type { FeedIndex } from "../../shared/feed/index-schema.ts";
import {
  baseUrlOption,
  contactOption,
  outOption,
  parsePercent,
  profileOption,
  storeOption,
} from "../options.ts";
import { findProfile } from "../portal-profiles.ts";
import { gateTable } from "../publish/gate.ts";
import { publish } from "../publish/publish.ts";
import { createReporter } from "../reporter.ts";

const PublishOptions = z.object({
  profile: z.string(),
  store: z.string(),
  out: z.string(),
  baseUrl: z.string(),
  contact: z.string().optional(),
  maxDrop: z.number(),
  maxWithdrawn: z.number(),
  maxCoverageDrop: z.number(),
  maxSkipped: z.number(),
  accept: z.boolean().default(false),
});

/** The options of the gate, which `run` takes too; one that the command has already serves both. */
export function addGateOptions(command: Command): Command {
  for (const { en, limit } of Object.values(gateTable)) {
    if (limit === undefined) continue;
    const option = new Option(
      `${limit.option} <percent>`,
      `how much the gate lets pass where ${en}`,
    )
      .env(`COMPRAS_${limit.option.slice(2).replaceAll("-", "_").toUpperCase()}`)
      .default(limit.default)
      .argParser(parsePercent);
    if (!command.options.some(({ long }) => long === option.long)) command.addOption(option);
  }
  return command.option("--accept", "publish though the gate is closed; salud.json says so");
}

/** Publishes as a command's parsed options say. */
export function publishWith(parsed: unknown): Promise<FeedIndex> {
  const { profile, store, out, baseUrl, contact, accept, ...limits } = PublishOptions.parse(parsed);
  const reporter = createReporter();
  const gate = { limits, accept };
  return publish({ store, out, baseUrl, contact, profile: findProfile(profile), gate, reporter });
}

/** A sentence on what was published; the notice comes first, since it says whether the data is real. */
export function describeFeed({ counts, files, notice }: FeedIndex, parsed: unknown): string {
  const { out } = PublishOptions.parse(parsed);
  return (
    `${notice}\n${counts.procedures} procedures, ${counts.releases} releases and ${counts.suppliers} suppliers ` +
    `published in ${out} (${files.length + 2} files).`
  );
}

/** `compras publish`. */
export function publishCommand(): Command {
  const command = new Command("publish")
    .description("write the feed from the store; the last feed stays until the new one is whole")
    .addOption(profileOption())
    .addOption(storeOption())
    .addOption(outOption())
    .addOption(baseUrlOption())
    .addOption(contactOption());
  return addGateOptions(command).action(async (options: unknown) => {
    process.stdout.write(`${describeFeed(await publishWith(options), options)}\n`);
  });
}
