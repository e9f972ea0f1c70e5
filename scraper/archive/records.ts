import { createHash } from "node:crypto";
import { WARCParser } from "warcio";
import { readResponse } from "./http-block.ts";
import type { Location } from "./location.ts";
import { DamagedMemberError, type Member } from "./read-member.ts";
import { digestOf } from "./warc-record.ts";

/** A record as it lies in the archive. */
export interface ArchiveRecord extends Location {
  /** `response`, `revisit`, `warcinfo` … */
  type: string;
  /** Without brackets: `urn:uuid:…` */
  id: string;
  /** Absent for a record that is about no address. */
  url: string | undefined;
  at: Date;
  /** Any other WARC field. */
  field(name: string): string | undefined;
  block: Uint8Array;
}

/** The records of a member; there is one unless somebody has zipped the file anew. Throws `DamagedMemberError` for bytes that are no record of ours. */
export async function readRecords(member: Member, place: Location): Promise<ArchiveRecord[]> {
  const records: ArchiveRecord[] = [];
  const parser = new WARCParser([member.content], { parseHttp: false, keepHeadersCase: true });
  for await (const record of parser) {
    const field = (name: string) => record.warcHeader(name) ?? undefined;
    const id = /^<(.+)>$/.exec(field("WARC-Record-ID") ?? "")?.[1];
    const at = new Date(record.warcDate ?? "");
    const type = field("WARC-Type");
    const block = await record.readFully(false);
    if (id === undefined || type === undefined || Number.isNaN(at.getTime())) {
      throw new DamagedMemberError("it lacks a WARC-Record-ID, a WARC-Type or a WARC-Date");
    }
    if (block.byteLength !== record.warcContentLength) {
      throw new DamagedMemberError(`its Content-Length is wrong (${id})`);
    }
    records.push({ ...place, type, id, url: record.warcTargetURI ?? undefined, at, field, block });
  }
  if (records.length === 0) throw new DamagedMemberError("it is no WARC record");
  return records;
}

/** What is wrong with a record by its own digests; undefined where nothing is. */
export function findFault({ type, block, field }: ArchiveRecord): string | undefined {
  if (field("WARC-Block-Digest") !== digestOfBytes(block)) return "its WARC-Block-Digest is wrong";
  if (type !== "response" || field("WARC-Truncated") !== undefined) return undefined;
  const response = readResponse(block);
  if (response === undefined) return "it holds no HTTP response";
  const isRight = field("WARC-Payload-Digest") === digestOfBytes(response.body);
  return isRight ? undefined : "its WARC-Payload-Digest is wrong";
}

function digestOfBytes(bytes: Uint8Array): string {
  return digestOf(createHash("sha256").update(bytes).digest("hex"));
}
