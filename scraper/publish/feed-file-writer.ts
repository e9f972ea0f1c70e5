import { createHash } from "node:crypto";
import { constants, createReadStream, createWriteStream } from "node:fs";
import { copyFile, link, mkdir, open } from "node:fs/promises";
import path from "node:path";
import { Transform, type Writable } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { errorCode } from "../errors.ts";
import { gatherText } from "./gather-text.ts";
import { writeInto } from "./write-into.ts";

/** A file of the feed while it is written. */
export interface FeedFileWriter {
  /** Text is written as UTF-8. Bytes belong to the file from then on: they must not be changed any more. */
  write(content: string | Uint8Array): Promise<void>;
  /** Returns once the file is on the disk, with what a reader checks it by: size and SHA-256 of the file as it is stored. */
  close(): Promise<{ bytes: number; sha256: string }>;
}

/** Opens a file for writing, with its folder; a name that ends in `.gz` is gzipped, without a time, so that equal content gives equal bytes. */
export async function openFeedFile(file: string): Promise<FeedFileWriter> {
  await mkdir(path.dirname(file), { recursive: true });
  const hash = createHash("sha256");
  let bytes = 0;
  const measure = (chunk: Uint8Array): void => {
    hash.update(chunk);
    bytes += chunk.byteLength;
  };
  const target = createWriteStream(file, { flags: "wx" });
  const { head, written, send } = file.endsWith(".gz")
    ? writeZipped(target, measure)
    : writePlain(target, measure);
  const text = gatherText(send);
  return {
    write: async (content) => {
      if (typeof content === "string") return text.write(content);
      await text.flush();
      await send(content);
    },
    close: async () => {
      await text.flush();
      head.end();
      await written;
      await syncToDisk(file);
      return { bytes, sha256: hash.digest("hex") };
    },
  };
}

/** The way of bytes to a file. What is sent may be changed once the promise is fulfilled. */
interface Way {
  /** Ended after the last byte. */
  head: Writable;
  /** Settles with the file. */
  written: Promise<void>;
  send: (content: Uint8Array) => Promise<void>;
}

function writePlain(target: Writable, measure: (chunk: Uint8Array) => void): Way {
  const written = finished(target);
  const write = writeInto(target, written);
  const send: Way["send"] = (content) => {
    measure(content);
    return write(content);
  };
  return { head: target, written, send };
}

function writeZipped(target: Writable, measure: (chunk: Uint8Array) => void): Way {
  const head = createGzip({ level: 6 });
  const meter = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      measure(chunk);
      done(null, chunk);
    },
  });
  const written = pipeline(head, meter, target);
  return { head, written, send: writeInto(head, written) };
}

/** Size and SHA-256 of a file that was written by other means. Returns once it is on the disk. */
export async function measureFile(file: string): Promise<{ bytes: number; sha256: string }> {
  await syncToDisk(file);
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(file)) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest("hex") };
}

/** Gives a file a second place without copying it; copies it where the disk knows no links. */
export async function linkFile(from: string, to: string): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true });
  try {
    await link(from, to);
  } catch (error) {
    if (!/^(EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS|EXDEV|EMLINK)$/.test(errorCode(error) ?? ""))
      throw error;
    await copyFile(from, to, constants.COPYFILE_EXCL);
    await syncToDisk(to);
  }
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
