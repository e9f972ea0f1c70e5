import { deflateRawSync, inflateRawSync } from "node:zlib";
import * as z from "zod";
import { releaseId } from "../../shared/mapping/make-release.ts";
import { Release } from "../../shared/ocds/schema.ts";
import { formatInstant } from "../../shared/values/dates.ts";
import { StopRunError } from "../errors.ts";
import type { Store } from "./open-store.ts";
import { jsonText, readRow, readRowsOf, readSorted } from "./rows.ts";

/** The page of the portal that something rests on: what was received, when, and where the archive keeps it. */
export interface PageSource {
  retrievedAt: Date;
  /** Of the page's bytes, hexadecimal. */
  sha256: string;
  /** Absent where no archive is kept. */
  archive?: { file: string; recordId: string } | undefined;
}

/** A release with its place in the store. */
export interface StoredRelease {
  /** From 1 on, without gaps, in the order in which the releases came to be known. */
  seq: number;
  procedureId: string;
  release: Release;
  /** What said it; `undo` is a mark that what an import had added is gone, and no release to publish. */
  layer: "portal" | "pnt" | "undo";
  /** Absent for a release that rests on no page: a procedure that vanished, a report. */
  page?: { sha256: string; archive?: { file: string; recordId: string } };
  /** The rows of reports that it rests on; of the portal's it has none. */
  rows?: ImportPlace[];
}

/** A row of a file that was imported. */
export const ImportPlace = z.strictObject({
  import: z.number(),
  sheet: z.string(),
  row: z.number(),
});
export type ImportPlace = z.infer<typeof ImportPlace>;

const columns = [
  "seq",
  "procedure_id",
  "release_id",
  "hex(body) AS body",
  "page_sha256",
  "archive_file",
  "archive_record",
  "layer",
  "retired_at",
  "import_rows",
];
const Row = z.object({
  seq: z.number(),
  procedure_id: z.string(),
  release_id: z.string(),
  /** Hexadecimal. */
  body: z.string(),
  page_sha256: z.string().nullable(),
  archive_file: z.string().nullable(),
  archive_record: z.string().nullable(),
  layer: z.enum(["portal", "pnt", "undo"]),
  retired_at: z.string().nullable(),
  import_rows: jsonText(z.array(ImportPlace)).nullable(),
});

// Schemas stand apart: one that is made anew for each call costs more than what it checks.
const DateRow = z.object({ date: z.string() });

const isPublished = "retired_at IS NULL AND layer <> 'undo'";
const hasEarlier = `EXISTS (SELECT 1 FROM releases earlier WHERE earlier.procedure_id = releases.procedure_id AND earlier.seq < releases.seq
  AND earlier.retired_at IS NULL AND earlier.layer <> 'undo') AS has_earlier`;
const DatedRow = Row.extend({ has_earlier: z.number() });

