import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import path from "node:path";
import { describeError, errorCode, StopRunError } from "../errors.ts";
import { isArchiveFile } from "./archive-files.ts";
import type { Location } from "./location.ts";
import { DamagedMemberError, readMember } from "./read-member.ts";
import { type ArchiveRecord, findFault, readRecords } from "./records.ts";

/** Something in an archive that is not as it was written. */
export interface ArchiveFault extends Location {
  /** The record's WARC-Record-ID; absent where the record cannot be read. */
  recordId?: string | undefined;
  /** Goes on from the record's name: `its checksum is wrong`. */
  problem: string;
}

/** What stands at a place of a file: a record, a fault of it, or a fault in the place of a record. */
export interface Scanned {
  record?: ArchiveRecord;
  fault?: ArchiveFault;
}

/**
 * Every record of a file, in order, to its end or to a last record that is cut off. What follows a record that cannot be unzipped is not
 * read. Throws `StopRunError` for a file that cannot be opened.
 *
 * @param file from the archive's folder.
 */
export async function* scanFile(folder: string, file: string): AsyncGenerator<Scanned> {
  const handle = await openForReading(folder, file);
  try {
    for (let offset = 0; ; ) {
      const place = { file, offset };
      const found = await readPlace(handle, place);
      if (found === undefined) return;
      if ("problem" in found) return yield { fault: found };
      for (const record of found.records) {
        const problem = findFault(record);
        yield problem === undefined
          ? { record }
          : { record, fault: { ...place, recordId: record.id, problem } };
      }
      offset += found.bytes;
    }
  } finally {
    await handle.close();
  }
}

/** The record of that id at that place. Throws `StopRunError` where it is not there as it was written. */
export async function readRecordAt(
  folder: string,
  place: Location,
  recordId: string,
): Promise<ArchiveRecord> {
  const handle = await openForReading(folder, place.file);
  try {
    const found = await readPlace(handle, place);
    if (found && "problem" in found) throw damagedArchive(folder, found);
    const record = found?.records.find(({ id }) => id === recordId);
    const problem = record ? findFault(record) : "it is not there";
    if (record && problem === undefined) return record;
    throw damagedArchive(folder, { ...place, recordId, problem: problem ?? "" });
  } finally {
    await handle.close();
  }
}

/** SHA-256 of the first bytes of a file, hexadecimal. */
export async function hashBefore(folder: string, { file, offset }: Location): Promise<string> {
  const hash = createHash("sha256");
  if (offset > 0) {
    const bytes = createReadStream(path.join(folder, file), { end: offset - 1 });
    for await (const chunk of bytes) hash.update(chunk);
  }
  return hash.digest("hex");
}

/** What to do about a fault. @param others how many more there are. */
export function damagedArchive(folder: string, fault: ArchiveFault, others = 0): StopRunError {
  const { file, offset, recordId, problem } = fault;
  const record = recordId ?? `at byte ${offset}`;
  const more = others === 0 ? "" : ` (${others} more faults were found)`;
  return new StopRunError(
    `${path.join(folder, file)}: the record ${record} is not as it was written: ${problem}${more}. Put a copy of the file back.`,
  );
}

async function readPlace(
  handle: FileHandle,
  place: Location,
): Promise<{ records: ArchiveRecord[]; bytes: number } | ArchiveFault | undefined> {
  try {
    const member = await readMember(handle, place.offset);
    return member && { records: await readRecords(member, place), bytes: member.bytes };
  } catch (error) {
    if (!(error instanceof DamagedMemberError)) throw error;
    return { ...place, problem: error.message };
  }
}

async function openForReading(folder: string, name: string): Promise<FileHandle> {
  const file = path.join(folder, name);
  if (!isArchiveFile(name)) {
    throw new StopRunError(
      `${file}: an archive has no file of this name; they are like 2026/20261123T063000Z-1c9f0a52.warc.gz. Correct what names it.`,
    );
  }
  try {
    return await open(file, "r");
  } catch (cause) {
    throw new StopRunError(
      `${file}: this file of the archive cannot be read (${errorCode(cause) ?? describeError(cause)}). Put it back, or make it readable.`,
      { cause },
    );
  }
}
