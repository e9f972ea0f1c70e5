import * as z from "zod";
import { identifyRow } from "../../shared/mapping/pnt/identity.ts";
import type { LinkScore } from "../../shared/mapping/pnt/link-procedure.ts";
import { PntRow } from "../../shared/mapping/pnt/row.ts";
import type { Store } from "./open-store.ts";
import type { ImportPlace } from "./releases.ts";
import { jsonText, readRow, readRowsOf } from "./rows.ts";

/** To which process a procedure of the reports belongs, and how sure that is. */
export const PntLink = z.strictObject({
  /** From 0 to 1; absent where the process is the reports' own. */
  confidence: z.number().optional(),
  /** In Spanish. */
  reasons: z.array(z.string()),
  /** Procedures of the portal's that may be the same, by their number there. */
  candidates: z.array(z.string()),
});
export type PntLink = z.infer<typeof PntLink>;

export interface PlacedRow {
  row: PntRow;
  place: ImportPlace;
}

/** Keeps a row of a report. */
export function addPntRow(store: Store, { row, place }: PlacedRow): void {
  store
    .prepare("INSERT INTO pnt_rows (import_id, key, sheet, number, row) VALUES (?, ?, ?, ?, ?)")
    .run(place.import, identifyRow(row).procedure, place.sheet, place.row, JSON.stringify(row));
}

const StoredPntRow = z.object({
  import_id: z.number(),
  sheet: z.string(),
  number: z.number(),
  row: jsonText(PntRow),
});
const columns = ["import_id", "sheet", "number", "row"];
const counting = "import_id IN (SELECT id FROM imports WHERE undone_at IS NULL)";

/** The rows of all imports that count which speak of a process, in the order in which they came. */
export function rowsOfProcess(store: Store, procedureId: string): PlacedRow[] {
  const source = `pnt_rows WHERE key IN (SELECT key FROM pnt_procedures WHERE procedure_id = ?) AND ${counting} ORDER BY seq`;
  return readRowsOf(store, StoredPntRow, { columns, source }, procedureId).map(placeRow);
}

/** The rows of all imports that count which speak of a procedure of the reports. */
export function rowsOfKey(store: Store, key: string): PlacedRow[] {
  const source = `pnt_rows WHERE key = ? AND ${counting} ORDER BY seq`;
  return readRowsOf(store, StoredPntRow, { columns, source }, key).map(placeRow);
}

function placeRow({ import_id, sheet, number, row }: z.infer<typeof StoredPntRow>): PlacedRow {
  return { row, place: { import: import_id, sheet, row: number } };
}

/** The procedures that an import speaks of, by their own key; one at a time. */
export function* keysOfImport(store: Store, importId: number): Generator<string> {
  const Key = z.object({ key: z.string().nullable() });
  const next = store.prepare(
    "SELECT min(key) AS key FROM pnt_rows WHERE import_id = ? AND key > ?",
  );
  for (let key = ""; ; ) {
    const found = Key.parse(next.get(importId, key)).key;
    if (found === null) return;
    key = found;
    yield key;
  }
}

/** Takes the addresses out of every row of an import that has them. */
export function dropLinks(store: Store, importId: number, urls: ReadonlySet<string>): void {
  const Row = z.object({ seq: z.number(), row: jsonText(PntRow) });
  const next = store.prepare(
    "SELECT seq, row FROM pnt_rows WHERE import_id = ? AND seq > ? ORDER BY seq LIMIT 1",
  );
  const update = store.prepare("UPDATE pnt_rows SET row = ? WHERE seq = ?");
  let found = readRow(Row, next.get(importId, 0));
  while (found !== undefined) {
    const { seq, row } = found;
    const kept = Object.entries(row.enlaces).filter(([, url]) => !urls.has(url));
    if (kept.length < Object.keys(row.enlaces).length) {
      update.run(JSON.stringify({ ...row, enlaces: Object.fromEntries(kept) }), seq);
    }
    found = readRow(Row, next.get(importId, seq));
  }
}

/** Undefined for a procedure that no report has spoken of. */
export function processOfKey(store: Store, key: string): string | undefined {
  const query = "SELECT procedure_id FROM pnt_procedures WHERE key = ?";
  return readRow(z.object({ procedure_id: z.string() }), store.prepare(query).get(key))
    ?.procedure_id;
}

/** Every link of a process; none for one that no report speaks of. */
export function linksOfProcess(store: Store, procedureId: string): PntLink[] {
  const source = "pnt_procedures WHERE procedure_id = ? ORDER BY key";
  const Link = z.object({ link: jsonText(PntLink) });
  return readRowsOf(store, Link, { columns: ["link"], source }, procedureId).map(
    ({ link }) => link,
  );
}

export function saveLink(store: Store, key: string, procedureId: string, link: PntLink): void {
  store
    .prepare("INSERT OR REPLACE INTO pnt_procedures (key, procedure_id, link) VALUES (?, ?, ?)")
    .run(key, procedureId, JSON.stringify(link));
}

/** What is kept of a link to a procedure of the portal's. */
export function sureLink({ confidence, reasons }: LinkScore): PntLink {
  return { confidence, reasons, candidates: [] };
}