/** Adds a release of the portal's. Throws where a release of that id is there already. */
export function addRelease(
  store: Store,
  procedureId: string,
  release: Release,
  page: PageSource | undefined,
): void {
  store
    .prepare(
      `INSERT INTO releases (procedure_id, release_id, date, body, page_sha256, archive_file, archive_record)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      procedureId,
      release.id,
      release.date,
      deflateRawSync(JSON.stringify(release)),
      page?.sha256 ?? null,
      page?.archive?.file ?? null,
      page?.archive?.recordId ?? null,
    );
}

/** Adds a release that rests on reports. */
export function addReportedRelease(
  store: Store,
  procedureId: string,
  release: Release,
  rows: readonly ImportPlace[],
): void {
  addUnpaged(store, procedureId, release, "pnt", JSON.stringify(rows));
}

/** Marks that the state of a process is another since releases of it were retired, though no release says so. @param mark says nothing but when. */
export function addUndoMark(store: Store, procedureId: string, mark: Release): void {
  addUnpaged(store, procedureId, mark, "undo", null);
}

function addUnpaged(
  store: Store,
  procedureId: string,
  release: Release,
  layer: StoredRelease["layer"],
  rows: string | null,
): void {
  store
    .prepare(
      "INSERT INTO releases (procedure_id, release_id, date, body, layer, import_rows) VALUES (?, ?, ?, ?, ?, ?)",
    )
    .run(
      procedureId,
      release.id,
      release.date,
      deflateRawSync(JSON.stringify(release)),
      layer,
      rows,
    );
}

/** Lets the reports' releases of a procedure from `fromSeq` on be published no more. They stay in the store. */
export function retireReleases(
  store: Store,
  procedureId: string,
  fromSeq: number,
  at: string,
): void {
  store
    .prepare(
      "UPDATE releases SET retired_at = ? WHERE procedure_id = ? AND seq >= ? AND layer = 'pnt' AND retired_at IS NULL",
    )
    .run(at, procedureId, fromSeq);
}

/**
 * The date that the next release of a procedure bears, ISO 8601 with offset. Releases are ordered by their date, so it is later than
 * every one before, also where the clock was set back.
 */
export function nextDate(store: Store, procedureId: string, at: Date, timeZone: string): string {
  const query = "SELECT date FROM releases WHERE procedure_id = ? ORDER BY seq DESC LIMIT 1";
  const last = readRow(DateRow, store.prepare(query).get(procedureId));
  const earliest = last === undefined ? 0 : Date.parse(last.date) + 1000;
  return formatInstant(new Date(Math.max(at.getTime(), earliest)), timeZone);
}

/** Puts another text in the place of a release, which otherwise never changes: only for a change of all ocids. */
export function replaceRelease(store: Store, seq: number, release: Release): void {
  store
    .prepare("UPDATE releases SET release_id = ?, body = ? WHERE seq = ?")
    .run(release.id, deflateRawSync(JSON.stringify(release)), seq);
}

/** All releases of a procedure that are published, oldest first. Throws `StopRunError` for one that is not what was written. */
export function releasesOf(store: Store, procedureId: string): StoredRelease[] {
  return readReleases(store, procedureId, `AND ${isPublished}`);
}

/** All releases of a procedure, those that are not published included. */
export function everyReleaseOf(store: Store, procedureId: string): StoredRelease[] {
  return readReleases(store, procedureId, "");
}

function readReleases(store: Store, procedureId: string, condition: string): StoredRelease[] {
  const source = `releases WHERE procedure_id = ? ${condition} ORDER BY seq`;
  return readRowsOf(store, Row, { columns, source }, procedureId).map((row) =>
    readRelease(store, row),
  );
}

/**
 * Every release that is published, and every mark of an undone import, day by day (in the portal's zone), of one day in the order in which
 * they came. One at a time, so that memory does not grow with the store; `isFirst` is the first of its procedure. Throws `StopRunError` where one is missing or is not what was written.
 */
export function* allReleases(store: Store): Generator<StoredRelease & { isFirst: boolean }> {
  checkNoneMissing(store);
  const rows = readSorted(store, DatedRow, {
    columns: [...columns, hasEarlier],
    table: "releases",
    key: "seq",
    order: "substr(date, 1, 10), seq",
  });
  for (const row of rows) {
    if (row.retired_at !== null) continue;
    yield { ...readRelease(store, row), isFirst: row.has_earlier === 0 };
  }
}

function readRelease(store: Store, row: z.infer<typeof Row>): StoredRelease {
  const release = inflate(row.body);
  if (release === undefined || releaseId(release) !== release.id || row.release_id !== release.id) {
    throw new StopRunError(
      `${store.file}: release ${row.seq} (${row.release_id}, procedure ${row.procedure_id}) is not what was written: its content ` +
        "does not fit the digest in its id. Put a copy of the store back, or rebuild it with `compras scrape --from-archive`.",
    );
  }
  return {
    seq: row.seq,
    procedureId: row.procedure_id,
    release,
    layer: row.layer,
    ...(row.import_rows !== null && { rows: row.import_rows }),
    ...(row.page_sha256 !== null && {
      page: {
        sha256: row.page_sha256,
        ...(row.archive_file !== null &&
          row.archive_record !== null && {
            archive: { file: row.archive_file, recordId: row.archive_record },
          }),
      },
    }),
  };
}

function checkNoneMissing(store: Store): void {
  const counted = readRow(
    z.object({ count: z.number(), last: z.number() }),
    store.prepare("SELECT count(*) AS count, coalesce(max(seq), 0) AS last FROM releases").get(),
  );
  if (counted === undefined || counted.count === counted.last) return;
  throw new StopRunError(
    `${store.file}: ${counted.last - counted.count} of ${counted.last} releases are missing, and releases are never removed. Put a ` +
      "copy of the store back, or rebuild it with `compras scrape --from-archive`.",
  );
}

function inflate(body: string): Release | undefined {
  try {
    return Release.parse(JSON.parse(inflateRawSync(Buffer.from(body, "hex")).toString("utf8")));
  } catch {
    // Whatever is wrong with it, it is not what was written, and the caller says which one it is.
    return undefined;
  }
}
