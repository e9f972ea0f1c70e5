import * as z from "zod";
import { makeRelease } from "../../shared/mapping/make-release.ts";
import type { ReleaseContent } from "../../shared/mapping/release.ts";
import { followState, withdrawState } from "../../shared/mapping/state.ts";
import { compileReleases } from "../../shared/ocds/compile.ts";
import { Release } from "../../shared/ocds/schema.ts";
import { Procedimiento } from "../../shared/portal/records.ts";
import { formatInstant } from "../../shared/values/dates.ts";
import { latestInstant } from "../../shared/values/latest-instant.ts";
import type { Change } from "../crawl/sink.ts";
import { listIssues } from "../describe-issues.ts";
import { latestFiles, type ReadFile, saveDocuments } from "./documents.ts";
import { inTransaction, type Store } from "./open-store.ts";
import { listedAtOf, noteReading, type PageReading } from "./page-states.ts";
import { contentOf, mergeFiles, replacedDocuments } from "./procedure-content.ts";
import { addRelease, nextDate, type PageSource, releasesOf } from "./releases.ts";
import { hashText, jsonText, readRow } from "./rows.ts";
import { setAside } from "./set-aside.ts";
import { addSighting, sightingsOf } from "./sightings.ts";
import { dropValidators, noteChecked, saveValidators } from "./validators.ts";

/** What the store needs to know of the run that saves. */
export interface SavingRun {
  id: number;
  ocidPrefix: string;
  timeZone: string;
}

const Known = z.object({
  content_hash: z.string(),
  last_seen_at: z.string(),
  withdrawn_at: z.string().nullable(),
});

/** What reading a procedure again would change in the store, its files being as they are known. */
export function compareProcedure(store: Store, record: Procedimiento, ocidPrefix: string): Change {
  const known = findKnown(store, record.id);
  if (known === undefined) return "added";
  const files = mergeFiles(record.anexos, latestFiles(store, record.id), new Map());
  const { hash } = contentOf(record, ocidPrefix, files);
  return isUnchanged(known, hash) ? "unchanged" : "changed";
}

/**
 * Keeps a record that was read, and a release where its content is new, in one transaction that also notes for the run that
 * the page is read. A release that its schema refuses is set aside with the reasons, and what was known stays.
 *
 * @param read what was read of the attachments, by their own id; @param reading absent where nothing is known of it: then the next run
 * reads the page again.
 */
export function saveProcedure(
  store: Store,
  run: SavingRun,
  record: Procedimiento,
  page: PageSource,
  read: ReadonlyMap<string, ReadFile>,
  reading: PageReading = { rowHash: undefined, reader: undefined, documentsLeft: 0 },
): Change {
  return inTransaction(store, () => {
    noteRead(store, run.id, record.id);
    const known = findKnown(store, record.id);
    const seenAt = formatInstant(page.retrievedAt, run.timeZone);
    const lastSeenAt = known?.last_seen_at ?? seenAt;

    const before: ReturnType<typeof latestFiles> =
      known === undefined ? new Map() : latestFiles(store, record.id);
    const files = mergeFiles(record.anexos, before, read);
    const { content, hash } = contentOf(record, run.ocidPrefix, files);
    const isNews = known === undefined || !isUnchanged(known, hash);
    if (isNews) {
      const sight = {
        on: seenAt.slice(0, 10),
        lastSeenOn: lastSeenAt.slice(0, 10),
        replacedDocuments: replacedDocuments(record.anexos, before, read),
      };
      const next = nextRelease(store, record.id, page.retrievedAt, run.timeZone, (state) =>
        state === undefined ? content : followState(state, content, sight),
      );
      const checked = Release.safeParse(next);
      if (!checked.success) {
        setAside(store, run.id, hash, {
          procedureId: record.id,
          at: seenAt,
          release: next,
          reasons: listIssues(checked.error),
        });
        noteReading(store, record.id, reading, "setAside");
        // The next run reads it again, whatever its validators say.
        dropValidators(store, record.url);
        return "setAside";
      }
      keepRecord(store, record, seenAt, hash);
      addRelease(store, record.id, checked.data, page);
    } else {
      keepRecord(store, record, seenAt, hash);
    }
    noteReading(store, record.id, reading);
    if (reading.body) saveValidators(store, record.url, reading.body);
    for (const url of reading.unchangedFiles ?? []) noteChecked(store, url, page.retrievedAt);
    saveDocuments(store, record.id, record.anexos, read, {
      at: seenAt,
      lastSeenAt,
      timeZone: run.timeZone,
    });
    if (known?.withdrawn_at != null) {
      const withdrawn = sightingsOf(store, record.id).findLast(
        ({ documentId }) => documentId === undefined,
      );
      addSighting(store, record.id, undefined, {
        event: "returned",
        at: seenAt,
        lastSeenAt: withdrawn?.lastSeenAt ?? lastSeenAt,
      });
    }
    if (known === undefined) return "added";
    return isNews ? "changed" : "unchanged";
  });
}

