import type { ExtensionIndex, ExtensionManifest } from "../../shared/feed/index-schema.ts";
import { compareTenders } from "../../shared/feed/order.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import type { FeedProblem } from "../messages.ts";
import { forgetNews, keepNews, tablesOfNews } from "../personal/keep-news.ts";
import { type Database, type FeedState, toChunks } from "./database.ts";
import { FeedError, fetchIndex, fetchManifest } from "./feed.ts";
import { PackedRows, packRows } from "./packed-rows.ts";
import { isStorageFull } from "./storage-full.ts";

/**
 * Brings the database up to date with the feed at an address. Whatever fails, the rows that were there stay; why it failed
 * is kept beside them.
 *
 * @returns what is now known of the feed, and whether its rows changed.
 */
export async function refreshFeed(
  database: Database,
  profile: PortalProfile,
  url: string,
): Promise<{ state: FeedState; hasNewRows: boolean }> {
  const before = await database.state.get("feed");
  const asked = { key: "feed", askedAt: Date.now() } as const;
  try {
    const manifest = await fetchManifest(url, profile.id);
    if (before?.url === url) refuseOlder(manifest, before.manifest, asked.askedAt);
    const state: FeedState = { ...asked, url, manifest };
    const hasNewRows = before?.url !== url || before.manifest?.sha256 !== manifest.sha256;
    if (hasNewRows) await replaceRows(database, state, manifest, await fetchIndex(url, manifest));
    else await database.state.put(state);
    return { state, hasNewRows };
  } catch (error) {
    const problem = problemOf(error);
    const kept = before?.manifest ? { url: before.url, manifest: before.manifest } : { url };
    const state: FeedState = { ...asked, ...kept, problem };
    try {
      await database.state.put(state);
    } catch (again) {
      // With no space left not even the problem can be kept: it is told, and found again the next time.
      if (!isStorageFull(again)) throw again;
    }
    return { state, hasNewRows: false };
  }
}

/** Clocks that are not exactly right differ by less. */
const clocksDifferMs = 86_400_000;

/**
 * Throws `FeedError` where a feed offers an older state than the one that is kept of it, as a cache on the way may. What says to have
 * been read in days to come holds nothing off: a clock was wrong, and nothing would be newer until then.
 */
function refuseOlder(
  { readAt }: ExtensionManifest,
  kept: ExtensionManifest | undefined,
  nowMs: number,
): void {
  if (kept === undefined) return; // So far nothing could be read there.
  const keptMs = Date.parse(kept.readAt);
  if (keptMs - nowMs > clocksDifferMs) return;
  if (Date.parse(readAt) < keptMs) throw new FeedError("olderData", readAt);
}

/** Puts the rows of a feed in the place of those that were there. Of a feed at another address, nothing is news at first. */
async function replaceRows(
  database: Database,
  loaded: FeedState,
  { readAt }: ExtensionManifest,
  index: ExtensionIndex,
): Promise<void> {
  const { state, tenderChunks, supplierChunks } = database;
  const tables = [state, tenderChunks, supplierChunks, ...tablesOfNews(database)];
  await database.transaction("rw", tables, async () => {
    const kept = await state.get("feed");
    const isAnother = kept?.manifest !== undefined && kept.url !== loaded.url;
    if (isAnother) await forgetNews(database);
    const isFirst = kept?.manifest === undefined || isAnother;
    const before = isFirst ? undefined : await tenderChunks.orderBy("number").toArray();
    await keepNews(database, before && [...new PackedRows(before)], index.tenders, readAt);
    await Promise.all([tenderChunks.clear(), supplierChunks.clear()]);
    await tenderChunks.bulkAdd(packRows(index.tenders.toSorted(compareTenders)));
    await supplierChunks.bulkAdd(toChunks(index.suppliers));
    await state.put(loaded);
  });
}

/** Why a refresh failed, as far as it is not our fault. */
function problemOf(error: unknown): FeedProblem {
  if (error instanceof FeedError) return error.problem;
  if (isStorageFull(error)) return { kind: "storageFull", detail: String(error) };
  throw error;
}
