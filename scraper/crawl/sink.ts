import type { SupplierRow } from "../../shared/feed/supplier-row.ts";
import type { Procedimiento } from "../../shared/portal/records.ts";
import type { ReadFile } from "../store/documents.ts";
import type { PageSource } from "../store/releases.ts";

/** What came of a procedure that was read; `setAside` where its release failed validation. */
export type Change = "added" | "changed" | "unchanged" | "setAside";

/** Where a crawl leaves what it reads: a store, or in a dry run nowhere. */
export interface Sink {
  /** Procedures whose page this run has read before it was interrupted. */
  alreadyRead: ReadonlySet<string>;
  /** What saving a record would come to, its files being as they are known. */
  compare(record: Procedimiento): Change;
  /** Address of each attachment of a procedure that was read before. */
  readFiles(procedureId: string): ReadonlySet<string>;
  /**
   * @param page the procedure's page; @param files what was read of its attachments, by their id.
   */
  saveProcedure(
    record: Procedimiento,
    page: PageSource,
    files: ReadonlyMap<string, ReadFile>,
  ): Change;
  /** Why the latest release of a procedure was set aside. */
  reasons(procedureId: string): readonly string[];
  /** Numbers of the procedures that were on the portal when they were last read. */
  present(): readonly string[];
  /** @param at when the portal said that it has the procedure no longer. */
  withdraw(procedureId: string, at: Date): void;
  /** Replaces the registry of suppliers whole. */
  saveSuppliers(rows: readonly SupplierRow[]): void;
}
