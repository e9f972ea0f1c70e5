import type { ExtensionDetails } from "../../shared/feed/extension-details.ts";
import type { DraftFile, FeedDraft } from "./feed-draft.ts";
import { shardOf } from "./put-shards.ts";

/** Lists of entries that grow while all goes by, each in the file of its shard, so that none waits in memory. */
export interface ShardFiles {
  add(entry: { id: string }): Promise<void>;
  /** Closes the files, and says where each is. */
  finish(): Promise<ExtensionDetails["processes"]>;
}

/** @param about the title in Spanish; @param about.pathOf where a file with a hash is, from the feed's root. */
export function openShardFiles(
  draft: FeedDraft,
  { title, pathOf }: { title: string; pathOf: (hash: string) => string },
): ShardFiles {
  const files = new Map<string, DraftFile>();
  return {
    async add(entry) {
      const shard = shardOf(entry.id);
      let file = files.get(shard);
      const before = file === undefined ? "[\n" : ",\n";
      file ??= await draft.open(pathOf(`nuevo-${shard}`), { title, mediaType: "application/json" });
      files.set(shard, file);
      await file.write(`${before}${JSON.stringify(entry)}`);
    },
    async finish() {
      const named: ExtensionDetails["processes"] = {};
      for (const [shard, file] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
        await file.write("\n]\n");
        const { path, sha256 } = await file.close((hash) => pathOf(hash.slice(0, 16)));
        named[shard] = { path, sha256 };
      }
      return named;
    },
  };
}
