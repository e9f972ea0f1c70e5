import * as z from "zod";
import type { Store } from "./open-store.ts";
import { jsonText, readRow, readRows } from "./rows.ts";

/** A release that failed validation. */
export const SetAside = z
  .object({
    procedure_id: z.string(),
    at: z.string(),
    release: jsonText(z.unknown()),
    reasons: jsonText(z.array(z.string())),
  })
  .transform((row) => ({
    procedureId: row.procedure_id,
    /** When it was made, ISO 8601 with offset. */
    at: row.at,
    release: row.release,
    reasons: row.reasons,
  }));
export type SetAside = z.infer<typeof SetAside>;

/** Keeps a release that must not be published, with the reasons; one of a content once. */
export function setAside(
  store: Store,
  runId: number,
  contentHash: string,
  { procedureId, at, release, reasons }: SetAside,
): void {
  store
    .prepare(
      `INSERT OR IGNORE INTO set_aside (run_id, procedure_id, content_hash, at, release, reasons)
       VALUES (?, ?, ?, ?, ?, ?)`,
    )
    .run(runId, procedureId, contentHash, at, JSON.stringify(release), JSON.stringify(reasons));
}

/** Every release of a procedure that was set aside, the latest first; instants are ISO 8601 with offset. */
export function setAsideOf(store: Store, procedureId: string): SetAside[] {
  return readRows(
    SetAside,
    store
      .prepare(
        "SELECT procedure_id, at, release, reasons FROM set_aside WHERE procedure_id = ? ORDER BY seq DESC",
      )
      .all(procedureId),
  );
}

/** Procedures whose latest content was set aside: no release has followed. */
export function countSetAside(store: Store): number {
  const row = readRow(
    z.object({ count: z.number() }),
    store
      .prepare(
        `SELECT count(DISTINCT procedure_id) AS count FROM set_aside AS aside WHERE NOT EXISTS
           (SELECT 1 FROM releases WHERE releases.procedure_id = aside.procedure_id AND releases.date >= aside.at)`,
      )
      .get(),
  );
  return row?.count ?? 0;
}
