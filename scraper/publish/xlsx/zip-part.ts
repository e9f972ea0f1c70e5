import { createReadStream, createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { crc32, createDeflateRaw, deflateRawSync } from "node:zlib";
import { writeInto } from "../write-into.ts";

/** Content of a ZIP file as it is stored there, deflated. */
export interface ZipPart {
  /** Checksum of what was deflated. */
  crc: number;
  /** Bytes before deflation, and after. */
  size: number;
  storedSize: number;
  chunks(): AsyncIterable<Uint8Array>;
}

/** A part that is written bit by bit, aside in a file of its own until the ZIP file takes it. */
export interface PartFile {
  write(text: string): Promise<void>;
  close(): Promise<ZipPart>;
  /** Removes the file. */
  remove(): Promise<void>;
}

/** Text gathered before it is deflated. In larger blocks the pieces of the text outlive the garbage collector's young generation. */
const blockLength = 32 * 1024;

export function packBytes(content: Uint8Array): ZipPart {
  const stored = deflateRawSync(content);
  return {
    crc: crc32(content),
    size: content.length,
    storedSize: stored.length,
    chunks: () => Readable.from([stored]),
  };
}

export function openPartFile(file: string): PartFile {
  const deflate = createDeflateRaw();
  const target = createWriteStream(file, { flags: "wx" });
  const written = pipeline(deflate, target);
  const send = writeInto(deflate, written);
  let crc = 0;
  let size = 0;
  let block = "";
  const flush = async (): Promise<void> => {
    const bytes = Buffer.from(block);
    block = "";
    crc = crc32(bytes, crc);
    size += bytes.length;
    await send(bytes);
  };
  return {
    write: async (text) => {
      block += text;
      if (block.length >= blockLength) await flush();
    },
    close: async () => {
      await flush();
      deflate.end();
      await written;
      return { crc, size, storedSize: target.bytesWritten, chunks: () => createReadStream(file) };
    },
    remove: () => rm(file),
  };
}
