import { Dexie, type EntityTable, type Table } from "dexie";
import type { ExtensionManifest } from "../../shared/feed/index-schema.ts";
import type { SupplierRow } from "../../shared/feed/supplier-row.ts";
import type { TenderRow } from "../../shared/feed/tender-row.ts";
import type { Procedimiento } from "../../shared/portal/records.ts";
import type { FeedProblem } from "../messages.ts";

/** What is known of the feed that was loaded, and of the last attempt to load it. */
export interface FeedState {
  key: "feed";
  /** The address that the rows came from. */
  url: string;
  manifest?: ExtensionManifest;
  /** When the feed was last asked, in milliseconds since 1970. */
  askedAt: number;
  problem?: FeedProblem;
}

/** A procedure read from a page that the user opened. */
export interface SeenTender {
  id: string;
  record: Procedimiento;
  /** The page of the procedure says more than its row in the list, and is not replaced by it. */
  source: "listado" | "procedimiento";
}

/** Rows in the order of the feed, a thousand to a value: many times faster to write and load than one by one. */
export interface Chunk<Row> {
  number: number;
  rows: Row[];
}

type Database = Dexie & {
  state: EntityTable<FeedState, "key">;
  tenderChunks: Table<Chunk<TenderRow>, number>;
  supplierChunks: Table<Chunk<SupplierRow>, number>;
  seenTenders: EntityTable<SeenTender, "id">;
  seenSuppliers: EntityTable<SupplierRow, "id">;
};

/** The extension's database. A version that was released is never edited: add the next one, with its upgrade. */
export function openDatabase(): Database {
  // The cast adds the tables that the next line declares.
  const database = new Dexie("compras-abiertas") as Database;
  database.version(1).stores({
    state: "key",
    tenderChunks: "number",
    supplierChunks: "number",
    seenTenders: "id",
    seenSuppliers: "id",
  });
  return database;
}

const chunkSize = 1000;

/** Splits rows into chunks for storing. */
export function toChunks<Row>(rows: readonly Row[]): Chunk<Row>[] {
  const chunks: Chunk<Row>[] = [];
  for (let start = 0; start < rows.length; start += chunkSize) {
    chunks.push({ number: chunks.length, rows: rows.slice(start, start + chunkSize) });
  }
  return chunks;
}
