import { describeError, errorCode } from "../errors.ts";
import { readLines, type TextLine } from "./read-lines.ts";

/** A JSON document of a file, or why there is none. */
export interface ReadDocument {
  /** What leads to it: nothing in a file that is one document, `line 12` in JSON Lines. */
  steps: string[];
  /** Any JSON value; absent where there is a fault. */
  document?: unknown;
  fault?: string;
}

/**
 * The longest JSON text that is read in one piece, in characters. Read and checked it fills about six times its length, and Node
 * has 2 GB of memory by default on a small machine. JSON Lines may be of any length, in lines of up to this.
 */
const maxTextLength = 256 * 1024 * 1024;

/**
 * The JSON documents of a file: one, or one a line in JSON Lines, which are known by their name (`.jsonl`, `.jsonl.gz`) or by
 * a first line that is JSON by itself. Whatever is wrong with the file is a fault; nothing is thrown.
 */
export async function* readDocuments(
  file: string,
  maxLength = maxTextLength,
): AsyncGenerator<ReadDocument> {
  const place = { line: 0 };
  try {
    const lines = textLines(file, maxLength, place);
    let isEmpty = true;
    for await (const read of parseDocuments(file, lines, maxLength)) {
      isEmpty = false;
      yield read;
    }
    if (isEmpty) yield { steps: [], fault: "is empty: there is nothing to check." };
  } catch (error) {
    const where = place.line === 0 ? "" : ` It was read up to line ${place.line}.`;
    yield { steps: [], fault: `${explain(error)}${where}` };
  }
}

async function* textLines(
  file: string,
  maxLength: number,
  place: { line: number },
): AsyncGenerator<TextLine> {
  for await (const line of readLines(file, maxLength)) {
    place.line = line.number;
    if (line.text?.trim() !== "") yield line;
  }
}

async function* parseDocuments(
  file: string,
  lines: AsyncGenerator<TextLine>,
  maxLength: number,
): AsyncGenerator<ReadDocument> {
  if (!/\.(jsonl|ndjson)(\.gz)?$/.test(file)) {
    const first = await lines.next();
    if (first.done) return;
    const read = parse(first.value.text, []);
    if (read.fault !== undefined) {
      yield parse(await joinLines(first.value, lines, maxLength), []);
      return;
    }
    const second = await lines.next();
    if (second.done) {
      yield read;
      return;
    }
    yield { ...read, steps: [lineStep(first.value)] };
    yield parseLine(second.value);
  }
  for await (const line of lines) yield parseLine(line);
}

/** The text of all lines; undefined where it is too long. */
async function joinLines(
  first: TextLine,
  rest: AsyncIterable<TextLine>,
  maxLength: number,
): Promise<string | undefined> {
  let { text } = first;
  for await (const line of rest) {
    if (text === undefined || line.text === undefined) return undefined;
    text += `\n${line.text}`;
    if (text.length > maxLength) return undefined;
  }
  return text;
}

function parseLine(line: TextLine): ReadDocument {
  return parse(line.text, [lineStep(line)]);
}

function lineStep({ number }: TextLine): string {
  return `line ${number}`;
}

function parse(text: string | undefined, steps: string[]): ReadDocument {
  if (text === undefined) {
    const fault = "is too long to be read in one piece. Give JSON Lines with a release a line.";
    return { steps, fault };
  }
  try {
    return { steps, document: JSON.parse(text) };
  } catch (error) {
    return { steps, fault: `is not JSON (${describeError(error)}).` };
  }
}

const explanations: Readonly<Record<string, string>> = {
  ENOENT: "cannot be read: there is no such file. Check its name.",
  EISDIR: "is a folder. Name the files in it.",
  EACCES: "cannot be read: access is denied.",
  Z_BUF_ERROR: "is a gzip file that breaks off. Fetch it again.",
  ERR_ENCODING_INVALID_ENCODED_DATA: "is not text in UTF-8.",
};

function explain(error: unknown): string {
  const code = errorCode(error) ?? "";
  if (code.startsWith("Z_") && explanations[code] === undefined) {
    return `is a damaged gzip file (${describeError(error)}). Fetch it again.`;
  }
  return explanations[code] ?? `cannot be read (${describeError(error)}).`;
}
