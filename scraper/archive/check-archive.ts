import type * as z from "zod";
import { describeIssues } from "../describe-issues.ts";
import { type ArchiveFault, hashBefore, scanFile } from "./archive-file.ts";
import { archiveFiles } from "./archive-files.ts";
import { formatLocation } from "./location.ts";
import { holdsPayload } from "./payload-index.ts";
import { referenceOf } from "./read-answer.ts";
import type { ArchiveRecord } from "./records.ts";
import { RunEnd, RunStart } from "./run-info.ts";
import { readFields } from "./warc-fields.ts";

/** One invocation of the scraper, as a file of the archive keeps it. */
export interface ArchivedRun {
  /** From the archive's folder, with `/`. */
  file: string;
  start: RunStart;
  /** Absent where the invocation was killed or the file is cut off. */
  end: RunEnd | undefined;
  /** The instant of the last record. */
  lastAt: Date;
}

/** What a look at every record of an archive has found. */
export interface ArchiveCheck {
  /** In the order in which they began. */
  runs: ArchivedRun[];
  records: number;
  faults: ArchiveFault[];
}

/**
 * Reads every record of an archive and compares it with its digests, every file with what its last record says of it, and every
 * revisit with the record that it refers to. Throws `StopRunError` for a folder that cannot be read.
 */
export async function checkArchive(folder: string): Promise<ArchiveCheck> {
  const check: ArchiveCheck = { runs: [], records: 0, faults: [] };
  /** Digests by the place and the id of a record that holds its body, by the id alone of one that has only the headers of an attachment. */
  const payloads = new Map<string, string>();
  const revisits: ArchiveRecord[] = [];
  for (const file of await archiveFiles(folder)) {
    const { run, records, faults } = await checkFile(folder, file, (record) => {
      const digest = record.field("WARC-Payload-Digest") ?? "";
      if (holdsPayload(record)) payloads.set(keyOf(record, record.id), digest);
      else if (record.type === "response" && digest !== "") payloads.set(record.id, digest);
      // Those that are fulfilled are not held: an archive of a year has millions.
      else if (record.type === "revisit" && !isFulfilled(record, payloads)) revisits.push(record);
    });
    if (run) check.runs.push(run);
    check.records += records;
    check.faults.push(...faults);
  }
  for (const record of revisits.filter((each) => !isFulfilled(each, payloads))) {
    check.faults.push(faultOf(record, "the record that it refers to is not there"));
  }
  check.runs.sort((a, b) => a.start.startedAt.getTime() - b.start.startedAt.getTime());
  return check;
}

/**
 * Does so with one file; what a revisit refers to is not looked at. `run` is undefined for a file in which nothing was written before
 * the scraper was killed.
 */
export async function checkFile(
  folder: string,
  file: string,
  visit: (record: ArchiveRecord) => void,
): Promise<{ run: ArchivedRun | undefined; records: number; faults: ArchiveFault[] }> {
  const faults: ArchiveFault[] = [];
  let run: ArchivedRun | undefined;
  let records = 0;
  for await (const { record, fault } of scanFile(folder, file)) {
    if (fault) faults.push(fault);
    if (record === undefined) continue;
    records += 1;
    if (run?.end) faults.push(faultOf(record, "it stands behind the last record of its run"));
    if (run === undefined) {
      const start = readInfo(record, "warcinfo", RunStart, faults);
      if (start === undefined) break;
      run = { file, start, end: undefined, lastAt: record.at };
    }
    if (record.type === "metadata") {
      run.end = readInfo(record, "metadata", RunEnd, faults);
      if (run.end && run.end.sha256Before !== (await hashBefore(folder, record))) {
        faults.push(faultOf(record, "the bytes before it have been changed"));
      }
    }
    run.lastAt = record.at;
    visit(record);
  }
  return { run, records, faults };
}

function readInfo<Schema extends z.ZodType>(
  record: ArchiveRecord,
  type: string,
  schema: Schema,
  faults: ArchiveFault[],
): z.infer<Schema> | undefined {
  const parsed = record.type === type ? schema.safeParse(readFields(record.block)) : undefined;
  if (parsed?.success) return parsed.data;
  const problem = parsed ? describeIssues(parsed.error) : `it should be the ${type} record`;
  faults.push(faultOf(record, problem));
  return undefined;
}

function isFulfilled(revisit: ArchiveRecord, payloads: ReadonlyMap<string, string>): boolean {
  const { place, recordId = "" } = referenceOf(revisit);
  // Of an attachment whose body is not kept, only the record is named.
  const isKept = revisit.field("X-Payload-Length") === undefined;
  if (isKept && place === undefined) return false;
  const digest = payloads.get(place && isKept ? keyOf(place, recordId) : recordId);
  return digest !== undefined && digest === revisit.field("WARC-Payload-Digest");
}

function keyOf(place: { file: string; offset: number }, recordId: string): string {
  return `${formatLocation(place)} ${recordId}`;
}

function faultOf({ file, offset, id }: ArchiveRecord, problem: string): ArchiveFault {
  return { file, offset, recordId: id, problem };
}
