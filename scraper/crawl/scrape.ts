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
  TooLargeError,
} from "../errors.ts";
import type { Reporter } from "../reporter.ts";
import { openAllowance } from "./allowance.ts";
import type { DocumentMode } from "./attachments.ts";
import { type CrawlCounts, crawl } from "./crawl.ts";
import { collectFindings, type Finding } from "./findings.ts";
import type { HttpSettings } from "./http-client.ts";
import { openSink, type RunSink } from "./open-sink.ts";
import { portalSource } from "./portal-source.ts";
import type { ReadingHours } from "./reading-hours.ts";
import type { ReadingRules } from "./reading-rules.ts";
import type { RunSource } from "./run-source.ts";

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
  /** Read the page of every procedure on the list; without it only of those that may have changed. */
  full?: boolean | undefined;
  /** When the page of a procedure is read again though the list says what it said; `usualRules` where undefined. */
  rules?: ReadingRules | undefined;
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
  counts: CrawlCounts;
  /** Unknown labels, unreadable texts and whatever else a person should look at. */
  findings: Finding[];
}

/**
 * Reads a portal into a store: its list, the page of each procedure that is new or may have changed, and the registry of suppliers. A
 * release is added only where the content of a procedure is new.
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
    const { isWhole, ...result } = await crawl(settings, source, sink, findings).catch(
      (error: unknown) => {
        // What was in flight fails in ways of its own.
        throw settings.signal?.aborted ? settings.signal.reason : explain(error);
      },
    );
    // The archive first: a run that is killed in between is gone on with, and its next file says so.
    await source.end();
    sink.finish({ ...result.counts }, findings, isWhole);
    return { ...result, findings: findings.list() };
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
      const isNews = sink.withdraw(id, at);
      source.judged(procedureUrl(settings.profile, id));
      return isNews;
    },
  };
}

/** What a whole run cannot do without and did not get, as the error that stops it. */
function explain(error: unknown): unknown {
  if (error instanceof PageChangedError) {
    return new StopRunError(error.message, { exitCode: exitCodes.portalChanged, cause: error });
  }
  if (error instanceof TooLargeError) {
    return new StopRunError(
      `${error.message} A page of that size does not fit into the memory of a small machine. If the portal has the list in parts too, name ` +
        "where in list.json of its profile.",
      { exitCode: exitCodes.portalChanged, cause: error },
    );
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

function reportFindings(found: readonly Finding[], reporter: Reporter): void {
  for (const { kind, page, subject, count, example } of found) {
    reporter.warn(`To look at: ${kind} on the page "${page}"`, { subject, count, example });
  }
}
