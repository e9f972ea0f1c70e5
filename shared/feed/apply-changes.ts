import type { CompiledRelease } from "../ocds/schema.ts";
import type { ChangeLine, ChangesIndex } from "./changes.ts";

/** How far a consumer has followed the feed. */
export type FeedPosition = Pick<ChangesIndex, "series" | "cursor">;

/**
 * The files that hold changes after a consumer's position, in the order to read them in; undefined where it must begin anew
 * with the full feed.
 */
export function filesAfter(
  index: ChangesIndex,
  position: FeedPosition,
): ChangesIndex["files"] | undefined {
  if (index.series !== position.series || index.cursor < position.cursor) return undefined;
  return index.files.filter(({ lastCursor }) => lastCursor > position.cursor);
}

/**
 * The feed after the changes: each procedure (by `ocid`) as the last line on it leaves it. What vanished from the portal stays and says so; only what an
 * import brought alone, and was undone, is taken out. The feed that is given stays as it is.
 *
 * @param cursor the consumer's; lines up to it are known already and passed over.
 * @param lines of the files of `filesAfter`, in their order. They may also be older than the feed: the last of them brings
 * it up to date.
 */
export function applyChanges(
  feed: ReadonlyMap<string, CompiledRelease>,
  cursor: number,
  lines: Iterable<ChangeLine>,
): Map<string, CompiledRelease> {
  const next = new Map(feed);
  for (const line of lines) {
    if (line.cursor <= cursor) continue;
    if (line.compiled === undefined) next.delete(line.ocid);
    else next.set(line.ocid, line.compiled);
  }
  return next;
}
