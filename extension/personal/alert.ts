import { type DigestItem, digestSections } from "../../shared/monitor/digest.ts";
import { listUntold, tell } from "../../shared/monitor/told.ts";
import type { Database } from "../corpus/database.ts";
import { recall } from "./memory.ts";
import type { Watch } from "./watch.ts";

/** What a notification says: how many of each section. */
export type AlertCounts = Record<(typeof digestSections)[number], number>;

/** How much of the digest has not been shown yet: what the badge says. */
export async function countUnshown(database: Database, { digest }: Watch): Promise<number> {
  const shown = await recall(database, "shown");
  return listUntold(digest, shown?.told ?? new Map()).length;
}

/** Takes the items of the digest for which `isShown` holds as shown. */
export async function markShown(
  database: Database,
  { digest }: Watch,
  isShown: (item: DigestItem) => boolean,
): Promise<void> {
  await database.transaction("rw", database.memory, async () => {
    for (const key of ["shown", "notified"] as const) {
      const before = await recall(database, key);
      await database.memory.put({ key, told: tell(digest, before?.told ?? new Map(), isShown) });
    }
  });
}

/**
 * Hands what is new in the digest to `notify`, once: what was slept through comes as one, and what was shown or
 * notified before is left out. It is kept as notified only after it was: a worker that is ended in between notifies again, which
 * the browser shows as the same notification.
 */
export async function alertOnce(
  database: Database,
  { digest }: Watch,
  notify: (counts: AlertCounts) => Promise<void>,
): Promise<void> {
  const told = (await recall(database, "notified"))?.told ?? new Map();
  const untold = new Set<DigestItem>(listUntold(digest, told));
  if (untold.size === 0) return;
  const counts: AlertCounts = { closing: 0, new: 0, changed: 0, awarded: 0 };
  for (const section of digestSections) {
    counts[section] = digest[section].filter((item) => untold.has(item)).length;
  }
  await notify(counts);
  await database.memory.put({ key: "notified", told: tell(digest, told) });
}
