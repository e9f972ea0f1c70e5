import * as z from "zod";
import type { KnownBody } from "../crawl/known-body.ts";
import { inTransaction, type Store } from "./open-store.ts";
import { jsonText, readRow, readRows } from "./rows.ts";

/** What the last attempt to read a page came to where nothing was kept of it. */
const Failure = z.enum(["skipped", "setAside"]);
export type Failure = z.infer<typeof Failure>;

const Row = z
  .object({
    procedure_id: z.string(),
    row_hash: z.string().nullable(),
    reader: z.string().nullable(),
    failed: Failure.nullable(),
    documents_left: z.number(),
    read_at: z.string().nullable(),
    withdrawn_at: z.string().nullable(),
    events: jsonText(z.array(z.string().nullable())).nullable(),
    status: z.string().nullable(),
    kinds: jsonText(z.array(z.string().nullable())).nullable(),
  })
  .transform((row) => ({
    id: row.procedure_id,
    /** Of what the list said when the page was read last; absent where the list did not show it then. */
    ...(row.row_hash !== null && { rowHash: row.row_hash }),
    /** By what it was read; absent where that is not known. */
    ...(row.reader !== null && { reader: row.reader }),
    ...(row.failed !== null && { failed: row.failed }),
    /** Attachments that the page lists and nobody has read yet. */
    documentsLeft: row.documents_left,
    /** When the page was read last and something was kept of it, ISO 8601 with offset; absent where it never was, and while the portal has it no longer. */
    ...(row.read_at !== null && row.withdrawn_at === null && { readAt: row.read_at }),
    /** When the portal said that it has the procedure no longer, ISO 8601 with offset; absent while it has it. */
    ...(row.withdrawn_at !== null && { withdrawnAt: row.withdrawn_at }),
    /** The dates of its events that are known, ISO 8601 with offset. */
    events: (row.events ?? []).filter((date) => date !== null),
    /** The profile's word for its status, where there is one. */
    ...(row.status !== null && { status: row.status }),
    /** The profile's words for the kinds of its attachments. */
    documentKinds: (row.kinds ?? []).filter((kind) => kind !== null),
  }));
/** How a procedure stands with the runs before. */
export type PageState = z.infer<typeof Row>;

/** What a reading of a page says of itself. */
export interface PageReading {
  /** Of what the list says of the procedure; undefined where the list does not show it. */
  rowHash: string | undefined;
  /** By what it is read; undefined where that does not matter. */
  reader: string | undefined;
  /** Attachments of the page that nobody has read yet. */
  documentsLeft: number;
  /** What the page was received as; undefined where the portal said that it has not changed. */
  body?: KnownBody | undefined;
  /** Addresses of attachments of which the portal said that they have not changed. */
  unchangedFiles?: readonly string[] | undefined;
}

/** Every procedure that a run has come across, in no order. One at a time, since there may be many. */
export function* pageStates(store: Store): Generator<PageState> {
  const event = (name: string) => `json_extract(record, '$.${name}')`;
  const rows = store.db
    .prepare(
      `SELECT procedure_id, row_hash, reader, failed, documents_left, procedures.last_seen_at AS read_at, withdrawn_at,
         json_array(${event("fechaJuntaAclaraciones")}, ${event("fechaAperturaProposiciones")}, ${event("fechaFallo")}) AS events,
         json_extract(record, '$.estatus.clave') AS status,
         (SELECT json_group_array(json_extract(value, '$.clave')) FROM json_each(record, '$.anexos')) AS kinds
       FROM page_states LEFT JOIN procedures ON procedures.id = procedure_id`,
    )
    .iterate();
  for (const row of rows) yield Row.parse(row);
}

/** Notes which procedures the list shows, and when it did. */
export function noteListed(store: Store, listed: Iterable<{ id: string; listedAt: string }>): void {
  inTransaction(store, () => {
    const note = store.prepare(
      `INSERT INTO page_states (procedure_id, listed_at) VALUES (?, ?)
       ON CONFLICT (procedure_id) DO UPDATE SET listed_at = excluded.listed_at`,
    );
    for (const { id, listedAt } of listed) note.run(id, listedAt);
  });
}

/** Numbers of the procedures that the list showed when their page was read last. */
export function listedProcedures(store: Store): Set<string> {
  const rows = store
    .prepare("SELECT procedure_id FROM page_states WHERE row_hash IS NOT NULL")
    .all();
  return new Set(
    readRows(z.object({ procedure_id: z.string() }), rows).map((row) => row.procedure_id),
  );
}

/** When the list showed a procedure last, ISO 8601 with offset; undefined where it never did. */
export function listedAtOf(store: Store, id: string): string | undefined {
  const row = readRow(
    z.object({ listed_at: z.string().nullable() }),
    store.prepare("SELECT listed_at FROM page_states WHERE procedure_id = ?").get(id),
  );
  return row?.listed_at ?? undefined;
}

/** Notes that a page was read. @param failed where nothing was kept of it. */
export function noteReading(
  store: Store,
  id: string,
  { rowHash, reader, documentsLeft }: PageReading,
  failed?: Failure,
): void {
  store
    .prepare(
      `INSERT INTO page_states (procedure_id, row_hash, reader, documents_left, failed) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (procedure_id) DO UPDATE SET row_hash = excluded.row_hash, reader = excluded.reader,
         documents_left = excluded.documents_left, failed = excluded.failed`,
    )
    .run(id, rowHash ?? null, reader ?? null, documentsLeft, failed ?? null);
}

/** Notes that a page could not be had or read; what was known of it stays. */
export function noteSkipped(store: Store, id: string): void {
  store
    .prepare(
      `INSERT INTO page_states (procedure_id, failed) VALUES (?, 'skipped')
       ON CONFLICT (procedure_id) DO UPDATE SET failed = excluded.failed`,
    )
    .run(id);
}
