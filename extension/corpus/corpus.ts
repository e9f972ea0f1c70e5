import { compareTenders } from "../../shared/feed/order.ts";
import type { SupplierRow } from "../../shared/feed/supplier-row.ts";
import type { TenderRow } from "../../shared/feed/tender-row.ts";
import { unpublishedOcid } from "../../shared/feed/unpublished.ts";
import { mapContent } from "../../shared/mapping/release.ts";
import { mapTenderRow } from "../../shared/mapping/tender-row.ts";
import type { Procedimiento } from "../../shared/portal/records.ts";
import { openSearchIndex, type SearchIndex } from "../../shared/search/search-index.ts";
import type { FeedState, openDatabase } from "./database.ts";
import { findTables, readKeptTables } from "./index-store.ts";

/** All that is known, ready for searching. */
export interface Corpus {
  index: SearchIndex;
  /** Portal numbers by row number. */
  ids: readonly string[];
  /** Portal number → row number. */
  rowOfId: Map<string, number>;
  buyerNames: Map<string, string>;
  suppliers: SupplierRow[];
  /** Procedures that only the pages seen have. */
  seenTenders: number;
  /** Whether the feed has the procedure of a portal number. */
  isOfFeed: (id: string) => boolean;
  state: FeedState | undefined;
}

/** Loads everything from the database: the feed's rows, and what the user's own pages add to them. */
export async function loadCorpus(database: ReturnType<typeof openDatabase>): Promise<Corpus> {
  const [kept, state, tenderChunks, supplierChunks, seenTenders, seenSuppliers] = await Promise.all(
    [
      readKeptTables(),
      database.state.get("feed"),
      database.tenderChunks.orderBy("number").toArray(),
      database.supplierChunks.orderBy("number").toArray(),
      database.seenTenders.toArray(),
      database.seenSuppliers.toArray(),
    ],
  );
  const fromFeed = tenderChunks.flatMap((chunk) => chunk.rows);
  const known = new Set(fromFeed.map((row) => row.id));
  const added = seenTenders.filter(({ id }) => !known.has(id)).map(({ record }) => seenRow(record));
  const rows = added.length === 0 ? fromFeed : [...fromFeed, ...added].sort(compareTenders);
  const ids = rows.map(({ id }) => id);
  const suppliers = supplierChunks.flatMap((chunk) => chunk.rows);
  return {
    index: openSearchIndex(rows, await findTables(kept, rows, state, added)),
    ids,
    rowOfId: new Map(ids.map((id, number) => [id, number])),
    buyerNames: nameBuyers(rows),
    suppliers: suppliers.length > 0 ? suppliers : seenSuppliers,
    seenTenders: added.length,
    isOfFeed: (id) => known.has(id),
    state,
  };
}

/** A procedure from a page that was seen, as a row of the feed would show it. It has no ocid: nobody has published it. */
export function seenRow(record: Procedimiento): TenderRow {
  return mapTenderRow(mapContent(record, unpublishedOcid), record);
}

/** The name of each buyer: rows are sorted latest first, and a unit that changed its name is known by the latest. */
function nameBuyers(rows: readonly TenderRow[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { buyerId, buyerName } of rows) {
    if (buyerId !== undefined && buyerName !== undefined && !names.has(buyerId)) {
      names.set(buyerId, buyerName);
    }
  }
  return names;
}
