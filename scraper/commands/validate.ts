import { pipeline } from "node:stream/promises";
import { Command } from "commander";
import { errorCode, exitCodes } from "../errors.ts";
import { validateFiles } from "../validate/validate-files.ts";

/** `compras validate`: every fault on a line of standard output, and exit code 1 where there is one. */
export function validateCommand(): Command {
  return new Command("validate")
    .description(
      "check OCDS files: packages, records, releases, JSON Lines; every fault with its path",
    )
    .argument("<file...>", "files to check, gzipped or not")
    .option(
      "--schema <folder>",
      "the official schemas (1.1.5/*.json, extensions/<name>@<version>/); without it, the project's own model",
    )
    .addHelpText(
      "after",
      "\nEach fault is a line of standard output: the file, the path as a JSON pointer after the line of JSON Lines, what is wrong.\n" +
        "The project's own model knows OCDS 1.1.5 with the extensions bidOpening, clarificationMeetings and bids. For data with\n" +
        "other extensions name a folder that holds them with --schema.",
    )
    .action(async (files: string[], { schema }: { schema?: string }) => {
      const counts = { documents: 0, faults: 0 };
      try {
        await pipeline(report(files, schema, counts), process.stdout, { end: false });
      } catch (error) {
        // A reader that has seen enough, such as `head`, is told no more.
        if (errorCode(error) !== "EPIPE") throw error;
        process.exitCode = exitCodes.failed;
        return;
      }
      if (counts.faults === 0) return;
      process.stderr.write(
        `compras: ${count(counts.faults, "fault")} in ${count(counts.documents, "document")}, ${count(files.length, "file")}.\n`,
      );
      process.exitCode = exitCodes.failed;
    });
}

async function* report(
  files: readonly string[],
  schemaDir: string | undefined,
  counts: { documents: number; faults: number },
): AsyncGenerator<string> {
  for await (const { file, isDocument, faults } of validateFiles(files, { schemaDir })) {
    if (isDocument) counts.documents += 1;
    counts.faults += faults.length;
    for (const { path, message } of faults) yield `${onOneLine(`${file}: ${path}: ${message}`)}\n`;
  }
  if (counts.faults > 0) return;
  yield `${count(counts.documents, "document")}, ${count(files.length, "file")}: no fault.\n`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}

/** What stands in a faulty file may hold anything, and must neither break the line nor steer the terminal. */
function onOneLine(text: string): string {
  return text.replace(
    /[\p{Cc}\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
