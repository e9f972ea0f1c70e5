import type { Database, Memory } from "../corpus/database.ts";

/** What the watch remembers under a key; undefined before the first time. */
export async function recall<Key extends Memory["key"]>(
  { memory }: Database,
  key: Key,
): Promise<Extract<Memory, { key: Key }> | undefined> {
  const kept = await memory.get(key);
  // What is kept under a key carries that key.
  return kept as Extract<Memory, { key: Key }> | undefined;
}

/** The stamp of the latest that is known; 0 before the first. */
export async function lastStamp(database: Database): Promise<number> {
  return (await recall(database, "stamp"))?.stamp ?? 0;
}
