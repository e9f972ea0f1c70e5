import { readFileSync } from "node:fs";
import * as z from "zod";

const StoredDatabase = z.object({
  name: z.string(),
  version: z.int(),
  stores: z.record(
    z.string(),
    z.object({
      keyPath: z.string(),
      /** As Dexie writes them: `&` before one that no two rows share. */
      indexes: z.array(z.string()),
      rows: z.array(z.record(z.string(), z.unknown())),
    }),
  ),
});
export type StoredDatabase = z.infer<typeof StoredDatabase>;

/** The database as a release of the extension left it. */
export function readStoredVersion(version: number): StoredDatabase {
  const text = readFileSync(new URL(`version-${version}.json`, import.meta.url), "utf8");
  return StoredDatabase.parse(JSON.parse(text));
}

/** Puts a database in place by the browser's own means, as if the extension had left it there. */
export async function putInPlace({ name, version, stores }: StoredDatabase): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onerror = () => reject(request.error);
    request.onupgradeneeded = () => {
      for (const [store, { keyPath, indexes, rows }] of Object.entries(stores)) {
        const made = request.result.createObjectStore(store, { keyPath });
        for (const index of indexes) {
          const key = index.replace("&", "");
          made.createIndex(key, key, { unique: index !== key });
        }
        for (const row of rows) made.add(row);
      }
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}
