import * as z from "zod";
import type { ProcedureEvidence } from "../../shared/feed/evidence.ts";
import { DocumentText } from "../../shared/feed/process-texts.ts";
import type { Store } from "./open-store.ts";
import { jsonText, readRow, readRows } from "./rows.ts";

export type StoredText = Omit<DocumentText, "id" | "sha256">;

const KeptFile = z.object({ sha256: z.string(), url: z.string(), bytes: z.number() });
/** A file that was read of an attachment. */
export type KeptFile = z.infer<typeof KeptFile>;

const TextRow = z.object({ text: jsonText(DocumentText.omit({ id: true, sha256: true })) });

/** The files whose text nobody has looked for, each content once, the latest first. */
export function filesWithoutText(store: Store): KeptFile[] {
  const rows = store.db
    .prepare(
      `SELECT sha256, url, bytes FROM files
       WHERE archive_record IS NOT NULL AND sha256 NOT IN (SELECT sha256 FROM document_texts)
       GROUP BY sha256 ORDER BY max(seq) DESC`,
    )
    .all();
  return readRows(KeptFile, rows);
}

/** Keeps what came of looking for the text of a file. */
export function saveText(store: Store, sha256: string, text: StoredText): void {
  store
    .prepare("INSERT OR REPLACE INTO document_texts (sha256, text) VALUES (?, ?)")
    .run(sha256, JSON.stringify(text));
}

/** What is written in the latest file of each of a procedure's attachments, of those that were looked at. */
export function textsOf(store: Store, documents: ProcedureEvidence["documents"]): DocumentText[] {
  const find = store.prepare("SELECT text FROM document_texts WHERE sha256 = ?");
  return documents.flatMap(({ id, files }) => {
    const sha256 = files.at(-1)?.sha256; // Of one that was never read, nothing.
    const row = sha256 === undefined ? undefined : readRow(TextRow, find.get(sha256));
    return row && sha256 !== undefined ? [{ id, sha256, ...row.text }] : [];
  });
}
