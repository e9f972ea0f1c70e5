import { Dexie, type EntityTable, type Table } from "dexie";
import type { ExtensionManifest } from "../../shared/feed/index-schema.ts";
import type { SupplierRow } from "../../shared/feed/supplier-row.ts";
import type { TenderRow } from "../../shared/feed/tender-row.ts";
import type { News } from "../../shared/monitor/news.ts";
import type { Follow, SavedSearch, Seen } from "../../shared/monitor/personal.ts";
import type { Told } from "../../shared/monitor/told.ts";
import type { Visit } from "../../shared/monitor/visit.ts";
import type { Procedimiento } from "../../shared/portal/records.ts";
import type { FeedProblem } from "../messages.ts";
import { type PackedChunk, packRows } from "./packed-rows.ts";
import type { KeptSubscriptions } from "./subscriptions.ts";

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
  /** When its page was last open, in milliseconds since 1970. */
  pageAt?: number;
  /** Ids of the attachments that its page listed in the visit before; absent in the first one. */
  anexosBefore?: string[];
}

/** Rows in the order of the feed, a thousand to a value: many times faster to write and load than one by one. */
export interface Chunk<Row> {
  number: number;
  rows: Row[];
}

/** A saved search as it is stored: two of one `nameKey` are refused. */
export type StoredSearch = SavedSearch & { nameKey: string };

/** What the worker remembers, mostly for its watch over the feed, each under its key. */
export type Memory =
  /** Of the latest that came to be known. */
  | { key: "stamp"; stamp: number }
  | ({ key: "visit" } & Visit)
  /** What of the digest was told by a notification. */
  | { key: "notified"; told: Map<string, Told> }
  /** What of the digest was shown. */
  | { key: "shown"; told: Map<string, Told> }
  /** Procedures that a feed had and that the present one leaves out: they are not new when they are back. */
  | { key: "gone"; ids: string[] }
  | KeptSubscriptions;

export type Database = Dexie & {
  state: EntityTable<FeedState, "key">;
  tenderChunks: Table<PackedChunk, number>;
  supplierChunks: Table<Chunk<SupplierRow>, number>;
  seenTenders: EntityTable<SeenTender, "id">;
  seenSuppliers: EntityTable<SupplierRow, "id">;
  savedSearches: EntityTable<StoredSearch, "id">;
  follows: EntityTable<Follow, "id">;
  seen: EntityTable<Seen, "id">;
  news: EntityTable<News, "id">;
  memory: Table<Memory, Memory["key"]>;
};

/** The database was written by a later version of the extension. Thrown by every question to it; nothing in it is touched. */
export class NewerDatabaseError extends Error {
  override name = "NewerDatabaseError";
}

/**
 * The browser's databases, without the way by which Dexie gets into one of a later version: told by the browser that there is
 * one, it asks for whatever version there is, and may go on to change its tables.
 */
const ofThisVersion: Pick<IDBFactory, "open" | "deleteDatabase" | "cmp" | "databases"> = {
  open(name, version) {
    if (version === undefined) throw new NewerDatabaseError(`${name} is of a later version`);
    return indexedDB.open(name, version);
  },
  deleteDatabase: (name) => indexedDB.deleteDatabase(name),
  cmp: (first, second) => indexedDB.cmp(first, second),
  databases: () => indexedDB.databases(),
};

/** The extension's database. A version that was released is never edited: add the next one, with its upgrade. */
export function openDatabase(): Database {
  // The cast adds the tables that the next lines declare.
  const database = new Dexie("compras-abiertas", {
    indexedDB: ofThisVersion,
    IDBKeyRange,
  }) as Database;
  database.version(1).stores({
    state: "key",
    tenderChunks: "number",
    supplierChunks: "number",
    seenTenders: "id",
    seenSuppliers: "id",
  });
  // What the user saves and follows. The rows of before stay: the next feed is compared with them.
  database.version(2).stores({
    savedSearches: "id, &nameKey",
    follows: "id",
    seen: "id",
    news: "id",
    memory: "key",
  });
  // The rows of tenders as text. They stay too, so that they are there offline and the next feed is compared with them.
  database
    .version(3)
    .stores({})
    .upgrade(async (transaction) => {
      const table = transaction.table("tenderChunks");
      const chunks: Chunk<TenderRow>[] = await table.orderBy("number").toArray();
      await table.clear();
      await table.bulkAdd(packRows(chunks.flatMap(({ rows }) => rows)));
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
