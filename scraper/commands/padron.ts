import { Command } from "commander";
import * as z from "zod";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { contactOption, delayOption, storeOption, timeoutOption } from "../options.ts";
import { readSource } from "../sources/fetch-source.ts";
import { importRegistry } from "../sources/padron/import-registry.ts";
import { takeIn } from "../sources/take-in.ts";

const PadronOptions = z.object({
  store: z.string(),
  contact: z.string().optional(),
  delay: z.number(),
  timeout: z.number(),
  name: z.string().optional(),
  dryRun: z.boolean().default(false),
});

/** `compras padron import`: the registry of suppliers from a file or an address. */
export function padronCommand(): Command {
  const importing = new Command("import")
    .description("take in a registry of suppliers: XLSX, CSV, HTML or text PDF")
    .argument("<source>", "a file, or an http(s) address, which is read politely")
    .addOption(storeOption())
    .addOption(contactOption())
    .addOption(delayOption())
    .addOption(timeoutOption())
    .option("--name <name>", "what the import shall be called, for undoing it")
    .option("--dry-run", "change nothing; show the columns and what could not be placed")
    .action(async (source: string, options: unknown) => {
      const { store, contact, delay, timeout, name, dryRun } = PadronOptions.parse(options);
      const now = () => new Date();
      const file = await readSource(source, { contact, delayMs: delay, timeoutMs: timeout, now });
      const { timeZone } = durango;
      const moment = { at: now(), timeZone, isDryRun: dryRun };
      await takeIn(store, dryRun, (opened) => importRegistry(opened, file, durango, moment, name));
    });
  return new Command("padron")
    .description("the registry of suppliers from another source than the portal's page")
    .addCommand(importing);
}
