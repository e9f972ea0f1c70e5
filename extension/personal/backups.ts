import { type BackupSettings, type Personal, readBackup } from "../../shared/monitor/backup.ts";
import { type MergePreview, mergePersonal } from "../../shared/monitor/merge-personal.ts";
import type { Database } from "../corpus/database.ts";
import { recall } from "./memory.ts";
import { listSearches, toStored } from "./saved-searches.ts";

/** Everything personal, with the settings as they are given. */
export async function gatherPersonal(
  database: Database,
  settings: BackupSettings,
): Promise<Personal> {
  const { follows, memory, savedSearches, seen } = database;
  return database.transaction("r", [follows, memory, savedSearches, seen], async () => ({
    searches: await listSearches(database),
    follows: await follows.toArray(),
    seen: await seen.toArray(),
    cursor: (await recall(database, "visit"))?.cursor ?? 0,
    settings,
  }));
}

/** What taking a backup in would do; nothing is changed. Throws `BackupError`. */
export async function previewRestore(
  database: Database,
  settings: BackupSettings,
  text: string,
): Promise<{ madeAt: string; preview: MergePreview }> {
  const { personal, madeAt } = readBackup(text);
  const { preview } = mergePersonal(await gatherPersonal(database, settings), personal);
  return { madeAt, preview };
}

/**
 * Takes a backup in, whole or not at all, beside what is there by then.
 *
 * @returns the settings as they should now be. Throws `BackupError`.
 */
export async function restore(
  database: Database,
  settings: BackupSettings,
  text: string,
): Promise<BackupSettings> {
  const { personal } = readBackup(text);
  const { follows, memory, savedSearches, seen } = database;
  return database.transaction("rw", [follows, memory, savedSearches, seen], async () => {
    const { merged } = mergePersonal(await gatherPersonal(database, settings), personal);
    await savedSearches.bulkPut(merged.searches.map(toStored));
    await follows.bulkPut(merged.follows);
    await seen.bulkPut(merged.seen);
    await liftCursor(database, merged.cursor);
    return merged.settings;
  });
}

/** The cursor never goes back, and what comes to be known from now on lies behind it. */
async function liftCursor(database: Database, cursor: number): Promise<void> {
  const [visit, stamp] = await Promise.all([recall(database, "visit"), recall(database, "stamp")]);
  if (visit) await database.memory.put({ ...visit, cursor, upTo: Math.max(visit.upTo, cursor) });
  else await database.memory.put({ key: "visit", cursor, upTo: cursor, activeAt: Date.now() });
  await database.memory.put({ key: "stamp", stamp: Math.max(stamp?.stamp ?? 0, cursor) });
}
