import * as z from "zod";
import { SupplierRow } from "../../shared/feed/supplier-row.ts";
import { inTransaction, type Store } from "./open-store.ts";
import { jsonText, readRows } from "./rows.ts";

/** Replaces the registry of suppliers whole: who has left it is no longer published. */
export function replaceSuppliers(store: Store, suppliers: readonly SupplierRow[]): void {
  inTransaction(store, () => {
    store.db.prepare("DELETE FROM suppliers").run();
    const insert = store.db.prepare("INSERT INTO suppliers (id, row) VALUES (?, ?)");
    for (const supplier of suppliers) insert.run(supplier.id, JSON.stringify(supplier));
  });
}

/** All suppliers, by name. */
export function allSuppliers(store: Store): SupplierRow[] {
  const rows = store.db
    .prepare("SELECT row FROM suppliers ORDER BY json_extract(row, '$.name'), id")
    .all();
  return readRows(z.object({ row: jsonText(SupplierRow) }), rows).map(({ row }) => row);
}
