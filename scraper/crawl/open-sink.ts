import { existsSync } from "node:fs";
import { mapContent } from "../../shared/mapping/release.ts";
import { formatInstant } from "../../shared/values/dates.ts";
import { describeError, exitCodes, StopRunError } from "../errors.ts";
import { checkIdentity, saveIdentity } from "../store/identity.ts";
import { openStore, type Store } from "../store/open-store.ts";
import { compareProcedure, saveProcedure } from "../store/procedures.ts";
import { beginRun, failRun, finishRun, type RunCounts } from "../store/runs.ts";
import { replaceSuppliers } from "../store/suppliers.ts";
import { lockWriter } from "../store/writer-lock.ts";
import type { Finding } from "./findings.ts";
import type { ScrapeSettings } from "./scrape.ts";
import type { Sink } from "./sink.ts";

/** A sink with the run that fills it. One of `finish` and `fail` is called at the end, then `close`. */
export interface RunSink extends Sink {
  finish(counts: RunCounts, warnings: readonly Finding[]): void;
  fail(error: unknown, warnings: readonly Finding[]): void;
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
  const { timeZone } = settings.profile;
  return {
    alreadyRead,
    saveProcedure: (record, at) =>
      saveProcedure(store, id, record, mapContent(record, settings.ocidPrefix), { at, timeZone }),
    saveSuppliers: (rows) => replaceSuppliers(store, rows),
    finish: (counts, warnings) =>
      finishRun(store, id, { finishedAt: instant(settings), counts, warnings }),
    fail: (error, warnings) =>
      failRun(store, id, {
        finishedAt: instant(settings),
        exitCode: error instanceof StopRunError ? error.exitCode : exitCodes.failed,
        message: describeError(error),
        warnings,
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
  return {
    alreadyRead: new Set(),
    saveProcedure: (record) =>
      store === undefined
        ? "added"
        : compareProcedure(store, record.id, mapContent(record, settings.ocidPrefix)),
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
