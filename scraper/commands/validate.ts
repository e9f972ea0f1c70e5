import { Command } from "commander";
import { exitCodes } from "../errors.ts";
import { validateFiles } from "../validate/validate-files.ts";

/** `compras validate`: every fault on a line of standard output, and exit code 1 where there is one. */
export function validateCommand(): Command {
  return new Command("validate")
    .description("check OCDS files: packages, releases, JSON Lines; every fault with its path")
    .argument("<file...>", "files to check, .gz too")
    .option(
      "--schema <folder>",
      "the official schemas (1.1.5/*.json, extensions/<name>@<version>/); without it, the project's own model",
    )
    .action(async (files: string[], { schema }: { schema?: string }) => {
      const { documents, faults } = await validateFiles(files, { schemaDir: schema }, (fault) => {
        process.stdout.write(`${fault.file}: ${fault.path}: ${fault.message}\n`);
      });
      if (faults > 0) {
        process.stderr.write(`compras: ${faults} faults in ${documents} documents.\n`);
        process.exitCode = exitCodes.failed;
      } else {
        process.stdout.write(`${documents} documents in ${files.length} files: no fault.\n`);
      }
    });
}
