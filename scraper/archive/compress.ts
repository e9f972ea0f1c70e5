import { pipeline, Readable } from "node:stream";
import { promisify } from "node:util";
import { createGzip, gzip } from "node:zlib";

const zip = promisify(gzip);

/** A record as one member of a gzip file, in memory. */
export async function compressWhole(record: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of record) chunks.push(chunk);
  return [await zip(Buffer.concat(chunks))];
}

/** A record as one member of a gzip file, piece by piece. */
export function compressStream(record: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  // An error comes out where the pieces are taken.
  return pipeline(Readable.from(record), createGzip(), () => undefined);
}
