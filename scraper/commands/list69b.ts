import { Command } from "commander";
import * as z from "zod";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { storeOption } from "../options.ts";
import { importList } from "../sources/list69b/import-list.ts";
import { readSourceFile } from "../sources/tables/open-tables.ts";
import { takeIn } from "../sources/take-in.ts";

const ListOptions = z.object({ store: z.string(), dryRun: z.boolean().default(false) });

/** `compras list69b import`: the list that the SAT publishes by article 69-B of the Código Fiscal de la Federación. */
export function list69bCommand(): Command {
  const importing = new Command("import")
    .description("take in the SAT's list; companies of the registry are matched by exact RFC only")
    .argument("<file>", "Listado_Completo_69-B.csv, as the SAT publishes it")
    .addOption(storeOption())
    .option("--dry-run", "change nothing; only tell what would come of it")
    .action(async (name: string, options: unknown) => {
      const { store, dryRun } = ListOptions.parse(options);
      const file = await readSourceFile(name);
      const moment = { at: new Date(), timeZone: durango.timeZone, isDryRun: dryRun };
      await takeIn(store, dryRun, (opened) => importList(opened, file, moment));
    });
  return new Command("list69b")
    .description("the SAT's list by article 69-B, for the companies of the registry")
    .addCommand(importing);
}
