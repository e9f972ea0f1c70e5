import { readFileSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import { isJsonObject } from "../../shared/ocds/merge/json.ts";
import { describeError, exitCodes, StopRunError } from "../errors.ts";

/**
 * The releases in a file or, without one, on standard input: a JSON list of releases, a release package, a release alone, or JSON
 * Lines of any of these. Whether what stands in a list is a release is for the merge to say.
 *
 * Throws `StopRunError` where there is nothing to read, or it is not JSON, or no releases.
 */
export async function readReleases(file: string | undefined): Promise<unknown[]> {
  const name = file ?? "standard input";
  const text = decode(file === undefined ? await readStandardInput() : readInput(file), name);
  return parseDocuments(text, name).flatMap((document) => releasesOf(document, name));
}

/** A JSON file's content. Throws `StopRunError` where it cannot be read or is not JSON. */
export function readJsonFile(file: string): unknown {
  const text = decode(readInput(file), file);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new StopRunError(`${file} is not JSON: ${describeError(cause)}`, { cause });
  }
}

function readInput(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new StopRunError(`${file} cannot be read: ${describeError(cause)}`, { cause });
  }
}

async function readStandardInput(): Promise<Uint8Array> {
  if (process.stdin.isTTY) {
    throw new StopRunError("Name a file of releases, or pipe them in.", {
      exitCode: exitCodes.wrongUsage,
    });
  }
  return buffer(process.stdin);
}

function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new StopRunError(`${name} is not UTF-8.`, { cause });
  }
}

function parseDocuments(text: string, name: string): unknown[] {
  if (text.trim() === "") throw new StopRunError(`${name} is empty: no releases to merge.`);
  try {
    return [JSON.parse(text)];
  } catch (cause) {
    const lines = text.split("\n").map((line, i) => ({ line, number: i + 1 }));
    const [first, ...more] = lines.filter(({ line }) => line.trim() !== "");
    // A document over many lines breaks off in its first one: then its own error says where it is wrong.
    if (first === undefined || more.length === 0 || parseLine(first.line) === undefined) {
      throw new StopRunError(`${name} is not JSON: ${describeError(cause)}`, { cause });
    }
    return [first, ...more].map(({ line, number }) => {
      const parsed = parseLine(line);
      if (parsed) return parsed.document;
      throw new StopRunError(`${name}, line ${number} is not JSON.`, { cause });
    });
  }
}

function parseLine(line: string): { document: unknown } | undefined {
  try {
    return { document: JSON.parse(line) };
  } catch {
    return undefined;
  }
}

function releasesOf(document: unknown, name: string): unknown[] {
  if (Array.isArray(document)) return document;
  if (!isJsonObject(document)) {
    throw new StopRunError(`${name} holds no releases but ${JSON.stringify(document)}.`);
  }
  if (Array.isArray(document.releases)) return document.releases;
  if ("records" in document) {
    throw new StopRunError(`${name} is a record package; give the releases that it was made of.`);
  }
  return [document];
}
