import * as z from "zod";
import type { KnownBody } from "../crawl/known-body.ts";
import type { Store } from "./open-store.ts";
import { readRow } from "./rows.ts";

const Row = z
  .object({
    etag: z.string().nullable(),
    last_modified: z.string().nullable(),
    sha256: z.string(),
    bytes: z.number(),
    received_at: z.string(),
    checked_at: z.string().nullable(),
    archive_file: z.string().nullable(),
    archive_record: z.string().nullable(),
  })
  .transform((row) => ({
    etag: row.etag ?? undefined,
    lastModified: row.last_modified ?? undefined,
    sha256: row.sha256,
    bytes: row.bytes,
    receivedAt: new Date(row.received_at),
    /** When the portal last said that it still sends it. */
    checkedAt: new Date(row.checked_at ?? row.received_at),
    ...(row.archive_file !== null &&
      row.archive_record !== null && {
        archive: { file: row.archive_file, recordId: row.archive_record },
      }),
  }));
export type StoredBody = z.infer<typeof Row>;

/** What an address sent when it last sent something with validators; undefined where it did not, or sends something else by now. */
export function knownBody(store: Store, url: string): StoredBody | undefined {
  return readRow(
    Row,
    store
      .prepare(
        `SELECT etag, last_modified, sha256, bytes, received_at, checked_at, archive_file, archive_record
         FROM validators WHERE url = ?`,
      )
      .get(url),
  );
}

/** Keeps by what an address can be asked whether it still sends this; where it gives nothing of the kind, what was known goes. */
export function saveValidators(store: Store, url: string, body: KnownBody): void {
  if (body.etag === undefined && body.lastModified === undefined) {
    dropValidators(store, url);
    return;
  }
  store
    .prepare(
      `INSERT OR REPLACE INTO validators
         (url, etag, last_modified, sha256, bytes, received_at, archive_file, archive_record) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      url,
      body.etag ?? null,
      body.lastModified ?? null,
      body.sha256,
      body.bytes,
      body.receivedAt.toISOString(),
      body.archive?.file ?? null,
      body.archive?.recordId ?? null,
    );
}

export function dropValidators(store: Store, url: string): void {
  store.prepare("DELETE FROM validators WHERE url = ?").run(url);
}

/** Notes that an address still sends what it sent. */
export function noteChecked(store: Store, url: string, at: Date): void {
  store.prepare("UPDATE validators SET checked_at = ? WHERE url = ?").run(at.toISOString(), url);
}
