import type { Procedimiento } from "../../../shared/portal/records.ts";
import type { Stage } from "./stage.ts";

/** What the extension keeps of the procedures of pages that were opened; `forget` has it keep them no longer. */
export function readSeenTenders({ worker }: Stage, forget = false): Promise<Procedimiento[]> {
  return worker.evaluate(async (isToForget) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open("compras-abiertas");
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const seen = await new Promise<{ record: Procedimiento }[]>((resolve, reject) => {
      const transaction = database.transaction("seenTenders", "readwrite");
      const store = transaction.objectStore("seenTenders");
      const reading = store.getAll();
      if (isToForget) store.clear();
      transaction.oncomplete = () => resolve(reading.result);
      transaction.onerror = () => reject(transaction.error);
    });
    database.close();
    return seen.map(({ record }) => record);
  }, forget);
}
