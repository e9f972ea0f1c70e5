import type { SupplierRow } from "../../shared/feed/supplier-row.ts";
import type { TenderRow } from "../../shared/feed/tender-row.ts";
import { unpublishedPrefix } from "../../shared/feed/unpublished.ts";
import { maskProcedure } from "../../shared/mapping/mask-personal.ts";
import { mapContent } from "../../shared/mapping/release.ts";
import { mapTenderRow } from "../../shared/mapping/tender-row.ts";
import type { Procedimiento } from "../../shared/portal/records.ts";
import { openSearchIndex, type SearchIndex } from "../../shared/search/search-index.ts";
import type { SearchTables } from "../../shared/search/search-tables.ts";
import type { FeedState, openDatabase } from "./database.ts";
import { findTables, readKeptTables } from "./index-store.ts";
import { MergedRows } from "./merged-rows.ts";
import { PackedRows } from "./packed-rows.ts";

/** All that is known, ready for searching. */
export interface Corpus {
  index: SearchIndex;
  /** Portal numbers by row number. */
  ids: readonly string[];
  /** Portal number → row number. */
  rowOfId: Map<string, number>;
  /** In the order of the names. */
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
  const fromFeed = new PackedRows(tenderChunks);
  const placeInFeed = numberIds(fromFeed.ids);
  const added = seenTenders
    .filter(({ id }) => !placeInFeed.has(id))
    .map(({ record }) => seenRow(record));
  const rows = added.length === 0 ? fromFeed : new MergedRows(fromFeed, added);
  const index = openSearchIndex(rows, await findTables(kept, rows, state, added));
  const suppliers = supplierChunks.flatMap((chunk) => chunk.rows);
  return {
    index,
    ids: rows.ids,
    rowOfId: rows === fromFeed ? placeInFeed : numberIds(rows.ids),
    buyerNames: nameBuyers(index.tables),
    suppliers: suppliers.length > 0 ? suppliers : seenSuppliers,
    seenTenders: added.length,
    isOfFeed: (id) => placeInFeed.has(id),
    state,
  };
}

/** A procedure from a page that was seen, as a row of the feed would show it. It has no ocid: nobody has published it. */
export function seenRow(record: Procedimiento): TenderRow {
  return mapTenderRow(mapContent(record, unpublishedPrefix), maskProcedure(record));
}

function numberIds(ids: readonly string[]): Map<string, number> {
  const numberOf = new Map<string, number>();
  for (const [number, id] of ids.entries()) numberOf.set(id, number);
  return numberOf;
}

const order = new Intl.Collator("es");

/** The name of each buyer that has one, in the order of the names: at each letter typed they are counted in it. */
function nameBuyers({ buyers }: SearchTables): Map<string, string> {
  const named = buyers.filter(({ name }) => name !== "");
  named.sort((a, b) => order.compare(a.name, b.name));
  return new Map(named.map(({ id, name }) => [id, name]));
}
