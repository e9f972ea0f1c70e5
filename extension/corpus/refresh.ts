import type { PortalProfile } from "../../shared/portal/profile.ts";
import { type FeedState, type openDatabase, toChunks } from "./database.ts";
import { FeedError, fetchIndex, fetchManifest } from "./feed.ts";

/**
 * Brings the database up to date with the feed at an address. Whatever fails, the rows that were there stay; why it failed
 * is kept beside them.
 *
 * @returns whether the rows changed.
 */
export async function refreshFeed(
  database: ReturnType<typeof openDatabase>,
  profile: PortalProfile,
  url: string,
): Promise<boolean> {
  const before = await database.state.get("feed");
  try {
    const manifest = await fetchManifest(url, profile.id);
    if (before?.url === url && before.manifest?.sha256 === manifest.sha256) {
      await database.state.put({ key: "feed", url, manifest });
      return false;
    }
    const index = await fetchIndex(url, manifest);
    const { state, tenderChunks, supplierChunks } = database;
    await database.transaction("rw", state, tenderChunks, supplierChunks, async () => {
      await Promise.all([tenderChunks.clear(), supplierChunks.clear()]);
      await tenderChunks.bulkAdd(toChunks(index.tenders));
      await supplierChunks.bulkAdd(toChunks(index.suppliers));
      await state.put({ key: "feed", url, manifest });
    });
    return true;
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    const kept: FeedState = before?.manifest
      ? { key: "feed", url: before.url, manifest: before.manifest }
      : { key: "feed", url };
    await database.state.put({ ...kept, problem: error.problem });
    return false;
  }
}
