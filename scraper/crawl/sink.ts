import type { SupplierRow } from "../../shared/feed/supplier-row.ts";
import type { Procedimiento } from "../../shared/portal/records.ts";

/** What came of a procedure that was read. */
export type Change = "added" | "changed" | "unchanged";

/** Where a crawl leaves what it reads: a store, or in a dry run nowhere. */
export interface Sink {
  /** Procedures whose page this run has read before it was interrupted. */
  alreadyRead: ReadonlySet<string>;
  /** @param retrievedAt when the procedure's page was received. */
  saveProcedure(record: Procedimiento, retrievedAt: Date): Change;
  /** Replaces the registry of suppliers whole. */
  saveSuppliers(rows: readonly SupplierRow[]): void;
}
