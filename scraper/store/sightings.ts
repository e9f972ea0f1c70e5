import * as z from "zod";
import type { Store } from "./open-store.ts";
import { readRowsOf } from "./rows.ts";

/** That a procedure, or one of its documents, vanished from the portal or came back. Instants are ISO 8601 with offset. */
export const Sighting = z
  .object({
    document_id: z.string(),
    event: z.enum(["withdrawn", "returned"]),
    at: z.string(),
    last_seen_at: z.string(),
  })
  .transform((row) => ({
    /** Absent where it is the procedure itself. */
    ...(row.document_id !== "" && { documentId: row.document_id }),
    event: row.event,
    at: row.at,
    /** The last time it was there before `at`. */
    lastSeenAt: row.last_seen_at,
  }));
export type Sighting = z.infer<typeof Sighting>;

/** @param documentId undefined for the procedure itself. */
export function addSighting(
  store: Store,
  procedureId: string,
  documentId: string | undefined,
  sighting: Pick<Sighting, "event" | "at" | "lastSeenAt">,
): void {
  store
    .prepare(
      "INSERT INTO sightings (procedure_id, document_id, event, at, last_seen_at) VALUES (?, ?, ?, ?, ?)",
    )
    .run(procedureId, documentId ?? "", sighting.event, sighting.at, sighting.lastSeenAt);
}

/** All of a procedure and its documents, oldest first. */
export function sightingsOf(store: Store, procedureId: string): Sighting[] {
  const columns = ["document_id", "event", "at", "last_seen_at"];
  const source = "sightings WHERE procedure_id = ? ORDER BY seq";
  return readRowsOf(store, Sighting, { columns, source }, procedureId);
}
