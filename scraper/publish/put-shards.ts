import type { FeedFile } from "../../shared/feed/index-schema.ts";
import { hashBytes } from "../../shared/values/hash.ts";
import type { FeedDraft } from "./feed-draft.ts";

/** In which of 256 files something stands that is known by `key`: the first two hexadecimal digits of its SHA-256. */
export function shardOf(key: string): string {
  return hashBytes(key).slice(0, 2);
}

/**
 * Writes lists of entries, each into the file of its shard, one entry a line. In order of the shards.
 *
 * @param keyOf what an entry is found by.
 */
export async function putShards<Entry>(
  draft: FeedDraft,
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
  about: { title: string; pathOf: (shard: string) => string },
): Promise<{ file: FeedFile; count: number }[]> {
  const shards = new Map<string, string[]>();
  for (const entry of entries) {
    const shard = shardOf(keyOf(entry));
    const lines = shards.get(shard) ?? [];
    shards.set(shard, lines);
    lines.push(JSON.stringify(entry));
  }
  const files: { file: FeedFile; count: number }[] = [];
  for (const [shard, lines] of [...shards].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const file = await draft.put(
      about.pathOf(shard),
      { title: about.title, mediaType: "application/json" },
      jsonList(lines),
    );
    files.push({ file, count: lines.length });
  }
  return files;
}

/** A JSON array of which each line is an entry. */
export function jsonList(lines: readonly string[]): string {
  return `[\n${lines.join(",\n")}\n]\n`;
}
