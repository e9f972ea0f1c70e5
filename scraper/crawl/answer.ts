import type { ArchiveRef } from "../archive/archive-ref.ts";

/** Names and values as they came, in order; a value's characters are its bytes (Latin-1). */
export type HeaderList = readonly (readonly [name: string, value: string])[];

/** What the portal answered to one request. */
export interface Answer {
  url: string;
  statusCode: number;
  statusText: string;
  headers: HeaderList;
  body: WholeBody | CutBody;
  receivedAt: Date;
  /** Absent where no archive is kept. */
  archive?: ArchiveRef | undefined;
}

/** A body that was received to its end, unzipped where it came zipped. */
export interface WholeBody {
  bytes: number;
  /** Hexadecimal. */
  sha256: string;
  /** Absent where it was not kept in memory: a document's. */
  content?: Uint8Array | undefined;
}

/** A body of which nothing is kept. */
export interface CutBody {
  cut: CutReason;
  /** The error that cut it off; absent in an answer from an archive. */
  cause?: unknown;
}

/** The words of WARC-Truncated: larger than allowed, too slow, the connection broke, cannot be unzipped. */
export const cutReasons = ["length", "time", "disconnect", "unspecified"] as const;
type CutReason = (typeof cutReasons)[number];

/** A header's value; of a repeated header, the first. */
export function headerOf(headers: HeaderList, name: string): string | undefined {
  return headers.find(([each]) => each.toLowerCase() === name)?.[1];
}
