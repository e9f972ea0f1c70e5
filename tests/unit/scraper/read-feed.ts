import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";

/** The paths of all files of a feed, from its root, in order. */
export function feedFiles(feed: string): string[] {
  return readdirSync(feed, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(feed, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** Path → SHA-256 of every file of a feed: equal for feeds that are equal to the byte. */
export function fingerprintFeed(feed: string): Record<string, string> {
  return Object.fromEntries(
    feedFiles(feed).map((file) => [
      file,
      createHash("sha256")
        .update(readFileSync(path.join(feed, file)))
        .digest("hex"),
    ]),
  );
}

/** The text of a file of the feed, unzipped where it is zipped. */
export function readFeedText(feed: string, file: string): string {
  const bytes = readFileSync(path.join(feed, file));
  return (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

/** The parsed lines of a JSON Lines file. */
export function readFeedLines(feed: string, file: string): unknown[] {
  return readFeedText(feed, file)
    .split("\n")
    .filter((line) => line !== "")
    .map((line): unknown => JSON.parse(line));
}
