import type { FileHandle } from "node:fs/promises";
import { constants, crc32, inflateRawSync } from "node:zlib";
import * as z from "zod";
import { describeError } from "../errors.ts";

/** One member of a gzip file, unzipped. */
export interface Member {
  content: Buffer;
  /** Of the member in the file. */
  bytes: number;
}

/** A file is not as it was written. The message goes on from the name of a record: `its checksum is wrong`. */
export class DamagedMemberError extends Error {
  override name = "DamagedMemberError";
}

const firstReadBytes = 16 * 1024;
const trailerBytes = 8;

/**
 * The member that begins at `offset`; undefined where the file ends before the member does.
 *
 * Throws `DamagedMemberError` for anything else than a member. (Node's `createGunzip` does not tell where a member ends, and warcio reads
 * on through damage as if it were text.)
 */
export async function readMember(handle: FileHandle, offset: number): Promise<Member | undefined> {
  for (let size = firstReadBytes; ; size *= 4) {
    const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(size), 0, size, offset);
    const bytes = buffer.subarray(0, bytesRead);
    const member = readGzip(bytes);
    if (member !== undefined) return member;
    if (bytesRead === size) continue;
    if (!hasLaterRecord(bytes)) return undefined;
    throw new DamagedMemberError("it cannot be unzipped");
  }
}

/** Undefined where `bytes` end before the member does. */
function readGzip(bytes: Buffer): Member | undefined {
  const start = endOfHeader(bytes);
  if (start === undefined) return undefined;
  const { content, consumed } = inflate(bytes.subarray(start));
  const end = start + consumed + trailerBytes;
  if (end > bytes.length) return undefined;
  const [crc, length] = [bytes.readUInt32LE(end - 8), bytes.readUInt32LE(end - 4)];
  if (crc !== crc32(content) || length !== content.length % 2 ** 32) {
    throw new DamagedMemberError("its checksum is wrong");
  }
  return { content, bytes: end };
}

/** The length of a gzip header (RFC 1952), with the file name that the gzip program puts there; undefined where `bytes` end within it. */
function endOfHeader(bytes: Buffer): number | undefined {
  if (bytes.length < 10) return undefined;
  const flags = bytes[3] ?? 0;
  if (bytes.readUIntBE(0, 3) !== 0x1f8b08 || (flags & ~0x08) !== 0) {
    throw new DamagedMemberError("no record begins here");
  }
  if (flags === 0) return 10;
  const endOfName = bytes.indexOf(0, 10);
  return endOfName < 0 ? undefined : endOfName + 1;
}

/** Node tells how much it has consumed where `info` is set, which its types do not know. */
const Inflated = z
  .object({ buffer: z.instanceof(Buffer), engine: z.object({ bytesWritten: z.number() }) })
  .transform(({ buffer, engine }) => ({ content: buffer, consumed: engine.bytesWritten }));

/** Unzips as much as there is. */
function inflate(bytes: Buffer): z.infer<typeof Inflated> {
  try {
    const options = { info: true, finishFlush: constants.Z_SYNC_FLUSH };
    return Inflated.parse(inflateRawSync(bytes, options));
  } catch (cause) {
    throw new DamagedMemberError(`it cannot be unzipped (${describeError(cause)})`, { cause });
  }
}

/** Whether a further record begins after the first byte: then the first one is damaged, not cut off. */
function hasLaterRecord(bytes: Buffer): boolean {
  const magic = Buffer.from([0x1f, 0x8b, 0x08, 0x00]);
  for (let at = bytes.indexOf(magic, 1); at >= 0; at = bytes.indexOf(magic, at + 1)) {
    try {
      if (inflate(bytes.subarray(at + 10)).content.toString("latin1", 0, 5) === "WARC/")
        return true;
    } catch {
      // Bytes that only look like the beginning of a record.
    }
  }
  return false;
}
