import * as z from "zod";
import { makeRelease, type ReleaseContent } from "../../shared/mapping/release.ts";
import type { Release } from "../../shared/ocds/schema.ts";
import { Procedimiento } from "../../shared/portal/records.ts";
import { formatInstant } from "../../shared/values/dates.ts";
import { hashJson } from "../../shared/values/hash.ts";
import type { Change } from "../crawl/sink.ts";
import { inTransaction, type Store } from "./open-store.ts";
import { addRelease, latestRelease, releasesOf } from "./releases.ts";
import { jsonText, readRow } from "./rows.ts";

const Known = z.object({ content_hash: z.string() });

/** What reading a procedure again would change in the store. */
export function compareProcedure(store: Store, id: string, content: ReleaseContent): Change {
  const known = readRow(
    Known,
    store.db.prepare("SELECT content_hash FROM procedures WHERE id = ?").get(id),
  );
  if (known === undefined) return "added";
  return known.content_hash === hashJson(content) ? "unchanged" : "changed";
}

/**
 * Keeps a record that was read, and a release where its content is new, in one transaction that also notes for the run that
 * the page is read.
 */
export function saveProcedure(
  store: Store,
  runId: number,
  record: Procedimiento,
  content: ReleaseContent,
  seen: { at: Date; timeZone: string },
): Change {
  return inTransaction(store, () => {
    const change = compareProcedure(store, record.id, content);
    const seenAt = formatInstant(seen.at, seen.timeZone);
    store.db
      .prepare(
        `INSERT INTO procedures (id, first_seen_at, last_seen_at, published_at, record, content_hash)
         VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET last_seen_at = excluded.last_seen_at,
           published_at = excluded.published_at, record = excluded.record, content_hash = excluded.content_hash`,
      )
      .run(
        record.id,
        seenAt,
        seenAt,
        record.fechaPublicacion ?? null,
        JSON.stringify(record),
        hashJson(content),
      );
    if (change !== "unchanged") {
      const previous = latestRelease(store, record.id);
      const date = laterThan(previous?.date, seen);
      addRelease(store, record.id, makeRelease(content, date, previous && contentOf(previous)));
    }
    store.db
      .prepare("INSERT OR IGNORE INTO run_reads (run_id, procedure_id) VALUES (?, ?)")
      .run(runId, record.id);
    return change;
  });
}

/** Every procedure with its releases: latest publication first, undated last, as `compareTenders` orders them. */
export function* allProcedures(
  store: Store,
): Generator<{ record: Procedimiento; releases: Release[] }> {
  const Row = z.object({ record: jsonText(Procedimiento) });
  const rows = store.db
    .prepare(
      "SELECT record FROM procedures ORDER BY coalesce(published_at, '') DESC, length(id) DESC, id DESC",
    )
    .iterate();
  for (const row of rows) {
    const { record } = Row.parse(row);
    yield { record, releases: releasesOf(store, record.id) };
  }
}

/** Releases are ordered by their date, so the newer one must not bear an earlier one: not even where the clock was set back. */
function laterThan(previous: string | undefined, seen: { at: Date; timeZone: string }): string {
  const earliest = previous === undefined ? 0 : Date.parse(previous) + 1000;
  return formatInstant(new Date(Math.max(seen.at.getTime(), earliest)), seen.timeZone);
}

function contentOf({ id: _id, date: _date, tag: _tag, ...content }: Release): ReleaseContent {
  return content;
}
