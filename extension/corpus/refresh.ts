import type { ExtensionIndex } from "../../shared/feed/index-schema.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import { type FeedState, type openDatabase, toChunks } from "./database.ts";
import { FeedError, fetchIndex, fetchManifest } from "./feed.ts";

/**
 * Brings the database up to date with the feed at an address. Whatever fails, the rows that were there stay; why it failed
 * is kept beside them.
 *
 * @returns what is now known of the feed, and whether its rows changed.
 */
export async function refreshFeed(
  database: ReturnType<typeof openDatabase>,
  profile: PortalProfile,
  url: string,
): Promise<{ state: FeedState; hasNewRows: boolean }> {
  const before = await database.state.get("feed");
  const asked = { key: "feed", askedAt: Date.now() } as const;
  try {
    const manifest = await fetchManifest(url, profile.id);
    const state: FeedState = { ...asked, url, manifest };
    const hasNewRows = before?.url !== url || before.manifest?.sha256 !== manifest.sha256;
    if (hasNewRows) await replaceRows(database, state, await fetchIndex(url, manifest));
    else await database.state.put(state);
    return { state, hasNewRows };
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    const kept = before?.manifest ? { url: before.url, manifest: before.manifest } : { url };
    const state: FeedState = { ...asked, ...kept, problem: error.problem };
    await database.state.put(state);
    return { state, hasNewRows: false };
  }
}

async function replaceRows(
  database: ReturnType<typeof openDatabase>,
  loaded: FeedState,
  index: ExtensionIndex,
): Promise<void> {
  const { state, tenderChunks, supplierChunks } = database;
  await database.transaction("rw", state, tenderChunks, supplierChunks, async () => {
    await Promise.all([tenderChunks.clear(), supplierChunks.clear()]);
    await tenderChunks.bulkAdd(toChunks(index.tenders));
    await supplierChunks.bulkAdd(toChunks(index.suppliers));
    await state.put(loaded);
  });
}
