import type { ArchiveRef } from "../archive/archive-ref.ts";
import { type HeaderList, headerOf } from "./answer.ts";

/** By what an address can be asked whether it still sends what it sent (RFC 9110, section 8.8); one of them at least. */
export interface Validators {
  etag?: string | undefined;
  lastModified?: string | undefined;
}

/** A body that an address has sent. */
export interface KnownBody extends Validators {
  /** Hexadecimal. */
  sha256: string;
  bytes: number;
  /** When it last came whole: an answer that it has not changed does not count. */
  receivedAt: Date;
  /** Where the archive keeps that answer; absent where none was kept. */
  archive?: ArchiveRef | undefined;
}

/** An answer that what an address sent has not changed (304). */
export interface Unchanged {
  isUnchanged: true;
  /** Of the body that it has sent, hexadecimal. */
  sha256: string;
  retrievedAt: Date;
  /** Absent where no archive is kept. */
  archive?: ArchiveRef | undefined;
}

/** The validators of an answer; undefined where it has none, as the pages of ASP.NET MVC. */
export function validatorsOf(headers: HeaderList): Validators | undefined {
  const etag = printable(headerOf(headers, "etag"));
  const lastModified = printable(headerOf(headers, "last-modified"));
  return etag === undefined && lastModified === undefined ? undefined : { etag, lastModified };
}

/** The headers of a request that is to be answered with the body only where it is another. */
export function conditionalHeaders({ etag, lastModified }: Validators): Record<string, string> {
  return {
    ...(etag !== undefined && { "if-none-match": etag }),
    ...(lastModified !== undefined && { "if-modified-since": lastModified }),
  };
}

/** What cannot be sent back as it came is no validator. */
function printable(value: string | undefined): string | undefined {
  const text = value?.trim() ?? "";
  return /^[\x20-\x7e]{1,300}$/.test(text) ? text : undefined;
}
