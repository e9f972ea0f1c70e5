import { existsSync } from "node:fs";
import { addKnownForm, type RunStructure } from "../../shared/portal/fingerprint.ts";
import type { Procedimiento } from "../../shared/portal/records.ts";
import { formatInstant } from "../../shared/values/dates.ts";
import { describeError, exitCodes, StopRunError } from "../errors.ts";
import { latestFiles } from "../store/documents.ts";
import { checkIdentity, saveIdentity } from "../store/identity.ts";
import { inTransaction, openStore, type Store } from "../store/open-store.ts";
import { listedProcedures, noteListed, noteSkipped, pageStates } from "../store/page-states.ts";
import { compareProcedure, saveProcedure, withdrawProcedure } from "../store/procedures.ts";
import { recordOf } from "../store/read-procedures.ts";
import { beginRun, failRun, finishRun, lastForms, type RunCounts } from "../store/runs.ts";
import { setAsideOf } from "../store/set-aside.ts";
import { replaceSuppliers } from "../store/suppliers.ts";
import { knownBody } from "../store/validators.ts";
import { lockWriter } from "../store/writer-lock.ts";
import type { Findings } from "./findings.ts";
import { hideFolders } from "./hide-folders.ts";
import { noteForms } from "./note-forms.ts";
import { reachOf } from "./reach.ts";
import { readerKey } from "./reader-key.ts";
import type { ScrapeSettings } from "./scrape.ts";
import type { Sink } from "./sink.ts";

/** A sink with the run that fills it. One of `finish` and `fail` is called at the end, then `close`. */
export interface RunSink extends Sink {
  /** @param isWhole whether the page of every procedure on the list was read. */
  finish(counts: RunCounts, findings: Findings, isWhole: boolean): void;
  fail(error: unknown, findings: Findings): void;
  close(): void;
}

/** Opens the store for a run, or in a dry run what only tells what a run would change. */
export function openSink(settings: ScrapeSettings): RunSink {
  return settings.dryRun ? drySink(settings) : storeSink(settings);
}

function storeSink(settings: ScrapeSettings): RunSink {
  const store = openStore(settings.store);
  const unlock = releaseOnFailure(store, () => lockWriter(store));
  const { id, ...started } = releaseOnFailure(
    store,
    () => {
      saveIdentity(store, identityOf(settings));
      return beginRun(store, {
        portalUrl: settings.profile.baseUrl,
        startedAt: instant(settings),
        limit: settings.limit,
        isFull: settings.full ?? false,
      });
    },
    unlock,
  );
  const { ocidPrefix, profile } = settings;
  const { timeZone } = profile;
  const run = { id, ocidPrefix, timeZone };
  const reader = readerKey(profile);
  /** What the pages of the run looked like; tells in `findings` what that says. @param isWhole whether every page of a procedure was read. */
  const structureOf = (findings: Findings, runId: number, isWhole: boolean): RunStructure => {
    const before = lastForms(store, runId);
    const now = findings.structure.structure();
    const known = isWhole ? now : addKnownForms(now, before);
    noteForms(findings, known, before, profile);
    return known;
  };
  return {
    ...started,
    pageStates: () => pageStates(store),
    listedBefore: () => listedProcedures(store),
    noteListed: (entries) =>
      noteListed(
        store,
        entries.map(({ procedimiento, listedAt }) => ({
          id: procedimiento.id,
          listedAt: formatInstant(listedAt, timeZone),
        })),
      ),
    record: (procedureId) => recordOf(store, procedureId),
    knownBody: (url) => knownBody(store, url),
    compare: (record) => compareProcedure(store, record, ocidPrefix),
    readFiles: (procedureId) =>
      new Set([...latestFiles(store, procedureId).values()].map(({ url }) => url)),
    together: (body) => inTransaction(store, body),
    saveProcedure: (record, page, files, reading) =>
      saveProcedure(store, run, record, page, files, { ...reading, reader }),
    noteSkipped: (procedureId) => noteSkipped(store, procedureId),
    reasons: (procedureId) => setAsideOf(store, procedureId)[0]?.reasons ?? [],
    withdraw: (procedureId, at) => withdrawProcedure(store, run, procedureId, at),
    saveSuppliers: (rows) => replaceSuppliers(store, rows, instant(settings)),
    finish: (counts, findings, isWhole) => {
      const structure = structureOf(findings, id, isWhole);
      finishRun(store, id, {
        finishedAt: instant(settings),
        counts,
        warnings: findings.list(),
        structure,
      });
    },
    fail: (error, findings) => {
      const structure = structureOf(findings, id, false);
      failRun(store, id, {
        finishedAt: instant(settings),
        exitCode: error instanceof StopRunError ? error.exitCode : exitCodes.failed,
        message: hideFolders(describeError(error), [
          settings.store,
          settings.archive ?? settings.store,
        ]),
        warnings: findings.list(),
        structure,
        reached: reachOf(error),
      });
    },
    close: () => {
      unlock();
      store.close();
    },
  };
}

function drySink(settings: ScrapeSettings): RunSink {
  const store = existsSync(settings.store) ? openStore(settings.store) : undefined;
  if (store) releaseOnFailure(store, () => checkIdentity(store, identityOf(settings)));
  const compare = (record: Procedimiento) =>
    store === undefined ? "added" : compareProcedure(store, record, settings.ocidPrefix);
  return {
    startedAt: instant(settings),
    isFull: settings.full ?? false,
    alreadyRead: new Set(),
    pageStates: () => (store === undefined ? [] : pageStates(store)),
    listedBefore: () => (store === undefined ? new Set() : listedProcedures(store)),
    noteListed: () => undefined,
    record: (procedureId) => store && recordOf(store, procedureId),
    knownBody: (url) => store && knownBody(store, url),
    compare,
    readFiles: () => new Set(),
    together: (body) => body(),
    saveProcedure: compare,
    noteSkipped: () => undefined,
    reasons: () => [],
    withdraw: () => true,
    saveSuppliers: () => undefined,
    finish: () => undefined,
    fail: () => undefined,
    close: () => store?.close(),
  };
}

/** Runs a step of the opening; closes what is open already where it throws. */
function releaseOnFailure<Result>(
  store: Store,
  step: () => Result,
  unlock: () => void = () => undefined,
): Result {
  try {
    return step();
  } catch (error) {
    unlock();
    store.close();
    throw error;
  }
}

/** What a run that did not read all pages of procedures has to keep in mind of the others. */
function addKnownForms(now: RunStructure, before: RunStructure): RunStructure {
  if (now.procedimiento === undefined || before.procedimiento === undefined) return now;
  return { ...now, procedimiento: addKnownForm(now.procedimiento, before.procedimiento) };
}

function identityOf({ profile, ocidPrefix }: ScrapeSettings) {
  return { portal: profile.id, portalUrl: profile.baseUrl, ocidPrefix };
}

function instant({ now, profile }: ScrapeSettings): string {
  return formatInstant(now(), profile.timeZone);
}
