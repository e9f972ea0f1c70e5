import { changedDatesOf, eventsOfStates } from "../../shared/calendar/events-of-states.ts";
import { TenderRow } from "../../shared/feed/tender-row.ts";
import { maskProcedure } from "../../shared/mapping/mask-personal.ts";
import { mapTenderRow } from "../../shared/mapping/tender-row.ts";
import { compileReleases } from "../../shared/ocds/compile.ts";
import type { Release } from "../../shared/ocds/schema.ts";
import { textsOf } from "../store/document-texts.ts";
import { latestListings } from "../store/list69b.ts";
import type { Store } from "../store/open-store.ts";
import { isReportedId } from "../store/pnt-processes.ts";
import {
  allProcedures,
  type ReportedProcess,
  reportedProcesses,
  type StoredProcedure,
} from "../store/read-procedures.ts";

import { allReleases, releasesOf, type StoredRelease } from "../store/releases.ts";
import { allSupplierChanges } from "../store/supplier-changes.ts";
import { allSuppliers } from "../store/suppliers.ts";
import { describeEvidence, describeReportEvidence } from "./evidence.ts";
import { countFacts, type FeedFacts } from "./feed-facts.ts";
import { feedFormats } from "./formats.ts";
import type {
  FeedFormat,
  Publication,
  PublishedProcess,
  PublishedRelease,
  PublishedReport,
  PublishedUndo,
} from "./publication.ts";

/** Writes the files of every format into the draft. @param counter sees all that the formats see. */
export async function writeContent(
  store: Store,
  publication: Publication,
  counter: FeedFormat,
): Promise<FeedFacts> {
  const facts = countFacts();
  const formats: FeedFormat[] = [facts, counter];
  for (const open of feedFormats) formats.push(await open(publication));
  await feed(store, formats, publication.baseUrl);
  for (const format of formats) await format.finish();
  return facts.facts();
}

async function feed(store: Store, formats: readonly FeedFormat[], baseUrl: string): Promise<void> {
  for (const stored of allReleases(store)) {
    if (stored.layer === "undo") {
      const step = stateAfterUndo(store, stored);
      for (const format of formats) await format.addUndo?.(step);
      continue;
    }
    const step = stateAround(store, stored);
    for (const format of formats) await format.addRelease?.(step);
  }
  for (const procedure of allProcedures(store)) {
    const process = describeProcess(store, procedure, baseUrl);
    for (const format of formats) await format.addProcess?.(process);
  }
  for (const reported of reportedProcesses(store)) {
    const process = describeReport(store, reported, baseUrl);
    for (const format of formats) await format.addReported?.(process);
  }
  const suppliers = allSuppliers(store);
  const listings = latestListings(store);
  const supplierChanges = allSupplierChanges(store);
  for (const format of formats) {
    await format.addSuppliers?.(suppliers, supplierChanges, listings);
  }
}

function stateAround(
  store: Store,
  { seq, procedureId, release, isFirst }: StoredRelease & { isFirst: boolean },
): PublishedRelease {
  const reported = isReportedId(procedureId) && { isReported: true as const };
  if (isFirst) return { seq, release, after: compileReleases([release]), ...reported };
  const earlier = releasesBefore(store, procedureId, seq);
  const before = compileReleases(earlier);
  return { seq, release, before, after: compileReleases([...earlier, release]), ...reported };
}

function stateAfterUndo(store: Store, { seq, procedureId, release }: StoredRelease): PublishedUndo {
  const { ocid, date, id } = release;
  const left = releasesBefore(store, procedureId, seq);
  return { seq, ocid, date, id, ...(left.length > 0 && { after: compileReleases(left) }) };
}

function releasesBefore(store: Store, procedureId: string, seq: number): Release[] {
  return releasesOf(store, procedureId)
    .filter((other) => other.seq < seq)
    .map(({ release }) => release);
}

function describeProcess(
  store: Store,
  procedure: StoredProcedure,
  baseUrl: string,
): PublishedProcess {
  const { withdrawnAt } = procedure;
  const record = maskProcedure(procedure.record);
  const { releases, states, compiled } = listStates(procedure.releases, record.id);
  const events = eventsOfStates(states);
  const history = { withdrawnAt, changedDates: changedDatesOf(events, compiled) };
  const row = TenderRow.parse(mapTenderRow(compiled, record, history));
  const evidence = describeEvidence(store, procedure, compiled.ocid, baseUrl);
  const texts = textsOf(store, evidence.documents);
  return { record, releases, states, compiled, events, row, texts, evidence };
}

function describeReport(store: Store, process: ReportedProcess, baseUrl: string): PublishedReport {
  const listed = listStates(process.releases, process.id);
  const evidence = describeReportEvidence(store, process, listed.compiled.ocid, baseUrl);
  return { ...listed, evidence };
}

function listStates(stored: readonly StoredRelease[], id: string) {
  const releases = stored.map(({ release }) => release);
  const states = releases.map((_, index) => compileReleases(releases.slice(0, index + 1)));
  const compiled = states.at(-1);
  if (compiled === undefined) throw new Error(`procedure ${id} has no release`);
  return { releases, states, compiled };
}
