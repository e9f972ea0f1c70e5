import type { Stage } from "./stage.ts";
import { stopWorker } from "./stop-worker.ts";

/** Leaves the database as a worker leaves it that last asked the feed nine days ago, and ends the worker. */
export async function ageFeed({ context, worker }: Stage): Promise<void> {
  const page = await context.newPage();
  await page.goto(new URL("/options.html", worker.url()).href);
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open("compras-abiertas");
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    await new Promise<void>((resolve, reject) => {
      const store = database.transaction("state", "readwrite").objectStore("state");
      const reading = store.get("feed");
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () => {
        const readAt = new Date(Date.now() - 9.5 * 86_400_000).toISOString();
        const { manifest, ...state } = reading.result;
        const writing = store.put({ ...state, askedAt: 0, manifest: { ...manifest, readAt } });
        writing.onerror = () => reject(writing.error);
        writing.onsuccess = () => resolve();
      };
    });
    database.close();
  });
  await stopWorker(page);
  await page.close();
}