/** Marks a procedure as vanished from the portal, with a release that says so; its history stays. It was last seen where its page was read or the list showed it, whichever is later. @returns whether it was there until now. */
export function withdrawProcedure(store: Store, run: SavingRun, id: string, at: Date): boolean {
  return inTransaction(store, () => {
    noteRead(store, run.id, id);
    const known = findKnown(store, id);
    if (known === undefined || known.withdrawn_at !== null) return false;
    const release = nextRelease(store, id, at, run.timeZone, (state) => {
      if (state === undefined) throw new Error(`procedure ${id} has no release`);
      return withdrawState(state);
    });
    addRelease(store, id, Release.parse(release), undefined);
    const withdrawnAt = formatInstant(at, run.timeZone);
    store.prepare("UPDATE procedures SET withdrawn_at = ? WHERE id = ?").run(withdrawnAt, id);
    addSighting(store, id, undefined, {
      event: "withdrawn",
      at: withdrawnAt,
      lastSeenAt: latestInstant(listedAtOf(store, id), known.last_seen_at),
    });
    noteReading(store, id, { rowHash: undefined, reader: undefined, documentsLeft: 0 });
    return true;
  });
}

/** Makes the store recognise a procedure's content under another prefix. Content that was not recognised before stays so. */
export function moveContent(store: Store, id: string, from: string, to: string): void {
  const row = readRow(
    z.object({ record: jsonText(Procedimiento.nullable()), content_hash: z.string() }),
    store.prepare("SELECT record, content_hash FROM procedures WHERE id = ?").get(id),
  );
  if (row === undefined || row.record === null) return;
  const files = mergeFiles(row.record.anexos, latestFiles(store, id), new Map());
  if (contentOf(row.record, from, files).hash !== row.content_hash) return;
  store
    .prepare("UPDATE procedures SET content_hash = ? WHERE id = ?")
    .run(contentOf(row.record, to, files).hash, id);
}

function findKnown(store: Store, id: string): z.infer<typeof Known> | undefined {
  const row = store
    .prepare("SELECT content_hash, last_seen_at, withdrawn_at FROM procedures WHERE id = ?")
    .get(id);
  return readRow(Known, row);
}

/** One that comes back is news, even where it says what it said before. */
function isUnchanged(known: z.infer<typeof Known>, hash: string): boolean {
  return known.withdrawn_at === null && known.content_hash === hash;
}

/**
 * What reports say of the procedure is another layer: the portal's page neither says it nor unsays it.
 *
 * @param next makes the new state of the one before, which is undefined for a procedure without releases.
 */
function nextRelease(
  store: Store,
  id: string,
  at: Date,
  timeZone: string,
  next: (before: ReleaseContent | undefined) => ReleaseContent,
) {
  const releases = releasesOf(store, id)
    .filter(({ layer }) => layer === "portal")
    .map(({ release }) => release);
  const before = releases.length === 0 ? undefined : stateOf(releases);
  const date = nextDate(store, id, at, timeZone);
  return makeRelease(next(before), date, before);
}

function stateOf(releases: readonly Release[]): ReleaseContent {
  const { id: _id, date: _date, tag: _tag, ...state } = compileReleases(releases);
  // The releases of a store are made of such states.
  return state as ReleaseContent;
}

function keepRecord(store: Store, record: Procedimiento, seenAt: string, hash: string): void {
  const text = JSON.stringify(record);
  store
    .prepare(
      `INSERT INTO procedures (id, first_seen_at, last_seen_at, published_at, record, record_hash, content_hash)
       VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET last_seen_at = excluded.last_seen_at, withdrawn_at = NULL,
         published_at = excluded.published_at, record = excluded.record, record_hash = excluded.record_hash,
         content_hash = excluded.content_hash`,
    )
    .run(record.id, seenAt, seenAt, record.fechaPublicacion ?? null, text, hashText(text), hash);
}

function noteRead(store: Store, runId: number, id: string): void {
  store
    .prepare("INSERT OR IGNORE INTO run_reads (run_id, procedure_id) VALUES (?, ?)")
    .run(runId, id);
}
