import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import { moveProfile } from "../crawl/portal-hosts.ts";
import { type ScrapeSettings, scrapeFrom } from "../crawl/scrape.ts";
import { describeError, StopRunError } from "../errors.ts";
import type { Reporter } from "../reporter.ts";
import { readIdentity } from "../store/identity.ts";
import { openStore, type Store } from "../store/open-store.ts";
import { rekeyStore } from "../store/rekey.ts";
import { damagedArchive } from "./archive-file.ts";
import { archiveSource } from "./archive-source.ts";
import { type ArchivedRun, checkArchive } from "./check-archive.ts";
import { planReplay, type Replay } from "./plan-replay.ts";

export interface RebuildSettings {
  /** Folder of the archive. */
  archive: string;
  /** File of the store; nothing may have been scraped into it. */
  store: string;
  /** How the portal of the archive is read; its address is the archive's. */
  profile: PortalProfile;
  reporter: Reporter;
}

/** What a rebuild did. */
export interface RebuildResult {
  /** Of the last run. */
  portalUrl: string;
  ocidPrefix: string;
  runs: number;
  /** How many of them failed, as they had then. */
  failed: number;
}

/**
 * Fills a new store from an archive: every run is done again, in order, by the code that reads the portal, with the answers and
 * the clock that it had. A run that had failed fails again, and the next one follows.
 *
 * Throws `StopRunError` for a store that something was scraped into, for an archive that is empty, of another portal, or not as it
 * was written (then the store stays as it was), and in the end where a run failed now that had not then.
 */
export async function rebuildStore(settings: RebuildSettings): Promise<RebuildResult> {
  const { archive, store, profile, reporter } = settings;
  const runs = await readRuns(settings);
  const last = checkStore(store, runs, archive);
  const surprises: string[] = [];
  let failed = 0;
  for (const [index, run] of runs.entries()) {
    await followPrefix(store, run.start.ocidPrefix);
    const moved = moveProfile(profile, run.start.portalUrl);
    const replay = await planReplay(archive, run, runs.slice(index + 1), moved);
    reporter.event("A run is done again", { file: run.file, startedAt: run.start.startedAt });
    const reason = await repeat(replay, { ...settings, profile: moved });
    if (reason === undefined) continue;
    reporter.warn("The run failed", { file: run.file, reason });
    if (replay.failure) failed += 1;
    else surprises.push(reason);
  }
  if (surprises.length > 0) {
    throw new StopRunError(
      `${archive}: ${surprises.length} of ${runs.length} runs failed that had not failed then; the others are in ${store}. The first ` +
        `of them: ${surprises[0]}`,
    );
  }
  const { portalUrl, ocidPrefix } = last.start;
  return { portalUrl, ocidPrefix, runs: runs.length, failed };
}

/** The runs of an archive that is as it was written, and of one portal. */
async function readRuns({ archive, profile }: RebuildSettings): Promise<ArchivedRun[]> {
  const { runs, faults } = await checkArchive(archive);
  const [fault] = faults;
  if (fault) throw damagedArchive(archive, fault, faults.length - 1);
  const stranger = runs.find(({ start }) => start.portal !== profile.id);
  if (stranger) {
    throw new StopRunError(
      `${archive}/${stranger.file}: this file is of the portal "${stranger.start.portal}", not of "${profile.id}". Move it to an archive of its own.`,
    );
  }
  return runs;
}

/** The last run. Throws where there is none, or where the store is not new. */
function checkStore(file: string, runs: readonly ArchivedRun[], archive: string): ArchivedRun {
  const last = runs.at(-1);
  if (last === undefined) {
    throw new StopRunError(
      `${archive}: no run is in this archive. Name the folder that --archive was given.`,
    );
  }
  const { portalUrl, ocidPrefix } = last.start;
  const known = existsSync(file) ? inStore(file, readIdentity) : undefined;
  if (known) {
    throw new StopRunError(
      `${file}: something was scraped into this store already. Name a new file with --store; the archive has ${runs.length} runs of ` +
        `${portalUrl}, with ocids that begin with "${ocidPrefix}".`,
    );
  }
  return last;
}

/** Gives the processes their new ocids where `compras rekey` was run before a run. */
async function followPrefix(file: string, prefix: string): Promise<void> {
  if (!existsSync(file)) return;
  const rekeyed = inStore(file, (store) => {
    const known = readIdentity(store);
    return known && known.ocidPrefix !== prefix ? rekeyStore(store, prefix) : undefined;
  });
  if (rekeyed) await rm(rekeyed.backup);
}

/** Undefined for a run that came to its end, else why it did not. */
async function repeat(replay: Replay, settings: RebuildSettings): Promise<string | undefined> {
  const { start } = replay.run;
  const whole: ScrapeSettings = {
    ...settings,
    archive: undefined,
    ocidPrefix: start.ocidPrefix,
    limit: start.limit,
    full: start.rules === undefined,
    rules: start.rules,
    documents: start.documents,
    // What was left out then is not in the file.
    maxDocuments: start.maxDocuments ?? Number.MAX_SAFE_INTEGER,
    maxDocumentBytes: start.maxDocumentBytes ?? Number.MAX_SAFE_INTEGER,
    // A run that failed has its reason; that it comes sooner now would leave pages unread that were read then.
    maxSkipShare: replay.failure ? 1 : start.maxSkipShare,
    retries: start.retries,
    maxRetryAfterMs: start.maxRetryAfterMs,
    retryDelayMs: 0,
    delayMs: 0,
    timeoutMs: 0,
    concurrency: start.concurrency,
    dryRun: false,
    now: () => start.startedAt,
  };
  try {
    await scrapeFrom(archiveSource(replay, whole), whole);
    return undefined;
  } catch (error) {
    if (error instanceof StopRunError) return describeError(error);
    throw error;
  }
}

function inStore<Result>(file: string, look: (store: Store) => Result): Result {
  const store = openStore(file);
  try {
    return look(store);
  } finally {
    store.close();
  }
}
