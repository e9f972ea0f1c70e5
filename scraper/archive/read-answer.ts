import { type Answer, type CutBody, cutReasons, type WholeBody } from "../crawl/answer.ts";
import { damagedArchive, readRecordAt } from "./archive-file.ts";
import { readResponse } from "./http-block.ts";
import { type Location, parseLocation } from "./location.ts";
import type { ArchiveRecord } from "./records.ts";
import { digestOf } from "./warc-record.ts";

/** The answer that a record keeps, with the body that a revisit refers to. Throws `StopRunError` where it is not there as it was written. */
export async function readAnswer(
  folder: string,
  place: Location,
  recordId: string,
): Promise<Answer> {
  const record = await readRecordAt(folder, place, recordId);
  const response = readResponse(record.block);
  if (record.url === undefined || response === undefined) {
    throw damagedArchive(folder, { ...place, recordId, problem: "it is no answer of a portal" });
  }
  const { statusCode, statusText, headers } = response;
  const body =
    record.type === "revisit" ? await readReferred(folder, record) : bodyOf(record, response.body);
  const archive = { file: place.file, recordId };
  return {
    url: record.url,
    statusCode,
    statusText,
    headers,
    body,
    receivedAt: record.at,
    archive,
  };
}

/** The place and the id of the record that a revisit refers to; undefined where it does not say. */
export function referenceOf({
  field,
}: ArchiveRecord): { place: Location; recordId: string } | undefined {
  const place = parseLocation(field("X-Refers-To-Location") ?? "");
  const recordId = /^<(.+)>$/.exec(field("WARC-Refers-To") ?? "")?.[1];
  return place && recordId ? { place, recordId } : undefined;
}

async function readReferred(folder: string, revisit: ArchiveRecord): Promise<WholeBody | CutBody> {
  const fault = (problem: string) =>
    damagedArchive(folder, {
      file: revisit.file,
      offset: revisit.offset,
      recordId: revisit.id,
      problem,
    });
  const reference = referenceOf(revisit);
  if (reference === undefined) throw fault("it refers to no other record");
  const record = await readRecordAt(folder, reference.place, reference.recordId);
  const content = readResponse(record.block)?.body;
  const sha256 = payloadSha256(revisit);
  if (content === undefined || sha256 === undefined || payloadSha256(record) !== sha256) {
    throw fault("the record that it refers to holds another body");
  }
  return { bytes: content.byteLength, sha256, content };
}

function bodyOf(record: ArchiveRecord, content: Uint8Array): WholeBody | CutBody {
  const sha256 = payloadSha256(record);
  const cut = record.field("WARC-Truncated");
  const bytes = record.field("X-Payload-Length");
  if (sha256 !== undefined && cut === undefined) {
    return { bytes: content.byteLength, sha256, content };
  }
  if (sha256 !== undefined && bytes !== undefined) return { bytes: Number(bytes), sha256 };
  return { cut: cutReasons.find((reason) => reason === cut) ?? "unspecified" };
}

/** The SHA-256 that a record states of its body, hexadecimal. */
function payloadSha256({ field }: ArchiveRecord): string | undefined {
  const digest = field("WARC-Payload-Digest");
  const sha256 = digest?.replace(/^sha256:/, "");
  return sha256 !== undefined && digestOf(sha256) === digest ? sha256 : undefined;
}
