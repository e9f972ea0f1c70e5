import { PageChangedError } from "../../shared/portal/errors.ts";
import type { ListKind } from "../../shared/portal/fingerprint.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import { procedureUrl } from "../../shared/portal/read-record.ts";
import {
  describeError,
  exitCodes,
  RetryableFetchError,
  SkipPageError,
  StopRunError,
} from "../errors.ts";
import type { Reporter } from "../reporter.ts";
import { openAllowance } from "./allowance.ts";
import { type DocumentMode, readAttachments } from "./attachments.ts";
import { type DetailsTask, readDetails } from "./details.ts";
import { collectFindings, type Finding, type Findings } from "./findings.ts";
import type { HttpClient, HttpSettings } from "./http-client.ts";
import { readPortalList } from "./list.ts";
import { openSink, type RunSink } from "./open-sink.ts";
import { portalSource } from "./portal-source.ts";
import type { ReadingHours } from "./reading-hours.ts";
import { obeyRobots } from "./robots.ts";
import type { RunSource } from "./run-source.ts";
import { readSupplierRegistry } from "./suppliers.ts";
import { addCounts, checkVanished } from "./vanished.ts";

export interface ScrapeSettings extends Omit<HttpSettings, "userAgent" | "allow" | "onSlower"> {
  profile: PortalProfile;
  /** File of the store; made where it is missing. */
  store: string;
  /** Folder in which what the portal answers is kept; it is not where undefined. */
  archive?: string | undefined;
  ocidPrefix: string;
  /** Address or e-mail that the user agent names; left out of it where undefined. */
  contact?: string | undefined;
  /** Requests in a calendar day of the portal's zone, over all runs into the store; undefined for no limit. */
  maxRequestsPerDay?: number | undefined;
  /** Hours of the portal's zone in which it may be read; undefined for all. */
  hours?: ReadingHours | undefined;
  /** Share of pages, from 0 to 1, that may be skipped. */
  maxSkipShare: number;
  /** Read only so many procedures, for trying things out. */
  limit?: number | undefined;
  documents: DocumentMode;
  /** Attachments read in a run at most; the next run goes on with the rest. */
  maxDocuments: number;
  /** A larger attachment is left out. */
  maxDocumentBytes: number;
  /** Change nothing in the store. */
  dryRun: boolean;
  reporter: Reporter;
  /** Ends the run, which then fails with the signal's reason; what it has read is kept. */
  signal?: AbortSignal | undefined;
}

/** What a run did. */
export interface ScrapeResult {
  listKind: ListKind;
  counts: ScrapeCounts;
  /** Unknown labels, unreadable texts and whatever else a person should look at. */
  findings: Finding[];
}

interface ScrapeCounts {
  /** Procedures on the list, each once. */
  listed: number;
  duplicates: number;
  junk: number;
  /** Pages left out because the interrupted run had read them. */
  resumed: number;
  read: number;
  skipped: number;
  added: number;
  changed: number;
  unchanged: number;
  /** Procedures whose release failed validation: never published, kept with the reasons. */
  setAside: number;
  /** Procedures that are no longer on the list though the portal still has their page. */
  unlisted: number;
  /** Procedures that vanished from the portal since the run before. */
  withdrawn: number;
  /** Attachments that were read. */
  documents: number;
  /** Suppliers in the registry; absent where it could not be read. */
  suppliers?: number;
  requests: number;
  retries: number;
}

/**
 * Reads a portal into a store: its list, each procedure's page, and the registry of suppliers. A release is added only where the
 * content of a procedure is new.
 *
 * Throws `StopRunError` where the portal refuses or does not answer (exit code 1), or has changed (4), and `RunPausedError` (1) where the
 * requests of the day or the hours for reading are over. What was read until then is kept, and the next run goes on with it.
 */
export async function scrape(settings: ScrapeSettings): Promise<ScrapeResult> {
  const allowance = openAllowance(settings);
  try {
    return await scrapeFrom(portalSource(settings, allowance), settings);
  } finally {
    allowance.close();
  }
}

