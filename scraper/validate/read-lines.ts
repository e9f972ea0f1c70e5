import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";

/** A line of a text file. */
export interface TextLine {
  /** From 1. */
  number: number;
  /** Undefined for a line longer than the longest that is read. */
  text: string | undefined;
}

/**
 * The lines of a text file in UTF-8, gzipped or not, whatever its name. One at a time, so that memory does not grow with the file.
 *
 * @param maxLength of a line, in characters.
 * Throws what Node throws of a file that cannot be read or breaks off, and a `TypeError` where it is not UTF-8.
 */
export async function* readLines(file: string, maxLength: number): AsyncGenerator<TextLine> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line: TextLine = { number: 1, text: "" };
  for await (const chunk of readBytes(file)) {
    const [first = "", ...more] = decoder.decode(chunk, { stream: true }).split("\n");
    line = lengthen(line, first, maxLength);
    for (const next of more) {
      yield line;
      line = lengthen({ number: line.number + 1, text: "" }, next, maxLength);
    }
  }
  yield lengthen(line, decoder.decode(), maxLength);
}

function lengthen({ number, text }: TextLine, more: string, maxLength: number): TextLine {
  const isTooLong = text === undefined || text.length + more.length > maxLength;
  return { number, text: isTooLong ? undefined : text + more };
}

async function* readBytes(file: string): AsyncGenerator<Uint8Array> {
  const chunks: AsyncIterator<Buffer> = createReadStream(file)[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) return;
  const bytes = prepend(first.value, chunks);
  const isZipped = first.value[0] === 0x1f && first.value[1] === 0x8b;
  yield* isZipped ? unzip(bytes) : bytes;
}

function unzip(bytes: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const unzipped = createGunzip();
  // What breaks on the way breaks the reading of `unzipped` too, which tells of it.
  pipeline(Readable.from(bytes), unzipped).catch(() => undefined);
  return unzipped;
}

async function* prepend(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield first;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    // Closes the file where its reader stops early.
    await rest.return?.();
  }
}
