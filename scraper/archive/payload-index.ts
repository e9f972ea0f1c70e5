import { existsSync } from "node:fs";
import { type FileHandle, mkdir, open, readFile } from "node:fs/promises";
import path from "node:path";
import * as z from "zod";
import { StopRunError } from "../errors.ts";
import { cannotWrite } from "./append-file.ts";
import { readRecordAt, scanFile } from "./archive-file.ts";
import { archiveFiles } from "./archive-files.ts";
import type { ArchiveRecord } from "./records.ts";
import { digestOf } from "./warc-record.ts";

/** A body that the archive holds, and where. */
const Payload = z.object({
  url: z.string(),
  sha256: z.string(),
  recordId: z.string(),
  at: z.string(),
  file: z.string(),
  offset: z.number(),
});
export type Payload = z.infer<typeof Payload>;

/**
 * Knows which bodies an archive holds, so that none is kept twice. It is a hint: a body is looked at where the index says it is
 * before anything points there, so an index that is lost, cut off or wrong costs room and never evidence.
 */
export interface PayloadIndex {
  /** The record that holds this body of this address; undefined where none does. */
  find(url: string, sha256: string): Promise<Payload | undefined>;
  /** To be called once the record is on the disk. */
  add(payload: Payload): Promise<void>;
  close(): Promise<void>;
}

/** Opens the index of an archive; one that is missing is made anew from the files. Throws `StopRunError` where it cannot be written. */
export async function openPayloadIndex(folder: string): Promise<PayloadIndex> {
  const file = path.join(folder, "index.jsonl");
  const isNew = !existsSync(file);
  const handle = await openForAppending(file);
  const known = new Map<string, Payload>();
  const remember = (payload: Payload) => known.set(keyOf(payload.url, payload.sha256), payload);
  const write = (text: string) =>
    handle.appendFile(text).catch((cause: unknown) => {
      throw cannotWrite(file, cause);
    });
  const add = async (payload: Payload) => {
    remember(payload);
    await write(`${JSON.stringify(payload)}\n`);
  };
  if (isNew) {
    for await (const payload of scanPayloads(folder)) await add(payload);
  } else {
    const text = await readFile(file, "utf8");
    for (const line of text.split("\n")) {
      const payload = parseLine(line);
      if (payload) remember(payload);
    }
    // What a killed run has left half written stays a line of its own.
    if (!text.endsWith("\n")) await write("\n");
  }
  return {
    find: async (url, sha256) => {
      const payload = known.get(keyOf(url, sha256));
      return payload && (await isThere(folder, payload)) ? payload : undefined;
    },
    add,
    close: () => handle.close(),
  };
}

/** Whether a record holds a whole body that others may point to. */
export function holdsPayload({ type, field }: ArchiveRecord): boolean {
  return type === "response" && field("WARC-Truncated") === undefined;
}

async function openForAppending(file: string): Promise<FileHandle> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    return await open(file, "a");
  } catch (cause) {
    throw cannotWrite(file, cause);
  }
}

async function isThere(folder: string, payload: Payload): Promise<boolean> {
  try {
    const record = await readRecordAt(folder, payload, payload.recordId);
    return holdsPayload(record) && record.field("WARC-Payload-Digest") === digestOf(payload.sha256);
  } catch (error) {
    if (error instanceof StopRunError) return false; // The body is kept anew.
    throw error;
  }
}

async function* scanPayloads(folder: string): AsyncGenerator<Payload> {
  for (const file of await archiveFiles(folder)) {
    for await (const { record, fault } of scanFile(folder, file)) {
      if (record?.url === undefined || fault || !holdsPayload(record)) continue;
      const { url, id, at, offset } = record;
      const sha256 = record.field("WARC-Payload-Digest")?.replace(/^sha256:/, "") ?? "";
      yield { url, sha256, recordId: id, at: at.toISOString(), file, offset };
    }
  }
}

function parseLine(line: string): Payload | undefined {
  try {
    return Payload.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined; // Cut off by a kill.
  }
}

function keyOf(url: string, sha256: string): string {
  return `${sha256} ${url}`;
}
