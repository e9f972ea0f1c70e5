import * as z from "zod";
import { Listing69b } from "../../shared/feed/supplier-row.ts";
import type { Store } from "./open-store.ts";
import { jsonText, readRows } from "./rows.ts";

/** What the SAT's list says of a company. */
export interface CompanyListing {
  rfc: string;
  listing: Listing69b;
}

/** Keeps what an import of the list says. Within the import's transaction. */
export function importListings(
  store: Store,
  importId: number,
  listings: readonly CompanyListing[],
): void {
  const insert = store.db.prepare(
    "INSERT INTO listings_69b (import_id, rfc, list_date, listing) VALUES (?, ?, ?, ?)",
  );
  for (const { rfc, listing } of listings) {
    insert.run(importId, rfc, listing.listDate, JSON.stringify(listing));
  }
}

/** By RFC, what the latest of the lists that count says; the latest is that of the latest day, of two of one day the one imported last. */
export function latestListings(store: Store): Map<string, Listing69b> {
  const rows = store.db
    .prepare(
      `SELECT rfc, listing FROM listings_69b WHERE import_id = (
         SELECT import_id FROM listings_69b JOIN imports ON imports.id = import_id
         WHERE undone_at IS NULL ORDER BY list_date DESC, import_id DESC LIMIT 1)`,
    )
    .all();
  const schema = z.object({ rfc: z.string(), listing: jsonText(Listing69b) });
  return new Map(readRows(schema, rows).map(({ rfc, listing }) => [rfc, listing]));
}
