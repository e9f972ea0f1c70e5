import type { RegistryRow } from "../../shared/feed/supplier-row.ts";
import type { Procedimiento } from "../../shared/portal/records.ts";
import type { ReadFile } from "../store/documents.ts";
import type { PageReading, PageState } from "../store/page-states.ts";
import type { PageSource } from "../store/releases.ts";
import type { StoredBody } from "../store/validators.ts";
import type { ListEntry } from "./list-entry.ts";

/** What came of a procedure that was read; `setAside` where its release failed validation. */
export type Change = "added" | "changed" | "unchanged" | "setAside";

/** Where a crawl leaves what it reads: a store, or in a dry run nowhere. */
export interface Sink {
  /** When the run began; one that goes on, for the first time. */
  startedAt: string;
  /** Whether the run reads every page: as it was told to, or as the one was that it goes on with. */
  isFull: boolean;
  /** Procedures whose page this run has read before it was interrupted. */
  alreadyRead: ReadonlySet<string>;
  /** How each procedure stands with the runs before. */
  pageStates(): Iterable<PageState>;
  /** Numbers of the procedures that the list showed when their page was read last. */
  listedBefore(): ReadonlySet<string>;
  /** Notes which procedures the list shows. */
  noteListed(entries: readonly ListEntry[]): void;
  /** What is known of a procedure; undefined where nothing is. */
  record(procedureId: string): Procedimiento | undefined;
  /** What saving a record would come to, its files being as they are known. */
  compare(record: Procedimiento): Change;
  /** What an address of the portal has sent, where it can be asked whether it still does. */
  knownBody(url: string): StoredBody | undefined;
  /** Address of each attachment of a procedure that was read before. */
  readFiles(procedureId: string): ReadonlySet<string>;
  /** Runs `body` and keeps all that it saves, or nothing where it throws. */
  together(body: () => void): void;
  /**
   * @param page the procedure's page; @param files what was read of its attachments, by their id.
   */
  saveProcedure(
    record: Procedimiento,
    page: PageSource,
    files: ReadonlyMap<string, ReadFile>,
    reading: Omit<PageReading, "reader">,
  ): Change;
  /** Notes that a procedure's page could not be had or read, so that the next run tries again. */
  noteSkipped(procedureId: string): void;
  /** Why the latest release of a procedure was set aside. */
  reasons(procedureId: string): readonly string[];
  /** @param at when the portal said that it has the procedure no longer. @returns whether it had it until then, as far as is known. */
  withdraw(procedureId: string, at: Date): boolean;
  /** Replaces the registry of suppliers whole. */
  saveSuppliers(rows: readonly RegistryRow[]): void;
}
