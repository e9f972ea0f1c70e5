import { deflateRawSync, inflateRawSync } from "node:zlib";
import * as z from "zod";
import { Release } from "../../shared/ocds/schema.ts";
import type { Store } from "./open-store.ts";
import { readRow, readRows } from "./rows.ts";

/** libsql hands a blob over as a Buffer from `get`, as an ArrayBuffer from `iterate` and `all`. */
const Body = z.object({ body: z.union([z.instanceof(Uint8Array), z.instanceof(ArrayBuffer)]) });

/** Adds a release of a procedure. Throws where a release of that id is there already. */
export function addRelease(store: Store, procedureId: string, release: Release): void {
  store.db
    .prepare("INSERT INTO releases (procedure_id, release_id, date, body) VALUES (?, ?, ?, ?)")
    .run(procedureId, release.id, release.date, deflateRawSync(JSON.stringify(release)));
}

/** The release of a procedure that was added last; undefined for a procedure without one. */
export function latestRelease(store: Store, procedureId: string): Release | undefined {
  const row = store.db
    .prepare("SELECT body FROM releases WHERE procedure_id = ? ORDER BY seq DESC LIMIT 1")
    .get(procedureId);
  const found = readRow(Body, row);
  return found && inflate(found.body);
}

/** All releases of a procedure, oldest first. */
export function releasesOf(store: Store, procedureId: string): Release[] {
  const rows = store.db
    .prepare("SELECT body FROM releases WHERE procedure_id = ? ORDER BY seq")
    .all(procedureId);
  return readRows(Body, rows).map(({ body }) => inflate(body));
}

/** Every release ever added, by date; of one second, by procedure. One at a time, so that memory does not grow with the store. */
export function* allReleases(store: Store): Generator<Release> {
  const rows = store.db
    .prepare(
      "SELECT body FROM releases ORDER BY unixepoch(date), length(procedure_id), procedure_id, seq",
    )
    .iterate();
  for (const row of rows) yield inflate(Body.parse(row).body);
}

function inflate(body: Uint8Array | ArrayBuffer): Release {
  return Release.parse(JSON.parse(inflateRawSync(body).toString("utf8")));
}
