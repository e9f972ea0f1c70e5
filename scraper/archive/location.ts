import { isArchiveFile } from "./archive-files.ts";

/** Where a record begins. */
export interface Location {
  /** From the archive's folder, with `/`. */
  file: string;
  /** Bytes before it. */
  offset: number;
}

/** `2026/20261123T063000Z-1c9f0a52.warc.gz#51234` */
export function formatLocation({ file, offset }: Location): string {
  return `${file}#${offset}`;
}

/** Undefined for a text that is no location within an archive. */
export function parseLocation(text: string): Location | undefined {
  const [, file = "", offset] = /^(.+)#(\d+)$/.exec(text) ?? [];
  return isArchiveFile(file) ? { file, offset: Number(offset) } : undefined;
}
