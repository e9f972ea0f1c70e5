import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { createGunzip } from "node:zlib";
import { describeError, StopRunError } from "../errors.ts";
import { type DocumentPart, splitDocument } from "./document-kind.ts";
import { type Fault, faultPath } from "./fault.ts";
import { officialSchemaCheck } from "./official-schema.ts";
import { checkByModel } from "./own-model.ts";

/** A fault with the file that it is in. */
export interface FileFault extends Fault {
  file: string;
}

/**
 * Checks OCDS files: release and record packages, single and compiled releases, lists of these, JSON Lines, and the wrapper of
 * Mexico's EDCA services, gzipped or not. By the official schemas where `schemaDir` names their folder, else by the project's model.
 *
 * @param onFault called with each fault as it is found.
 * Throws `StopRunError` for a file that cannot be read at all.
 */
export async function validateFiles(
  files: readonly string[],
  options: { schemaDir?: string | undefined },
  onFault: (fault: FileFault) => void,
): Promise<{ documents: number; faults: number }> {
  const check =
    options.schemaDir === undefined ? checkByModel : officialSchemaCheck(options.schemaDir);
  const counts = { documents: 0, faults: 0 };
  const report = (file: string, faults: readonly Fault[]): void => {
    counts.faults += faults.length;
    for (const fault of faults) onFault({ file, ...fault });
  };
  for (const file of files) {
    for await (const { content, steps } of readDocuments(file)) {
      counts.documents += 1;
      report(file, checkText(content, steps, check));
    }
  }
  return counts;
}

function checkText(
  content: string,
  steps: (string | number)[],
  check: (part: DocumentPart) => Fault[],
): Fault[] {
  let document: unknown;
  try {
    document = JSON.parse(content);
  } catch (error) {
    return [{ path: faultPath(steps), message: `is not JSON (${describeError(error)})` }];
  }
  const parts = splitDocument(document, steps);
  if (parts !== undefined) return parts.flatMap(check);
  return [{ path: faultPath(steps), message: "is neither an OCDS package nor a release" }];
}

/** The JSON texts of a file, each with the steps that lead to it: of JSON Lines, `line 12`. */
async function* readDocuments(
  file: string,
): AsyncGenerator<{ content: string; steps: (string | number)[] }> {
  try {
    const stream = openFile(file);
    if (!/\.jsonl(\.gz)?$/.test(file)) {
      yield { content: await text(stream), steps: [] };
      return;
    }
    let number = 0;
    for await (const line of createInterface({
      input: stream,
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      number += 1;
      if (line.trim() !== "") yield { content: line, steps: [`line ${number}`] };
    }
  } catch (cause) {
    throw new StopRunError(`${file}: cannot be read (${describeError(cause)}). Check its name.`, {
      cause,
    });
  }
}

function openFile(file: string): Readable {
  const stream = createReadStream(file);
  if (!file.endsWith(".gz")) return stream;
  const unzipped = createGunzip();
  stream.on("error", (error) => unzipped.destroy(error));
  return stream.pipe(unzipped);
}
