import type { Page } from "playwright-core";

/** What a record of the extension's database becomes, as another day would have left it. */
export function rewriteRecord(
  page: Page,
  table: string,
  key: string,
  fields: Record<string, unknown>,
): Promise<void> {
  return page.evaluate(
    async ([store, id, changes]) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open("compras-abiertas");
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      await new Promise<void>((resolve, reject) => {
        const transaction = database.transaction(store, "readwrite");
        const reading = transaction.objectStore(store).get(id);
        reading.onsuccess = () =>
          transaction.objectStore(store).put({ ...reading.result, ...changes });
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
      });
      database.close();
    },
    [table, key, fields] as const,
  );
}
