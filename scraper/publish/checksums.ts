import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { feedPaths } from "../../shared/feed/paths.ts";
import { errorCode, StopRunError } from "../errors.ts";
import type { FeedDraft } from "./feed-draft.ts";

/** How a feed differs from its own SHA256SUMS: paths from the feed's root, in order; all empty for one that is as it was published. */
export interface FeedFaults {
  missing: string[];
  /** Files that are not in the list. */
  extra: string[];
  changed: string[];
}

/** `SHA256SUMS`: every other file of the feed, for `sha256sum -c`. Written last. */
export async function writeChecksums(draft: FeedDraft): Promise<void> {
  const lines = draft.files().map(({ path: file, sha256 }) => `${sha256}  ${file}\n`);
  await draft.put(
    feedPaths.checksums,
    { title: "Sumas SHA-256 de todos los archivos", mediaType: "text/plain" },
    lines.join(""),
  );
}

/**
 * Compares every file of a feed with its SHA256SUMS. Throws `StopRunError` for a folder without one, or with one that cannot be
 * read as such.
 */
export async function verifyFeed(folder: string): Promise<FeedFaults> {
  const sums = await readChecksums(folder);
  const present = await listFiles(folder);
  const missing = [...sums.keys()].filter((file) => !present.has(file));
  const extra = [...present].filter((file) => !sums.has(file) && file !== feedPaths.checksums);
  const changed: string[] = [];
  for (const [file, sha256] of sums) {
    if (present.has(file) && (await hashFile(path.join(folder, file))) !== sha256)
      changed.push(file);
  }
  return { missing: missing.sort(), extra: extra.sort(), changed: changed.sort() };
}

/** What a feed's SHA256SUMS says: path → hash. Throws `StopRunError` where there is none. */
export async function readChecksums(folder: string): Promise<Map<string, string>> {
  const file = path.join(folder, feedPaths.checksums);
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (cause) {
    throw new StopRunError(
      `${file}: cannot be read (${errorCode(cause) ?? "unknown"}), so nothing can be compared. Name the folder of a feed, or publish it anew.`,
      { cause },
    );
  }
  const sums = new Map<string, string>();
  for (const [index, line] of text.split("\n").entries()) {
    if (line === "") continue;
    const [, sha256, name] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
    if (sha256 === undefined || name === undefined) {
      throw new StopRunError(
        `${file}: line ${index + 1} is no SHA-256 and path, so nothing can be compared. Publish the feed anew.`,
      );
    }
    sums.set(name, sha256);
  }
  return sums;
}

async function listFiles(folder: string): Promise<Set<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return new Set(
    entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
      .map((file) => file.split(path.sep).join("/")),
  );
}

async function hashFile(file: string): Promise<string> {
  const hash = createHash("sha256");
  // Larger pieces than the default halve the time.
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 }))
    hash.update(chunk);
  return hash.digest("hex");
}
