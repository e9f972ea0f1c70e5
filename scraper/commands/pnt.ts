import { Command } from "commander";
import * as z from "zod";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { storeOption } from "../options.ts";
import { importPnt } from "../sources/pnt/import-pnt.ts";
import { readSourceFile } from "../sources/tables/open-tables.ts";
import { takeIn } from "../sources/take-in.ts";

const PntOptions = z.object({
  store: z.string(),
  body: z.string().optional(),
  dryRun: z.boolean().default(false),
  json: z.boolean().default(false),
});

/** `compras pnt import`: the quarterly reports of the Plataforma Nacional de Transparencia. */
export function pntCommand(): Command {
  const importing = new Command("import")
    .description("take in reports of fraction XXVIII: who bids, who wins, on what terms")
    .argument("<file...>", "workbooks as the PNT gives them (formats 43335, 43336, 59729)")
    .addOption(storeOption())
    .option("--body <name>", "the obliged body, where a file does not say whose report it is")
    .option("--dry-run", "change nothing; show what would be taken and linked")
    .option("--json", "tell the whole of each import, as JSON")
    .action(async (files: string[], options: unknown) => {
      const { store, body, dryRun, json } = PntOptions.parse(options);
      const { timeZone } = durango;
      for (const name of files) {
        const file = await readSourceFile(name);
        const settings = { body, at: new Date(), timeZone, isDryRun: dryRun };
        await takeIn(store, dryRun, (opened) => importPnt(opened, file, settings), json);
      }
    });
  return new Command("pnt")
    .description("the quarterly reports of the Plataforma Nacional de Transparencia")
    .addCommand(importing);
}
