import type { DraftFile } from "../feed-draft.ts";
import type { ZipPart } from "./zip-part.ts";

/**
 * The ZIP format (APPNOTE.TXT 6.3) as far as a workbook needs it: deflated parts below 4 GiB with names in UTF-8. No part bears
 * a time, so that equal parts give equal bytes.
 */

/** A ZIP file while it is written. */
export interface ZipWriter {
  /** Throws `RangeError` where the file would grow beyond 4 GiB. */
  add(path: string, part: ZipPart): Promise<void>;
  /** Writes the directory that ends the file. The draft file is not closed. */
  finish(): Promise<void>;
}

const localHeader = 0x04034b50;
const directoryEntry = 0x02014b50;
const directoryEnd = 0x06054b50;
const deflated = 8;
/** Version 2.0 reads it; names are UTF-8. */
const version = 20;
const utf8Names = 0x0800;
/** The 1st of January 1980, the first day that the format knows. */
const noDate = 0x0021;

export function openZip(file: DraftFile): ZipWriter {
  const directory: Buffer[] = [];
  let offset = 0;
  const write = async (bytes: Uint8Array): Promise<void> => {
    await file.write(bytes);
    offset += bytes.length;
  };
  return {
    add: async (path, part) => {
      const name = Buffer.from(path);
      const about = describePart(part, name);
      directory.push(entryOf(about, name, offset));
      await write(Buffer.concat([numbers([localHeader, 4]), about, numbers([0, 2]), name]));
      for await (const chunk of part.chunks()) await write(chunk);
    },
    finish: async () => {
      const entries = Buffer.concat(directory);
      const start = offset;
      await write(entries);
      await write(
        numbers(
          [directoryEnd, 4],
          [0, 4],
          [directory.length, 2],
          [directory.length, 2],
          [entries.length, 4],
          [start, 4],
          [0, 2],
        ),
      );
    },
  };
}

/** What a part's header and its entry in the directory say alike. */
function describePart({ crc, size, storedSize }: ZipPart, name: Buffer): Buffer {
  return numbers(
    [version, 2],
    [utf8Names, 2],
    [deflated, 2],
    [0, 2],
    [noDate, 2],
    [crc, 4],
    [storedSize, 4],
    [size, 4],
    [name.length, 2],
  );
}

/** Lengths of what we do not use, and attributes, are 0. */
function entryOf(about: Buffer, name: Buffer, offset: number): Buffer {
  const nothing = Buffer.alloc(12);
  return Buffer.concat([
    numbers([directoryEntry, 4], [version, 2]),
    about,
    nothing,
    numbers([offset, 4]),
    name,
  ]);
}

/** Unsigned numbers, low byte first. Throws `RangeError` for one that does not fit. */
function numbers(...fields: readonly [value: number, bytes: 2 | 4][]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((length, [, bytes]) => length + bytes, 0));
  let at = 0;
  for (const [value, bytes] of fields) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}
