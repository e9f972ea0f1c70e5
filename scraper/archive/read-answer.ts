import {
  type Answer,
  type CutBody,
  cutReasons,
  type HeaderList,
  type WholeBody,
} from "../crawl/answer.ts";
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
  const isKept = record.type !== "revisit" || record.field("X-Payload-Length") !== undefined;
  const { body, first = [] } = isKept
    ? { body: bodyOf(record, response.body) }
    : await readReferred(folder, record);
  const archive = { file: place.file, recordId };
  return {
    url: record.url,
    statusCode,
    statusText,
    // An answer that nothing has changed says of the body only what is new (RFC 9111, section 4.3.4).
    headers: statusCode === 304 ? [...headers, ...first] : headers,
    body,
    receivedAt: record.at,
    archive,
  };
}

/** The place and the id of the record that a revisit refers to; undefined where it does not say. */
export function referenceOf({ field }: ArchiveRecord): {
  place: Location | undefined;
  recordId: string | undefined;
} {
  return {
    place: parseLocation(field("X-Refers-To-Location") ?? ""),
    recordId: /^<(.+)>$/.exec(field("WARC-Refers-To") ?? "")?.[1],
  };
}

/** The body that a revisit refers to, and the headers with which it first came. */
async function readReferred(
  folder: string,
  revisit: ArchiveRecord,
): Promise<{ body: WholeBody | CutBody; first: HeaderList }> {
  const fault = (problem: string) =>
    damagedArchive(folder, {
      file: revisit.file,
      offset: revisit.offset,
      recordId: revisit.id,
      problem,
    });
  const { place, recordId } = referenceOf(revisit);
  if (place === undefined || recordId === undefined) throw fault("it refers to no other record");
  const record = await readRecordAt(folder, place, recordId);
  const { body: content, headers: first } = readResponse(record.block) ?? {};
  const sha256 = payloadSha256(revisit);
  if (
    content === undefined ||
    first === undefined ||
    sha256 === undefined ||
    payloadSha256(record) !== sha256
  ) {
    throw fault("the record that it refers to holds another body");
  }
  return { body: { bytes: content.byteLength, sha256, content }, first };
}

function bodyOf(record: ArchiveRecord, content: Uint8Array): WholeBody | CutBody {
  const sha256 = payloadSha256(record);
  const cut = record.field("WARC-Truncated");
  const bytes = record.field("X-Payload-Length");
  if (sha256 !== undefined && cut === undefined && bytes === undefined) {
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
