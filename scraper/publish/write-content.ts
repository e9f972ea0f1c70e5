import { TenderRow } from "../../shared/feed/tender-row.ts";
import { maskProcedure } from "../../shared/mapping/mask-personal.ts";
import { mapTenderRow } from "../../shared/mapping/tender-row.ts";
import { compileReleases } from "../../shared/ocds/compile.ts";
import { latestListings } from "../store/list69b.ts";
import type { Store } from "../store/open-store.ts";
import { allProcedures, type StoredProcedure } from "../store/read-procedures.ts";
import { allReleases, releasesOf, type StoredRelease } from "../store/releases.ts";
import { allSupplierChanges } from "../store/supplier-changes.ts";
import { allSuppliers } from "../store/suppliers.ts";
import { describeEvidence } from "./evidence.ts";
import { countFacts, type FeedFacts } from "./feed-facts.ts";
import { feedFormats } from "./formats.ts";
import type { FeedFormat, Publication, PublishedProcess, PublishedRelease } from "./publication.ts";

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
    const step = stateAround(store, stored);
    for (const format of formats) await format.addRelease?.(step);
  }
  for (const procedure of allProcedures(store)) {
    const process = describeProcess(store, procedure, baseUrl);
    for (const format of formats) await format.addProcess?.(process);
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
  if (isFirst) return { seq, release, after: compileReleases([release]) };
  const earlier = releasesOf(store, procedureId)
    .filter((other) => other.seq < seq)
    .map((other) => other.release);
  const before = compileReleases(earlier);
  return { seq, release, before, after: compileReleases([...earlier, release]) };
}

function describeProcess(
  store: Store,
  procedure: StoredProcedure,
  baseUrl: string,
): PublishedProcess {
  const { withdrawnAt } = procedure;
  const record = maskProcedure(procedure.record);
  const releases = procedure.releases.map(({ release }) => release);
  const states = releases.map((_, index) => compileReleases(releases.slice(0, index + 1)));
  const compiled = states.at(-1);
  if (compiled === undefined) throw new Error(`procedure ${record.id} has no release`);
  const row = TenderRow.parse(mapTenderRow(compiled, record, withdrawnAt));
  const evidence = describeEvidence(store, procedure, compiled.ocid, baseUrl);
  return { record, releases, states, compiled, row, evidence };
}
