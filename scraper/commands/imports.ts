import { Command } from "commander";
import * as z from "zod";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { storeOption } from "../options.ts";
import { allImports, type Import } from "../store/imports.ts";
import { openStore, type Store } from "../store/open-store.ts";
import { undoImport } from "../store/undo-import.ts";
import { lockWriter } from "../store/writer-lock.ts";

/** `compras imports` and `compras imports undo`: what other sources have brought into the store. */
export function importsCommand(): Command {
  const undo = new Command("undo")
    .description("take an import back: nothing of it is published any more")
    .argument("<name>", "as `compras imports` lists it")
    .action((name: string, _: unknown, command: Command) => {
      withStore(command.optsWithGlobals(), (store) => {
        const unlock = lockWriter(store);
        try {
          undoImport(store, name, { at: new Date(), timeZone: durango.timeZone });
        } finally {
          unlock();
        }
        process.stdout.write(`${name} is undone. Publish to bring that into the feed.\n`);
      });
    });
  return new Command("imports")
    .description("list what was taken in from other sources; undo takes one of them back")
    .addOption(storeOption())
    .option("--json", "the whole reports, as JSON")
    .action((options: unknown) => {
      withStore(options, (store) => {
        const imports = allImports(store);
        const { json } = z.object({ json: z.boolean().default(false) }).parse(options);
        process.stdout.write(json ? `${JSON.stringify(imports, undefined, 2)}\n` : list(imports));
      });
    })
    .addCommand(undo);
}

function withStore(options: unknown, body: (store: Store) => void): void {
  const { store: file } = z.object({ store: z.string() }).parse(options);
  const store = openStore(file, { mustExist: true });
  try {
    body(store);
  } finally {
    store.close();
  }
}

function list(imports: readonly Import[]): string {
  if (imports.length === 0) return "Nothing was imported into this store yet.\n";
  return imports.map((each) => `${describe(each)}\n`).join("");
}

function describe({ name, kind, source, importedAt, undoneAt, report }: Import): string {
  const counts = Object.entries(report.counts).map(([what, count]) => `${count} ${what}`);
  const notTaken = report.notTaken.length === 0 ? [] : [`${report.notTaken.length} not taken`];
  const undone = undoneAt === undefined ? "" : `, undone ${undoneAt.slice(0, 10)}`;
  return `${name} (${kind}, ${importedAt.slice(0, 10)}${undone}): ${source}: ${[...counts, ...notTaken].join(", ")}`;
}
