import * as z from "zod";
import { Procedimiento } from "../../shared/portal/records.ts";
import { StopRunError } from "../errors.ts";
import type { Store } from "./open-store.ts";
import { releasesOf, type StoredRelease } from "./releases.ts";
import { hashText, jsonText, readRows } from "./rows.ts";

/** A procedure as the store keeps it. Instants are ISO 8601 with offset. */
export interface StoredProcedure {
  record: Procedimiento;
  firstSeenAt: string;
  lastSeenAt: string;
  /** Absent while the procedure is on the portal. */
  withdrawnAt?: string;
  /** Oldest first. */
  releases: StoredRelease[];
}

/** The number of every procedure that was on the portal when it was last read. */
export function presentProcedures(store: Store): string[] {
  const rows = store
    .prepare("SELECT id FROM procedures WHERE withdrawn_at IS NULL ORDER BY length(id), id")
    .all();
  return readRows(z.object({ id: z.string() }), rows).map(({ id }) => id);
}

/**
 * Every procedure with its releases: latest publication first, undated last, as `compareTenders` orders them. Throws
 * `StopRunError` for one that is not what was written.
 */
export function* allProcedures(store: Store): Generator<StoredProcedure> {
  const Row = z.object({
    id: z.string(),
    first_seen_at: z.string(),
    last_seen_at: z.string(),
    withdrawn_at: z.string().nullable(),
    record: z.string(),
    record_hash: z.string().nullable(),
  });
  const rows = store.db
    .prepare(
      `SELECT id, first_seen_at, last_seen_at, withdrawn_at, record, record_hash FROM procedures
       ORDER BY coalesce(published_at, '') DESC, length(id) DESC, id DESC`,
    )
    .iterate();
  for (const each of rows) {
    const row = Row.parse(each);
    if (row.record_hash !== null && row.record_hash !== hashText(row.record)) {
      throw new StopRunError(
        `${store.file}: the record of procedure ${row.id} is not what was written: it does not fit its hash. Put a copy of the ` +
          "store back, or rebuild it with `compras scrape --from-archive`.",
      );
    }
    yield {
      record: jsonText(Procedimiento).parse(row.record),
      firstSeenAt: row.first_seen_at,
      lastSeenAt: row.last_seen_at,
      ...(row.withdrawn_at !== null && { withdrawnAt: row.withdrawn_at }),
      releases: releasesOf(store, row.id),
    };
  }
}
