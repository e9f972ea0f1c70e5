import * as z from "zod";
import { documentId } from "../../shared/mapping/release.ts";
import type { Anexo } from "../../shared/portal/records.ts";
import { formatInstant } from "../../shared/values/dates.ts";
import type { Validators } from "../crawl/known-body.ts";
import type { Store } from "./open-store.ts";
import type { PageSource } from "./releases.ts";
import { readRowsOf } from "./rows.ts";
import { addSighting } from "./sightings.ts";
import { saveValidators } from "./validators.ts";

/** What was found at an attachment's address. */
export interface ReadFile extends PageSource {
  bytes: number;
  /** From the response's headers. */
  name?: string | undefined;
  /** From the response's headers, without parameters. */
  mediaType?: string | undefined;
  /** Absent where the answer had none. */
  validators?: Validators | undefined;
}

const StoredFile = z
  .object({
    document_id: z.string(),
    url: z.string(),
    sha256: z.string(),
    bytes: z.number(),
    name: z.string().nullable(),
    media_type: z.string().nullable(),
    read_at: z.string(),
    archive_file: z.string().nullable(),
    archive_record: z.string().nullable(),
  })
  .transform((row) => ({
    documentId: row.document_id,
    url: row.url,
    sha256: row.sha256,
    bytes: row.bytes,
    ...(row.name !== null && { name: row.name }),
    ...(row.media_type !== null && { mediaType: row.media_type }),
    /** When this content was first read there, ISO 8601 with offset. */
    readAt: row.read_at,
    ...(row.archive_file !== null &&
      row.archive_record !== null && {
        archive: { file: row.archive_file, recordId: row.archive_record },
      }),
  }));
export type StoredFile = z.infer<typeof StoredFile>;

const StoredDocument = z
  .object({
    document_id: z.string(),
    url: z.string(),
    first_seen_at: z.string(),
    last_seen_at: z.string().nullable(),
    withdrawn_at: z.string().nullable(),
  })
  .transform((row) => ({
    id: row.document_id,
    url: row.url,
    firstSeenAt: row.first_seen_at,
    ...(row.withdrawn_at !== null &&
      row.last_seen_at !== null && { lastSeenAt: row.last_seen_at, withdrawnAt: row.withdrawn_at }),
  }));
/** An attachment as the pages list it; with `lastSeenAt` and `withdrawnAt` where it has vanished. */
export type StoredDocument = z.infer<typeof StoredDocument>;

/** Every attachment that a procedure has ever had, by its id. */
export function documentsOf(store: Store, procedureId: string): StoredDocument[] {
  const columns = ["document_id", "url", "first_seen_at", "last_seen_at", "withdrawn_at"];
  const source = "documents WHERE procedure_id = ? ORDER BY length(document_id), document_id";
  return readRowsOf(store, StoredDocument, { columns, source }, procedureId);
}

/** Every file that was read of a procedure's attachments, oldest first. */
export function filesOf(store: Store, procedureId: string): StoredFile[] {
  const columns = ["document_id", "url", "sha256", "bytes", "name", "media_type", "read_at"];
  const archived = ["archive_file", "archive_record"];
  const source = "files WHERE procedure_id = ? ORDER BY seq";
  return readRowsOf(store, StoredFile, { columns: [...columns, ...archived], source }, procedureId);
}

/** The latest file of each attachment, by the document's id. */
export function latestFiles(store: Store, procedureId: string): Map<string, StoredFile> {
  return new Map(filesOf(store, procedureId).map((file) => [file.documentId, file]));
}

/**
 * Notes which attachments a page lists, and what was read of them. Called in a transaction, after the procedure is there.
 *
 * @param files by the attachment's own id; those that were not read are left out.
 * @param seen instants of this reading of the page and of the one before, ISO 8601 with offset.
 */
export function saveDocuments(
  store: Store,
  procedureId: string,
  anexos: readonly Anexo[],
  files: ReadonlyMap<string, ReadFile>,
  seen: { at: string; lastSeenAt: string; timeZone: string },
): void {
  const known = new Map(documentsOf(store, procedureId).map((document) => [document.id, document]));
  const listed = new Set(anexos.map(documentId));
  const upsert = store.prepare(
    `INSERT INTO documents (procedure_id, document_id, url, first_seen_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (procedure_id, document_id) DO UPDATE SET url = excluded.url, last_seen_at = NULL, withdrawn_at = NULL`,
  );
  for (const anexo of anexos) {
    const id = documentId(anexo);
    upsert.run(procedureId, id, anexo.url, seen.at);
    const lastSeenAt = known.get(id)?.lastSeenAt;
    if (lastSeenAt === undefined) continue;
    addSighting(store, procedureId, id, { event: "returned", at: seen.at, lastSeenAt });
  }
  for (const { id, withdrawnAt } of known.values()) {
    if (listed.has(id) || withdrawnAt !== undefined) continue;
    store
      .prepare(
        "UPDATE documents SET last_seen_at = ?, withdrawn_at = ? WHERE procedure_id = ? AND document_id = ?",
      )
      .run(seen.lastSeenAt, seen.at, procedureId, id);
    addSighting(store, procedureId, id, {
      event: "withdrawn",
      at: seen.at,
      lastSeenAt: seen.lastSeenAt,
    });
  }
  saveFiles(store, procedureId, anexos, files, seen.timeZone);
}

function saveFiles(
  store: Store,
  procedureId: string,
  anexos: readonly Anexo[],
  files: ReadonlyMap<string, ReadFile>,
  timeZone: string,
): void {
  if (files.size === 0) return;
  const latest = latestFiles(store, procedureId);
  for (const anexo of anexos) {
    const file = files.get(anexo.id);
    const before = latest.get(documentId(anexo));
    if (file === undefined) continue;
    saveValidators(store, anexo.url, {
      ...file,
      ...file.validators,
      receivedAt: file.retrievedAt,
    });
    if (before?.sha256 === file.sha256 && before.url === anexo.url) continue;
    store
      .prepare(
        `INSERT INTO files (procedure_id, document_id, url, sha256, bytes, name, media_type, read_at, archive_file, archive_record)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        procedureId,
        documentId(anexo),
        anexo.url,
        file.sha256,
        file.bytes,
        file.name ?? null,
        file.mediaType ?? null,
        formatInstant(file.retrievedAt, timeZone),
        file.archive?.file ?? null,
        file.archive?.recordId ?? null,
      );
  }
}
