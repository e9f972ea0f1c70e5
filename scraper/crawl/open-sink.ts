import { existsSync } from "node:fs";
import type { Procedimiento } from "../../shared/portal/records.ts";
import { formatInstant } from "../../shared/values/dates.ts";
import { describeError, exitCodes, StopRunError } from "../errors.ts";
import { latestFiles } from "../store/documents.ts";
import { checkIdentity, saveIdentity } from "../store/identity.ts";
import { openStore, type Store } from "../store/open-store.ts";
import { compareProcedure, saveProcedure, withdrawProcedure } from "../store/procedures.ts";
import { presentProcedures } from "../store/read-procedures.ts";
import { beginRun, failRun, finishRun, type RunCounts } from "../store/runs.ts";
import { setAsideOf } from "../store/set-aside.ts";
import { replaceSuppliers } from "../store/suppliers.ts";
import { lockWriter } from "../store/writer-lock.ts";
import type { Findings } from "./findings.ts";
import { hideFolders } from "./hide-folders.ts";
import { reachOf } from "./reach.ts";
import type { ScrapeSettings } from "./scrape.ts";
import type { Sink } from "./sink.ts";

/** A sink with the run that fills it. One of `finish` and `fail` is called at the end, then `close`. */
export interface RunSink extends Sink {
  finish(counts: RunCounts, findings: Findings): void;
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
  const { id, alreadyRead } = releaseOnFailure(
    store,
    () => {
      saveIdentity(store, identityOf(settings));
      return beginRun(store, {
        portalUrl: settings.profile.baseUrl,
        startedAt: instant(settings),
        limit: settings.limit,
      });
    },
    unlock,
  );
  const { ocidPrefix, profile } = settings;
  const run = { id, ocidPrefix, timeZone: profile.timeZone };
  return {
    alreadyRead,
    compare: (record) => compareProcedure(store, record, ocidPrefix),
    readFiles: (procedureId) =>
      new Set([...latestFiles(store, procedureId).values()].map(({ url }) => url)),
    saveProcedure: (record, page, files) => saveProcedure(store, run, record, page, files),
    reasons: (procedureId) => setAsideOf(store, procedureId)[0]?.reasons ?? [],
    present: () => presentProcedures(store),
    withdraw: (procedureId, at) => withdrawProcedure(store, run, procedureId, at),
    saveSuppliers: (rows) => replaceSuppliers(store, rows),
    finish: (counts, findings) =>
      finishRun(store, id, {
        finishedAt: instant(settings),
        counts,
        warnings: findings.list(),
        structure: findings.structure.structure(),
      }),
    fail: (error, findings) =>
      failRun(store, id, {
        finishedAt: instant(settings),
        exitCode: error instanceof StopRunError ? error.exitCode : exitCodes.failed,
        message: hideFolders(describeError(error), [
          settings.store,
          settings.archive ?? settings.store,
        ]),
        warnings: findings.list(),
        structure: findings.structure.structure(),
        reached: reachOf(error),
      }),
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
    alreadyRead: new Set(),
    compare,
    readFiles: () => new Set(),
    saveProcedure: compare,
    reasons: () => [],
    present: () => (store === undefined ? [] : presentProcedures(store)),
    withdraw: () => undefined,
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

function identityOf({ profile, ocidPrefix }: ScrapeSettings) {
  return { portal: profile.id, portalUrl: profile.baseUrl, ocidPrefix };
}

function instant({ now, profile }: ScrapeSettings): string {
  return formatInstant(now(), profile.timeZone);
}