/** Does what `scrape` does, with the pages and the clock of `source`. */
export async function scrapeFrom(source: RunSource, given: ScrapeSettings): Promise<ScrapeResult> {
  const settings = { ...given, now: source.now };
  const sink = sinkOf(source, settings);
  const findings = collectFindings(settings.profile);
  try {
    const result = await crawl(settings, source, sink, findings).catch((error: unknown) => {
      // What was in flight fails in ways of its own.
      throw settings.signal?.aborted ? settings.signal.reason : explain(error);
    });
    // The archive first: a run that is killed in between is gone on with, and its next file says so.
    await source.end();
    sink.finish({ ...result.counts }, findings);
    return result;
  } catch (error) {
    await source.end(error).catch((reason: unknown) => {
      settings.reporter.warn("The archive could not be closed", { reason: describeError(reason) });
    });
    sink.fail(error, findings);
    throw error;
  } finally {
    reportFindings(findings.list(), settings.reporter);
    sink.close();
  }
}

/** The sink of a run, which tells the source what has come to be in the store. */
function sinkOf(source: RunSource, settings: ScrapeSettings): RunSink {
  const sink = openSink(settings);
  return {
    ...sink,
    alreadyRead: source.alreadyRead(sink.alreadyRead),
    withdraw: (id, at) => {
      sink.withdraw(id, at);
      source.judged(procedureUrl(settings.profile, id));
    },
  };
}

async function crawl(
  settings: ScrapeSettings,
  source: RunSource,
  sink: RunSink,
  findings: Findings,
): Promise<ScrapeResult> {
  const { profile, reporter } = settings;
  const http = await source.open(sink.alreadyRead);
  const abort = () => http.abort();
  settings.signal?.addEventListener("abort", abort);
  try {
    settings.signal?.throwIfAborted();
    const checkRobots = await obeyRobots(http, profile.baseUrl);
    const list = await readPortalList(http, profile, checkRobots, findings, settings.limit);
    const { procedimientos, kind, ...rows } = list;
    const pending = procedimientos.filter(({ id }) => !sink.alreadyRead.has(id));
    const resumed = procedimientos.length - pending.length;
    reporter.event("The list is read", { kind, listed: procedimientos.length, resumed, ...rows });

    const progress = reporter.progress("Procedures", pending.length);
    const attachments = readAttachments({ ...settings, http, checkRobots, sink, findings });
    const task: DetailsTask = {
      ...settings,
      http,
      listed: procedimientos.length,
      checkRobots,
      sink,
      findings,
      attachments,
      onPage: (url, skipped) => {
        source.judged(url);
        progress.tick();
        if (skipped !== undefined) reporter.warn("Skipped", { reason: skipped });
      },
    };
    const details = await readDetails(pending, task).finally(() => progress.stop());
    const listed = new Set(procedimientos.map(({ id }) => id));
    const vanished = await checkVanished(settings.limit === undefined ? listed : undefined, task);
    const suppliers = await readSupplierRegistry(http, profile, checkRobots, findings);
    if (suppliers) sink.saveSuppliers(suppliers);
    return {
      listKind: kind,
      counts: {
        listed: procedimientos.length,
        duplicates: rows.duplicates,
        junk: rows.junk,
        resumed,
        ...addCounts(details, vanished.details),
        unlisted: vanished.details.read,
        withdrawn: vanished.withdrawn,
        documents: attachments.count(),
        ...(suppliers && { suppliers: suppliers.length }),
        ...http.counts,
      },
      findings: findings.list(),
    };
  } finally {
    settings.signal?.removeEventListener("abort", abort);
    await closeQuietly(http);
  }
}

/** What a whole run cannot do without and did not get, as the error that stops it. */
function explain(error: unknown): unknown {
  if (error instanceof PageChangedError) {
    return new StopRunError(error.message, { exitCode: exitCodes.portalChanged, cause: error });
  }
  if (error instanceof SkipPageError) {
    return new StopRunError(
      `${error.message} If the portal has moved this page, mend the routes of its profile.`,
      { exitCode: exitCodes.portalChanged, cause: error },
    );
  }
  if (error instanceof RetryableFetchError) {
    return new StopRunError(
      `${error.message} The portal does not answer as it should; see whether it opens in a browser and run the command again later.`,
      { cause: error },
    );
  }
  return error;
}

async function closeQuietly(http: HttpClient): Promise<void> {
  http.abort();
  await http.close();
}

function reportFindings(found: readonly Finding[], reporter: Reporter): void {
  for (const { kind, page, subject, count, example } of found) {
    reporter.warn(`To look at: ${kind} on the page "${page}"`, { subject, count, example });
  }
}
