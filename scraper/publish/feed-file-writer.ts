import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, open } from "node:fs/promises";
import path from "node:path";
import { Transform, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

/** A file of the feed while it is written. */
export interface FeedFileWriter {
  write(text: string): Promise<void>;
  /** Returns once the file is on the disk, with what a reader checks it by: size and SHA-256 of the file as it is stored. */
  close(): Promise<{ bytes: number; sha256: string }>;
}

/** Text gathered before it is handed on: many short lines cost less as one block. */
const blockLength = 64 * 1024;

/** Opens a file for writing, with its folder; a name that ends in `.gz` is gzipped, without a time, so that equal content gives equal bytes. */
export async function openFeedFile(file: string): Promise<FeedFileWriter> {
  await mkdir(path.dirname(file), { recursive: true });
  const hash = createHash("sha256");
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.byteLength;
      done(null, chunk);
    },
  });
  const target = createWriteStream(file, { flags: "wx" });
  const gzip = file.endsWith(".gz") ? createGzip({ level: 6 }) : undefined;
  const head: Writable = gzip ?? measure;
  const written = gzip ? pipeline(gzip, measure, target) : pipeline(measure, target);
  // A failure reaches whoever writes or closes; until then it must not count as unhandled.
  written.catch(() => undefined);

  let block = "";
  const flush = async (): Promise<void> => {
    const text = block;
    block = "";
    await new Promise<void>((resolve, reject) => {
      head.write(text, (error) => (error ? reject(error) : resolve()));
    });
  };
  return {
    write: async (text) => {
      block += text;
      if (block.length >= blockLength) await flush();
    },
    close: async () => {
      if (block !== "") await flush();
      head.end();
      await written;
      await syncToDisk(file);
      return { bytes, sha256: hash.digest("hex") };
    },
  };
}

/** Waits until a file or folder is on the disk, so that a power cut after a rename does not leave it empty. */
export async function syncToDisk(file: string): Promise<void> {
  const handle = await open(file, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
