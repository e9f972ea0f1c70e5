import { type CitedRelease, ProcedureEvidence } from "../../shared/feed/evidence.ts";
import { feedPaths } from "../../shared/feed/paths.ts";
import { maskPersonal } from "../../shared/mapping/mask-personal.ts";
import { hashJson } from "../../shared/values/hash.ts";
import { documentsOf, filesOf, type StoredFile } from "../store/documents.ts";
import { importOf } from "../store/imports.ts";
import type { Store } from "../store/open-store.ts";
import { linksOfProcess } from "../store/pnt-rows.ts";
import type { ReportedProcess, StoredProcedure } from "../store/read-procedures.ts";
import type { ImportPlace, StoredRelease } from "../store/releases.ts";
import { type Sighting, sightingsOf } from "../store/sightings.ts";
import type { FeedFormat, Publication } from "./publication.ts";
import { openJsonLines, yearOf } from "./year-files.ts";

/** Where everything that the feed says of a procedure comes from. @param baseUrl of the feed, ending in a slash. */
export function describeEvidence(
  store: Store,
  { record, firstSeenAt, lastReadAt, withdrawnAt, releases }: StoredProcedure,
  ocid: string,
  baseUrl: string,
): ProcedureEvidence {
  const sightings = sightingsOf(store, record.id);
  const ownSightings = sightings.filter(({ documentId }) => documentId === undefined);
  const files = filesOf(store, record.id);
  return ProcedureEvidence.parse({
    ocid,
    id: record.id,
    url: record.url,
    firstSeenAt,
    ...(withdrawnAt !== undefined && {
      withdrawnAt,
      lastSeenAt: ownSightings.at(-1)?.lastSeenAt ?? lastReadAt,
      lastReadAt,
    }),
    sightings: ownSightings.map(withoutDocument),
    ...linkOf(store, record.id),
    releases: releases.map((release) => citeRelease(store, release, baseUrl)),
    documents: documentsOf(store, record.id).map((document) => ({
      ...document,
      sightings: sightings
        .filter(({ documentId }) => documentId === document.id)
        .map(withoutDocument),
      files: files.filter(({ documentId }) => documentId === document.id).map(withoutPlace),
    })),
  });
}

/** The same of a process that reports alone speak of: it has no page, and its documents were not read. */
export function describeReportEvidence(
  store: Store,
  { id, firstSeenAt, releases }: ReportedProcess,
  ocid: string,
  baseUrl: string,
): ProcedureEvidence {
  return ProcedureEvidence.parse({
    ocid,
    id,
    firstSeenAt,
    sightings: [],
    releases: releases.map((release) => citeRelease(store, release, baseUrl)),
    documents: [],
  });
}

/** How sure it is that the reports of a procedure of the portal's are about it. */
function linkOf(store: Store, procedureId: string): Pick<ProcedureEvidence, "reported"> {
  const links = linksOfProcess(store, procedureId).flatMap(({ confidence, reasons }) =>
    confidence === undefined ? [] : [{ confidence, reasons }],
  );
  return links.length === 0 ? {} : { reported: links };
}

/** `evidencia.jsonl.gz`: a `ProcedureEvidence` a line. */
export async function evidenceLines({ draft }: Publication): Promise<FeedFormat> {
  const file = await openJsonLines(
    draft,
    feedPaths.evidence,
    "De dónde viene cada dato: páginas leídas, huellas (SHA-256) y desapariciones, un procedimiento por línea",
  );
  return {
    addProcess: ({ evidence }) => file.write(`${JSON.stringify(evidence)}\n`),
    addReported: ({ evidence }) => file.write(`${JSON.stringify(evidence)}\n`),
    finish: async () => {
      await file.close();
    },
  };
}

function citeRelease(
  store: Store,
  { release, page, rows }: StoredRelease,
  baseUrl: string,
): CitedRelease {
  const { href } = new URL(feedPaths.releases(yearOf(release.date)), baseUrl);
  return {
    id: release.id,
    date: release.date,
    sha256: hashJson(release),
    permalink: `${href}#${release.id}`,
    ...(page && { page }),
    ...(rows && { rows: rows.map((place) => citeRow(store, place)) }),
  };
}

function citeRow(store: Store, { import: id, sheet, row }: ImportPlace) {
  const { name, source, sha256 } = importOf(store, id);
  return { import: name, file: maskPersonal(source), sha256, sheet: maskPersonal(sheet), row };
}

function withoutDocument({ event, at, lastSeenAt }: Sighting) {
  return { event, at, lastSeenAt };
}

function withoutPlace({ documentId: _id, url: _url, ...file }: StoredFile) {
  return { ...file, ...(file.name !== undefined && { name: maskPersonal(file.name) }) };
}
