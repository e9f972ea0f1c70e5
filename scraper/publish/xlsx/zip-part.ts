import { createReadStream, createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { crc32, createDeflateRaw, deflateRawSync } from "node:zlib";
import { gatherText } from "../gather-text.ts";
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
  const text = gatherText(async (bytes) => {
    crc = crc32(bytes, crc);
    size += bytes.length;
    await send(bytes);
  });
  return {
    write: text.write,
    close: async () => {
      await text.flush();
      deflate.end();
      await written;
      return { crc, size, storedSize: target.bytesWritten, chunks: () => createReadStream(file) };
    },
    remove: () => rm(file),
  };
}
