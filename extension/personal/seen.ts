import type { Database } from "../corpus/database.ts";

/** Marks procedures as seen: there is no news of them until they change again. What came after `upTo` stays news. */
export async function markSeen(
  { news, seen }: Database,
  ids: readonly string[],
  upTo: number,
): Promise<void> {
  const at = Date.now();
  await news.db.transaction("rw", news, seen, async () => {
    await seen.bulkPut(ids.map((id) => ({ id, at })));
    const found = await news.bulkGet([...ids]);
    const read = found.flatMap((one) => (one !== undefined && one.stamp <= upTo ? one.id : []));
    await news.bulkDelete(read);
  });
}
