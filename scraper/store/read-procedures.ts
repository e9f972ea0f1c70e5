import * as z from "zod";
import { Procedimiento } from "../../shared/portal/records.ts";
import { StopRunError } from "../errors.ts";
import type { Store } from "./open-store.ts";
import { releasesOf, type StoredRelease } from "./releases.ts";
import { hashText, jsonText, readRow, readRows, readSorted } from "./rows.ts";

/** A procedure as the store keeps it. Instants are ISO 8601 with offset. */
export interface StoredProcedure {
  record: Procedimiento;
  firstSeenAt: string;
  /** When its page was read last. The list may have shown it later. */
  lastReadAt: string;
  /** Absent while the procedure is on the portal. */
  withdrawnAt?: string;
  /** Oldest first. */
  releases: StoredRelease[];
}

const Row = z.object({
  id: z.string(),
  first_seen_at: z.string(),
  last_seen_at: z.string(),
  withdrawn_at: z.string().nullable(),
  record: z.string(),
  record_hash: z.string().nullable(),
});
const StoredRecord = jsonText(Procedimiento.nullable());
const RecordRow = z.object({ record: StoredRecord });
/** The record of a process that the portal does not have. */
const noRecord = "'null'";

/** The number of every procedure that was on the portal when it was last read. */
export function presentProcedures(store: Store): string[] {
  const rows = store
    .prepare(
      `SELECT id FROM procedures WHERE withdrawn_at IS NULL AND record <> ${noRecord} ORDER BY length(id), id`,
    )
    .all();
  return readRows(z.object({ id: z.string() }), rows).map(({ id }) => id);
}

/** Whether any procedure was on the portal when it was last read. */
export function hasPresentProcedures(store: Store): boolean {
  const query = `SELECT 1 FROM procedures WHERE withdrawn_at IS NULL AND record <> ${noRecord} LIMIT 1`;
  return store.prepare(query).get() !== undefined;
}

/** What is known of a procedure, whether the portal still has it or not; undefined where nothing is. */
export function recordOf(store: Store, id: string): Procedimiento | undefined {
  const row = readRow(
    RecordRow,
    store.prepare("SELECT record FROM procedures WHERE id = ?").get(id),
  );
  return row?.record ?? undefined;
}

/** A process that reports alone speak of, and the portal does not have. */
export type ReportedProcess = { id: string } & Pick<StoredProcedure, "firstSeenAt" | "releases">;

/**
 * Every procedure of the portal's with its releases: latest publication first, undated last, as `compareTenders` orders them. Throws
 * `StopRunError` for one that is not what was written.
 */
export function* allProcedures(store: Store): Generator<StoredProcedure> {
  for (const row of allRows(store)) {
    const record = StoredRecord.parse(row.record);
    if (record === null) continue;
    yield {
      record,
      firstSeenAt: row.first_seen_at,
      lastReadAt: row.last_seen_at,
      ...(row.withdrawn_at !== null && { withdrawnAt: row.withdrawn_at }),
      releases: releasesOf(store, row.id),
    };
  }
}

/** Every process that reports alone speak of, in the same order, but for those of which every import was undone. */
export function* reportedProcesses(store: Store): Generator<ReportedProcess> {
  for (const { id, first_seen_at: firstSeenAt, record } of allRows(store)) {
    if (StoredRecord.parse(record) !== null) continue;
    const releases = releasesOf(store, id);
    if (releases.length > 0) yield { id, firstSeenAt, releases };
  }
}

function* allRows(store: Store): Generator<z.infer<typeof Row>> {
  const rows = readSorted(store, Row, {
    columns: ["id", "first_seen_at", "last_seen_at", "withdrawn_at", "record", "record_hash"],
    table: "procedures",
    key: "id",
    order: "coalesce(published_at, '') DESC, length(id) DESC, id DESC",
  });
  for (const row of rows) {
    if (row.record_hash !== null && row.record_hash !== hashText(row.record)) {
      throw new StopRunError(
        `${store.file}: the record of procedure ${row.id} is not what was written: it does not fit its hash. Put a copy of the ` +
          "store back, or rebuild it with `compras scrape --from-archive`.",
      );
    }
    yield row;
  }
}
