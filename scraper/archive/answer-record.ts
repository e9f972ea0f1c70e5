import type { Answer } from "../crawl/answer.ts";
import type { KnownBody } from "../crawl/known-body.ts";
import type { Question } from "../crawl/transport.ts";
import { writeRequestHead, writeResponseHead } from "./http-block.ts";
import { formatLocation } from "./location.ts";
import type { Payload } from "./payload-index.ts";
import { type BlockSource, digestOf, makeRecordId, type RecordParts } from "./warc-record.ts";

/**
 * The record of an answer: a response, or a revisit where `seen` holds the body already.
 *
 * Three fields that WARC does not know: `X-Requested-URI`, the address that was asked for, where a redirect led elsewhere;
 * `X-Payload-Length`, the size of a body that was received whole and is not kept; `X-Refers-To-Location`, the file and the
 * offset of the record that a revisit refers to.
 *
 * @param readBody gives the body that is to be kept; absent where none is.
 */
export function answerRecord(
  answer: Answer,
  question: Question,
  readBody: BlockSource | undefined,
  seen: Payload | undefined,
): RecordParts {
  const { body } = answer;
  const head = writeResponseHead(answer);
  const requested = new URL(question.address).href;
  return {
    type: seen ? "revisit" : "response",
    id: makeRecordId(),
    url: answer.url,
    at: answer.receivedAt,
    fields: {
      ...(requested !== answer.url && { "X-Requested-URI": requested }),
      ...("cut" in body && { "WARC-Truncated": body.cut }),
      ...("sha256" in body && { "WARC-Payload-Digest": digestOf(body.sha256) }),
      ...("sha256" in body &&
        readBody === undefined && {
          "WARC-Truncated": "length",
          "X-Payload-Length": String(body.bytes),
        }),
      ...(seen && referTo(seen)),
    },
    block: seen || readBody === undefined ? () => [head] : () => join(head, readBody()),
  };
}

/**
 * The record of an answer that a body has not changed (304): a revisit of the record that holds the body. Where that has only the
 * headers of an attachment, it is named without its place, with the size of the body.
 *
 * @param seen undefined where the archive does not hold the body.
 */
export function notModifiedRecord(
  answer: Answer,
  known: KnownBody,
  seen: Payload | undefined,
): RecordParts {
  const { sha256, bytes, receivedAt, archive } = known;
  return {
    type: "revisit",
    id: makeRecordId(),
    url: answer.url,
    at: answer.receivedAt,
    fields: {
      "WARC-Profile": serverNotModified,
      "WARC-Payload-Digest": digestOf(sha256),
      ...(seen
        ? referTo(seen)
        : {
            "X-Payload-Length": String(bytes),
            "WARC-Refers-To": `<${archive?.recordId}>`,
            "WARC-Refers-To-Target-URI": answer.url,
            "WARC-Refers-To-Date": receivedAt.toISOString(),
          }),
    },
    block: () => [writeResponseHead(answer)],
  };
}

/** https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/#profile-server-not-modified */
const serverNotModified = "http://netpreserve.org/warc/1.1/revisit/server-not-modified";

function referTo(seen: Payload): Record<string, string> {
  return {
    "WARC-Refers-To": `<${seen.recordId}>`,
    "WARC-Refers-To-Target-URI": seen.url,
    "WARC-Refers-To-Date": seen.at,
    "X-Refers-To-Location": formatLocation(seen),
  };
}

/** The record of a request. Only one that differs from those of every other has one; they are described by the warcinfo record. */
export function requestRecord(
  question: Question,
  userAgent: string,
  response: RecordParts,
): RecordParts {
  return {
    type: "request",
    id: makeRecordId(),
    url: response.url,
    at: response.at,
    fields: { "WARC-Concurrent-To": `<${response.id}>` },
    block: () => [writeRequestHead(question, userAgent)],
  };
}

async function* join(
  head: Uint8Array,
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield head;
  yield* body;
}
