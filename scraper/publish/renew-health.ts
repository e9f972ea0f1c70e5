import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import * as z from "zod";
import { feedPaths } from "../../shared/feed/paths.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import { hashBytes } from "../../shared/values/hash.ts";
import { describeError } from "../errors.ts";
import type { Reporter } from "../reporter.ts";
import { isSameSource, readIdentity } from "../store/identity.ts";
import { openStore, type Store } from "../store/open-store.ts";
import { readChecksums, writeChecksums } from "./checksums.ts";
import { writeCompat } from "./compat.ts";
import { startDraft } from "./feed-draft.ts";
import { linkFolder, swapFeed, withDraft } from "./feed-folder.ts";
import { writeHealth } from "./health.ts";
import { readLastFeed } from "./last-feed.ts";

export interface RenewSettings {
  /** File of the store. */
  store: string;
  /** Folder of the feed. */
  out: string;
  profile: PortalProfile;
}

/**
 * Has the last feed say how the latest reading went though nothing new is published. Nothing happens where there is no feed or no
 * store, where the feed is not of this store or not as it was published, and where there is nothing new to say. What keeps it
 * from being done is told to `reporter` and never thrown, since it comes after a failure that matters more.
 */
export async function tellFailure(settings: RenewSettings, reporter: Reporter): Promise<void> {
  if (!existsSync(settings.store)) return;
  try {
    const store = openStore(settings.store, { mustExist: true });
    try {
      const isRenewed = await renewHealth(store, settings);
      if (isRenewed) reporter.event("The last feed's salud.json tells of it");
    } finally {
      store.close();
    }
  } catch (error) {
    reporter.warn("The last feed's salud.json could not be renewed", {
      reason: describeError(error),
    });
  }
}

/** The files that are written anew; all others keep their bytes. */
const renewed: readonly string[] = [
  feedPaths.health,
  feedPaths.compat,
  feedPaths.index,
  feedPaths.checksums,
];

/**
 * Writes `salud.json` and `compat.json` anew, with their entries in `index.json` and `SHA256SUMS`, and puts them in place as a
 * publish does it. Returns whether it was done.
 */
async function renewHealth(store: Store, { out, profile }: RenewSettings): Promise<boolean> {
  const feed = path.resolve(out);
  return withDraft(out, async (folder) => {
    const last = await readLastFeed(feed);
    const identity = readIdentity(store);
    if (last === undefined || identity === undefined) return false;
    const { portal, ocidPrefix, files } = last.index;
    const source = { portal: portal.id, portalUrl: portal.url, ocidPrefix };
    if (!isSameSource(identity, source)) return false;
    const indexText = await readFile(path.join(feed, feedPaths.index), "utf8");
    // A hash must not be written anew for what was changed by hand.
    if ((await readChecksums(feed)).get(feedPaths.index) !== hashBytes(indexText)) return false;

    const draft = startDraft(folder);
    await linkFolder(feed, folder, renewed);
    for (const file of files) if (!renewed.includes(file.path)) draft.enter(file);
    await writeHealth(draft, store);
    await writeCompat(draft, store, profile);
    if (JSON.stringify(draft.files()) === JSON.stringify(files)) return false;
    const index = z.record(z.string(), z.unknown()).parse(JSON.parse(indexText));
    await draft.put(
      feedPaths.index,
      { title: "Qué hay aquí", mediaType: "application/json" },
      `${JSON.stringify({ ...index, files: draft.files() }, undefined, 2)}\n`,
    );
    await writeChecksums(draft);
    await swapFeed(folder, feed);
    return true;
  });
}
