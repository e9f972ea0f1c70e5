import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";
import PQueue from "p-queue";
import type { Answer } from "../crawl/answer.ts";
import type { KnownBody } from "../crawl/known-body.ts";
import type { DocumentRequest, Question } from "../crawl/transport.ts";
import { answerRecord, notModifiedRecord, requestRecord } from "./answer-record.ts";
import { createAppendFile } from "./append-file.ts";
import type { ArchiveRef } from "./archive-ref.ts";
import { compressStream, compressWhole } from "./compress.ts";
import { openPayloadIndex } from "./payload-index.ts";
import { fieldsOfEnd, fieldsOfStart, type RunEnd, type RunStart } from "./run-info.ts";
import { writeFields } from "./warc-fields.ts";
import {
  type BlockSource,
  makeRecordId,
  type RecordParts,
  serializeRecord,
} from "./warc-record.ts";

/** Keeps what the portal answers during one invocation of the scraper. */
export interface ArchiveWriter {
  /**
   * Gives back where the answer lies once it is on the disk. A body that the archive holds already for this address is not
   * kept again, but referred to. Throws `StopRunError` where it cannot be written.
   *
   * @param readBody gives a body that is too large for the memory; may be called more than once.
   */
  keep(answer: Answer, question: Question, readBody?: BlockSource): Promise<ArchiveRef>;
  /** Whether the archive has what an answer refers to that a body has not changed: the body, or the headers of an attachment of which it keeps no more. */
  holds(url: string, known: KnownBody, document: DocumentRequest | undefined): Promise<boolean>;
  /** Says that the invocation is over; without it, a reader takes it for one that was killed. Called again, it does nothing. */
  end(end: Omit<RunEnd, "sha256Before">): Promise<void>;
}

/**
 * Begins a file of the archive: WARC 1.1, one gzip member a record, the first one a warcinfo record with what `start` says.
 *
 * Throws `StopRunError` that says what to do for a folder that cannot be written.
 */
export async function openArchive(folder: string, start: RunStart): Promise<ArchiveWriter> {
  const name = fileNameOf(start.startedAt);
  const index = await openPayloadIndex(folder);
  const file = await createAppendFile(path.join(folder, name));
  const info = await pack({
    type: "warcinfo",
    id: makeRecordId(),
    at: start.startedAt,
    fields: { "WARC-Filename": path.posix.basename(name) },
    block: () => [writeFields(fieldsOfStart(start))],
  });
  await file.append(info);

  /** Answers are given out in the order in which they lie in the file: in that order a replay answers. */
  const inOrder = new PQueue({ concurrency: 1 });
  /** Appends an answer, and what was asked where that is not what is always asked. */
  const append = async (
    packed: Uint8Array[] | AsyncIterable<Uint8Array>,
    record: RecordParts,
    question: Question,
    noteAt: (offset: number) => Promise<void> = async () => undefined,
  ) => {
    const request =
      Object.keys(question.headers).length > 0
        ? await pack(requestRecord(question, start.userAgent, record))
        : [];
    const offset = await file.append(chain(packed, request));
    await inOrder.add(() => noteAt(offset));
  };

  return {
    holds: async (url, { sha256, archive }, document) =>
      (await index.find(url, sha256)) !== undefined ||
      (document?.keep === false &&
        archive !== undefined &&
        existsSync(path.join(folder, archive.file))),
    keep: async (answer, question, readBody) => {
      const { body, url, receivedAt, statusCode } = answer;
      if (statusCode === 304 && question.known) {
        const { known } = question;
        const record = notModifiedRecord(answer, known, await index.find(url, known.sha256));
        await append(await pack(record), record, question);
        return { file: name, recordId: record.id };
      }
      const content = "sha256" in body ? body.content : undefined;
      const source = content ? () => [content] : readBody;
      const sha256 = "sha256" in body && source && body.bytes > 0 ? body.sha256 : undefined;
      const seen = sha256 === undefined ? undefined : await index.find(url, sha256);
      const record = answerRecord(answer, question, source, seen);
      const isLarge = readBody !== undefined && !seen;
      const packed = isLarge ? compressStream(await serializeRecord(record)) : await pack(record);
      await append(packed, record, question, async (offset) => {
        if (sha256 === undefined || seen) return;
        const at = receivedAt.toISOString();
        await index.add({ url, sha256, recordId: record.id, at, file: name, offset });
      });
      return { file: name, recordId: record.id };
    },
    end: async (end) => {
      try {
        await file.end((sha256Before) =>
          pack({
            type: "metadata",
            id: makeRecordId(),
            at: end.finishedAt,
            block: () => [writeFields(fieldsOfEnd({ ...end, sha256Before }))],
          }),
        );
      } finally {
        await index.close();
      }
    },
  };
}

async function* chain(
  ...parts: (Iterable<Uint8Array> | AsyncIterable<Uint8Array>)[]
): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield* part;
}

async function pack(record: RecordParts): Promise<Uint8Array[]> {
  return compressWhole(await serializeRecord(record));
}

/** `2026/20261123T063000Z-1c9f0a52.warc.gz` */
function fileNameOf(startedAt: Date): string {
  const instant = startedAt.toISOString().replace(/[-:]|\.\d+/g, "");
  return `${instant.slice(0, 4)}/${instant}-${randomBytes(4).toString("hex")}.warc.gz`;
}
