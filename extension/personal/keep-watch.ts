import type { Database } from "../corpus/database.ts";
import { alertOnce, countUnshown } from "./alert.ts";
import { mayNotify, notify, showBadge } from "./browser-alerts.ts";
import { keepUnshown } from "./unshown.ts";
import type { Watch } from "./watch.ts";

/** Tells by the badge and in the panel, and by a notification where the user allowed it, what is new of what the user watches. */
export async function keepWatch(database: Database, runWatch: () => Promise<Watch>): Promise<void> {
  const watched = (await database.savedSearches.count()) + (await database.follows.count());
  // Nothing is watched: nothing need be loaded for it.
  if (watched === 0) return showUnshown(0);
  const watch = await runWatch();
  await showUnshown(await countUnshown(database, watch));
  if (await mayNotify()) await alertOnce(database, watch, notify);
}

async function showUnshown(count: number): Promise<void> {
  await showBadge(count);
  await keepUnshown(count);
}
