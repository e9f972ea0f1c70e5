import { crc32 } from "node:zlib";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { describeError } from "../../../errors.ts";
import type { SourceFile, TableLimits } from "../sheet.ts";
import { UnreadableTableError } from "../table-error.ts";

/** The parts of a zipped workbook; each is unzipped while it is read, and never beyond the limits. */
export interface ZipParts {
  has(path: string): boolean;
  /** Throws `UnreadableTableError` for a part that is missing, damaged, locked by a password or too large. */
  read(path: string): AsyncIterable<Buffer>;
  /** A part as text, for the small ones. */
  text(path: string): Promise<string>;
}

/** Below this a part may be any number of times larger than packed. */
const freeBytes = 2 ** 20;
const maxParts = 10_000;

export async function openZip(file: SourceFile, limits: TableLimits): Promise<ZipParts> {
  const entries = new Map<string, Entry>();
  const zip = await listEntries(file, entries);
  const damaged = (cause: unknown) =>
    new UnreadableTableError(
      file,
      `the workbook is damaged (${describeError(cause)}). Download or save it again.`,
      { cause },
    );
  async function* read(path: string): AsyncIterable<Buffer> {
    const entry = entries.get(path);
    if (entry === undefined) throw damaged(new Error(`${path} is missing`));
    if (entry.isEncrypted()) {
      throw new UnreadableTableError(
        file,
        "the workbook is protected by a password. Take the password off and import it again.",
      );
    }
    let bytes = 0;
    let sum = 0;
    try {
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        bytes += chunk.length;
        checkSize(bytes, entry, file, limits);
        sum = crc32(chunk, sum);
        yield chunk;
      }
    } catch (cause) {
      throw cause instanceof UnreadableTableError ? cause : damaged(cause);
    }
    if (sum !== entry.crc32) throw damaged(new Error(`the checksum of ${path} is not right`));
  }
  return {
    has: (path) => entries.has(path),
    read,
    text: async (path) => {
      const chunks: Buffer[] = [];
      for await (const chunk of read(path)) chunks.push(chunk);
      return Buffer.concat(chunks).toString("utf8");
    },
  };
}

async function listEntries(file: SourceFile, entries: Map<string, Entry>): Promise<ZipFile> {
  const { buffer, byteOffset, byteLength } = file.bytes;
  try {
    const zip = await fromBufferPromise(Buffer.from(buffer, byteOffset, byteLength), {
      lazyEntries: true,
    });
    for await (const entry of zip.eachEntry()) {
      if (entries.size >= maxParts) throw new Error(`it has more than ${maxParts} parts`);
      entries.set(entry.fileName, entry);
    }
    return zip;
  } catch (cause) {
    throw new UnreadableTableError(
      file,
      `the workbook is damaged (${describeError(cause)}). Download or save it again.`,
      { cause },
    );
  }
}

/** Refuses a part that unzips to more than the limits allow, or to far more than any workbook does: a zip bomb. */
function checkSize(bytes: number, entry: Entry, file: SourceFile, limits: TableLimits): void {
  const isBomb = bytes > freeBytes && bytes > entry.compressedSize * limits.inflationRatio;
  if (!isBomb && bytes <= limits.inflatedBytes) return;
  const size = isBomb
    ? `more than ${limits.inflationRatio} times its packed size, as a zip bomb does`
    : `more than ${limits.inflatedBytes} bytes`;
  throw new UnreadableTableError(
    file,
    `its part ${entry.fileName} unzips to ${size}. Ask for the table in another file, such as CSV.`,
  );
}
