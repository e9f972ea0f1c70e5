import { createHash } from "node:crypto";
import type { Store } from "./open-store.ts";

/**
 * All that a feed's data is made of, table by table. When a procedure was last seen counts only where it has vanished since: it
 * moves with every run, and of those that are there it is not published.
 */
const queries: readonly string[] = [
  "SELECT portal, portal_url, ocid_prefix FROM identity",
  `SELECT id, first_seen_at, CASE WHEN withdrawn_at IS NULL THEN NULL ELSE last_seen_at END, withdrawn_at, published_at, content_hash,
     record_hash, record FROM procedures ORDER BY id`,
  `SELECT seq, procedure_id, release_id, date, page_sha256, archive_file, archive_record, layer, retired_at, import_rows, body
     FROM releases ORDER BY seq`,
  "SELECT key, procedure_id, link FROM pnt_procedures ORDER BY key",
  `SELECT procedure_id, document_id, url, first_seen_at, last_seen_at, withdrawn_at FROM documents
     ORDER BY procedure_id, document_id`,
  `SELECT seq, procedure_id, document_id, url, sha256, bytes, name, media_type, read_at, archive_file, archive_record FROM files
     ORDER BY seq`,
  "SELECT sha256, text FROM document_texts ORDER BY sha256",
  "SELECT seq, procedure_id, document_id, event, at, last_seen_at FROM sightings ORDER BY seq",
  "SELECT id, row FROM suppliers ORDER BY id",
  "SELECT import_id, id, row FROM imported_suppliers ORDER BY import_id, id",
  "SELECT seq, import_id, at, change FROM supplier_changes ORDER BY seq",
  "SELECT import_id, rfc, list_date, listing FROM listings_69b ORDER BY import_id, rfc",
  "SELECT id, kind, name, source, sha256, imported_at, undone_at FROM imports ORDER BY id",
];

/**
 * A SHA-256 that changes whenever anything changes that a feed's data is made of, by a run or by hand. It reads all of it, in a
 * fraction of the time that publishing takes.
 */
export function hashContent(store: Store): string {
  const hash = createHash("sha256");
  for (const query of queries) {
    for (const row of store.db.prepare(query).raw().iterate()) {
      // A blob is always the last column; SQLite hands it over as bytes, and JSON would lose them.
      const cells: unknown[] = Array.isArray(row) ? row : [];
      const last = cells.at(-1);
      const isBlob = last instanceof ArrayBuffer || last instanceof Uint8Array;
      hash.update(`${JSON.stringify(isBlob ? cells.slice(0, -1) : cells)}\n`);
      if (isBlob) hash.update(new Uint8Array(last));
    }
    hash.update(";");
  }
  return hash.digest("hex");
}
