import { feedPaths } from "../../shared/feed/paths.ts";
import { StopRunError } from "../errors.ts";
import { readChecksums, verifyFeed } from "./checksums.ts";
import type { FeedDraft } from "./feed-draft.ts";
import type { FeedFacts } from "./feed-facts.ts";
import type { LastFeed } from "./last-feed.ts";

/** What every publish writes anew: the files that describe the feed. All others are made by the formats, and depend on the data alone. */
const describing: ReadonlySet<string> = new Set([
  feedPaths.extensionManifest,
  feedPaths.license,
  feedPaths.policy,
  feedPaths.dictionary,
  feedPaths.openApi,
  feedPaths.dcat,
  feedPaths.dataPackage,
  feedPaths.health,
  feedPaths.compat,
  feedPaths.index,
]);

/**
 * Carries the files of all formats over from the last feed, where it was made of the same content. Undefined, with the draft as
 * it was, where it was not, or is no longer as it was published.
 */
export async function carryContent(
  last: LastFeed | undefined,
  contentKey: string,
  draft: FeedDraft,
): Promise<FeedFacts | undefined> {
  if (last === undefined || last.index.contentKey !== contentKey) return undefined;
  if (!(await isUntouched(last))) return undefined;
  const { files, counts, firstReleaseAt, lastReleaseAt, lastCursor } = last.index;
  for (const file of files) {
    if (!describing.has(file.path)) await draft.carry(last.folder, file);
  }
  return { counts, firstReleaseAt, lastReleaseAt, lastCursor };
}

async function isUntouched({ folder, index }: LastFeed): Promise<boolean> {
  try {
    const { missing, extra, changed } = await verifyFeed(folder);
    const sums = await readChecksums(folder);
    const isListed = index.files.every(({ path, sha256 }) => sums.get(path) === sha256);
    return isListed && missing.length + extra.length + changed.length === 0;
  } catch (error) {
    if (error instanceof StopRunError) return false;
    throw error;
  }
}
