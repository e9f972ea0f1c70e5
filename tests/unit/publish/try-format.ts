import { mkdirSync } from "node:fs";
import path from "node:path";
import { onTestFinished } from "vitest";
import { describeEvidence } from "../../../scraper/publish/evidence.ts";
import { startDraft } from "../../../scraper/publish/feed-draft.ts";
import type {
  FeedFormat,
  Publication,
  PublishedProcess,
  PublishedRelease,
} from "../../../scraper/publish/publication.ts";
import { textsOf } from "../../../scraper/store/document-texts.ts";
import type { ReadFile } from "../../../scraper/store/documents.ts";
import { openStore, type Store } from "../../../scraper/store/open-store.ts";
import { saveProcedure, withdrawProcedure } from "../../../scraper/store/procedures.ts";
import { allProcedures } from "../../../scraper/store/read-procedures.ts";
import { allReleases, releasesOf } from "../../../scraper/store/releases.ts";
import { beginRun } from "../../../scraper/store/runs.ts";
import { allSupplierChanges } from "../../../scraper/store/supplier-changes.ts";
import { allSuppliers, replaceSuppliers } from "../../../scraper/store/suppliers.ts";
import { changedDatesOf, eventsOfStates } from "../../../shared/calendar/events-of-states.ts";
import type { FeedFile } from "../../../shared/feed/index-schema.ts";
import type { RegistryChange } from "../../../shared/feed/registry-change.ts";
import type { Listing69b, RegistryRow, SupplierRow } from "../../../shared/feed/supplier-row.ts";
import { mapTenderRow } from "../../../shared/mapping/tender-row.ts";
import { compileReleases } from "../../../shared/ocds/compile.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import type { Procedimiento } from "../../../shared/portal/records.ts";
import { makeFolder } from "../scraper/try-scrape.ts";

/** A store whose procedures are read on days of March 2026, at noon in Durango. */
export interface History {
  store: Store;
  read(day: number, record: Procedimiento, files?: ReadonlyMap<string, ReadFile>): void;
  withdraw(day: number, id: string): void;
  setSuppliers(rows: readonly RegistryRow[]): void;
}

/** `onTestFinished`, or `afterAll` for what several tests share. */
export type AtEnd = (cleanUp: () => void) => void;

const baseUrl = "https://datos.example.org/";

/** @param atEnd when the store is closed and removed. */
export function makeHistory(atEnd: AtEnd = onTestFinished): History {
  const store = openStore(`${makeFolder(atEnd)}/compras.sqlite`);
  atEnd(() => store.close());
  const { id } = beginRun(store, {
    portalUrl: durango.baseUrl,
    startedAt: "2026-03-01T12:00:00-06:00",
    limit: undefined,
  });
  const run = { id, ocidPrefix: "ocds-prueba", timeZone: durango.timeZone };
  const noonOf = (day: number) => new Date(Date.UTC(2026, 2, day, 18));
  return {
    store,
    read: (day, record, files = new Map()) => {
      const page = { retrievedAt: noonOf(day), sha256: "0".repeat(64) };
      saveProcedure(store, run, record, page, files);
    },
    withdraw: (day, procedureId) => withdrawProcedure(store, run, procedureId, noonOf(day)),
    setSuppliers: (rows) => replaceSuppliers(store, rows, "2026-03-02T12:00:00-06:00"),
  };
}

/** Everything that a format is told of a store. */
export interface Told {
  releases: PublishedRelease[];
  processes: PublishedProcess[];
  suppliers: SupplierRow[];
  supplierChanges: RegistryChange[];
  /** None where it is absent. */
  listings?: ReadonlyMap<string, Listing69b>;
}

export function tellStore(store: Store): Told {
  const releases = [...allReleases(store)].map(({ seq, procedureId, release }) => {
    const earlier = releasesOf(store, procedureId)
      .filter((other) => other.seq < seq)
      .map((other) => other.release);
    return {
      seq,
      release,
      after: compileReleases([...earlier, release]),
      ...(earlier.length > 0 && { before: compileReleases(earlier) }),
    };
  });
  const processes = [...allProcedures(store)].map((procedure) => {
    const own = procedure.releases.map(({ release }) => release);
    const compiled = compileReleases(own);
    const states = own.map((_, index) => compileReleases(own.slice(0, index + 1)));
    const events = eventsOfStates(states);
    const evidence = describeEvidence(store, procedure, compiled.ocid, baseUrl);
    return {
      record: procedure.record,
      releases: own,
      states,
      compiled,
      events,
      row: mapTenderRow(compiled, procedure.record, {
        withdrawnAt: procedure.withdrawnAt,
        changedDates: changedDatesOf(events, compiled),
      }),
      texts: textsOf(store, evidence.documents),
      evidence,
    };
  });
  return {
    releases,
    processes,
    suppliers: allSuppliers(store),
    supplierChanges: allSupplierChanges(store),
  };
}

/** Writes one format of the feed alone. */
export async function tryFormat(
  told: Told,
  open: (publication: Publication) => FeedFormat | Promise<FeedFormat>,
  atEnd: AtEnd = onTestFinished,
): Promise<{ folder: string; files: FeedFile[]; pathOf: (feedPath: string) => string }> {
  const folder = path.join(makeFolder(atEnd), "feed");
  mkdirSync(folder);
  const draft = startDraft(folder);
  const format = await open({
    draft,
    identity: {
      portal: durango.id,
      portalUrl: durango.baseUrl,
      ocidPrefix: "ocds-prueba",
    },
    profile: durango,
    baseUrl,
    timeZone: durango.timeZone,
    notice: "Publicación de prueba.",
  });
  for (const release of told.releases) await format.addRelease?.(release);
  for (const process of told.processes) await format.addProcess?.(process);
  await format.addSuppliers?.(told.suppliers, told.supplierChanges, told.listings ?? new Map());
  await format.finish();
  return { folder, files: draft.files(), pathOf: (feedPath) => path.join(folder, feedPath) };
}
