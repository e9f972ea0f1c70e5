import { documentId, mapContent, type ReleaseContent } from "../../shared/mapping/release.ts";
import type { Anexo, Procedimiento } from "../../shared/portal/records.ts";
import { hashJson } from "../../shared/values/hash.ts";
import type { ReadFile, StoredFile } from "./documents.ts";

/** What a release needs to know of an attachment's file. */
type FileFacts = Pick<StoredFile, "sha256" | "mediaType">;

/** What a release would say of a record, and the hash by which news is told. @param files the latest of each document. */
export function contentOf(
  record: Procedimiento,
  ocidPrefix: string,
  files: ReadonlyMap<string, FileFacts>,
): { content: ReleaseContent; hash: string } {
  const formats = new Map<string, string>();
  const hashes: Record<string, string> = {};
  for (const anexo of record.anexos) {
    const file = files.get(documentId(anexo));
    if (file === undefined) continue;
    hashes[documentId(anexo)] = file.sha256;
    if (file.mediaType !== undefined) formats.set(anexo.id, file.mediaType);
  }
  const content = mapContent(record, ocidPrefix, formats);
  const isRead = Object.keys(hashes).length > 0;
  return { content, hash: hashJson(isRead ? [content, hashes] : content) };
}

/** The latest file of each document after those of `read`; of one whose address is new and was not read, none. */
export function mergeFiles(
  anexos: readonly Anexo[],
  before: ReadonlyMap<string, StoredFile>,
  read: ReadonlyMap<string, ReadFile>,
): Map<string, FileFacts> {
  const files = new Map<string, FileFacts>();
  for (const anexo of anexos) {
    const known = before.get(documentId(anexo));
    const now = read.get(anexo.id);
    if (now !== undefined) {
      const { sha256, mediaType } = now;
      files.set(documentId(anexo), { sha256, ...(mediaType !== undefined && { mediaType }) });
    } else if (known?.url === anexo.url) {
      files.set(documentId(anexo), known);
    }
  }
  return files;
}

/** Identifiers of the documents whose file is another than before, at the same address. */
export function replacedDocuments(
  anexos: readonly Anexo[],
  before: ReadonlyMap<string, StoredFile>,
  read: ReadonlyMap<string, ReadFile>,
): Set<string> {
  const replaced = anexos.filter((anexo) => {
    const known = before.get(documentId(anexo));
    const now = read.get(anexo.id);
    return known?.url === anexo.url && now !== undefined && now.sha256 !== known.sha256;
  });
  return new Set(replaced.map(documentId));
}
