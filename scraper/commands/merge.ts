import { pipeline } from "node:stream/promises";
import { Command } from "commander";
import { mergeReleases } from "../../shared/ocds/merge/merge-releases.ts";
import type { DuplicateId, MergeOptions } from "../../shared/ocds/merge/merge-walk.ts";
import { readMergeRules } from "../../shared/ocds/merge/rules.ts";
import { versionReleases } from "../../shared/ocds/merge/version-releases.ts";
import { describeError, errorCode, StopRunError } from "../errors.ts";
import { groupReleases } from "../merge/group-releases.ts";
import { readJsonFile, readReleases } from "../merge/read-releases.ts";

/** `compras merge`: one JSON object on standard output for one process, a JSON list for several, a process a line. */
export function mergeCommand(): Command {
  return new Command("merge")
    .description("merge OCDS releases into compiled or versioned releases")
    .argument(
      "[file]",
      "releases: a JSON list, a release package or JSON Lines (default: standard input)",
    )
    .option("--versioned", "keep every value that a field has had, not only the latest")
    .option(
      "--schema <file>",
      "release schema whose merge rules apply; without it, OCDS 1.1.5 with this project's extensions",
    )
    .addHelpText(
      "after",
      "\nReleases of one ocid give one JSON object. Releases of several give a JSON list with one object for each ocid, in the\n" +
        "order in which they first appear; an empty list of releases gives an empty list. Several releases of one ocid need a\n" +
        "date each. Of two objects with one id in a list of one release the last counts, with a warning on standard error.",
    )
    .action(async (file: string | undefined, options: { versioned?: boolean; schema?: string }) => {
      const merge = options.versioned ? versionReleases : mergeReleases;
      const mergeOptions: MergeOptions = {
        onDuplicateId: warn,
        ...(options.schema === undefined ? {} : { rules: readSchemaRules(options.schema) }),
      };
      // All is merged before anything is printed: where one process cannot be merged, nothing is.
      const merged = groupReleases(await readReleases(file)).map((releases) =>
        JSON.stringify(merge(releases, mergeOptions)),
      );
      await print(merged);
    });
}

/** Waits for whoever reads; a reader that has seen enough, such as `head`, is no failure. */
async function print(merged: readonly string[]): Promise<void> {
  const [only = ""] = merged;
  const list = () => ["[", ...merged.map((line, i) => `${i === 0 ? "" : ","}\n${line}`), "\n]\n"];
  try {
    await pipeline(merged.length === 1 ? [`${only}\n`] : list(), process.stdout, { end: false });
  } catch (error) {
    if (errorCode(error) !== "EPIPE") throw error;
  }
}

function readSchemaRules(file: string) {
  const schema = readJsonFile(file);
  try {
    return readMergeRules(schema);
  } catch (cause) {
    throw new StopRunError(`${file}: ${describeError(cause)}`, { cause });
  }
}

function warn({ ocid, path, id }: DuplicateId): void {
  process.stderr.write(
    `compras: ${String(ocid)}: several objects in ${path} have the id ${JSON.stringify(id)} in one release; the last one counts.\n`,
  );
}
