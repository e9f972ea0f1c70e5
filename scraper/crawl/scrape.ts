import { PageChangedError } from "../../shared/portal/errors.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import { exitCodes, RetryableFetchError, SkipPageError, StopRunError } from "../errors.ts";
import type { Reporter } from "../reporter.ts";
import { packageVersion } from "../version.ts";
import { readDetails } from "./details.ts";
import { collectFindings, type Finding, type Findings } from "./findings.ts";
import { createHttpClient, type HttpClient, type HttpSettings } from "./http-client.ts";
import { type ListKind, readPortalList } from "./list.ts";
import { openSink, type RunSink } from "./open-sink.ts";
import { obeyRobots, robotsName } from "./robots.ts";
import { readSupplierRegistry } from "./suppliers.ts";

export interface ScrapeSettings extends Omit<HttpSettings, "userAgent"> {
  profile: PortalProfile;
  /** File of the store; made where it is missing. */
  store: string;
  ocidPrefix: string;
  /** Address or e-mail that the user agent names; left out of it where undefined. */
  contact?: string | undefined;
  /** Share of pages, from 0 to 1, that may be skipped. */
  maxSkipShare: number;
  /** Read only so many procedures, for trying things out. */
  limit?: number | undefined;
  /** Change nothing in the store. */
  dryRun: boolean;
  reporter: Reporter;
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
  /** Suppliers in the registry; absent where it could not be read. */
  suppliers?: number;
  requests: number;
  retries: number;
}

/**
 * Reads a portal into a store: its list, each procedure's page, and the registry of suppliers. A release is added only where the
 * content of a procedure is new.
 *
 * Throws `StopRunError` where the portal refuses or does not answer (exit code 1), or has changed (4). What was read until then
 * is kept, and the next run goes on with it.
 */
export async function scrape(settings: ScrapeSettings): Promise<ScrapeResult> {
  const sink = openSink(settings);
  const findings = collectFindings();
  try {
    const result = await crawl(settings, sink, findings).catch((error: unknown) => {
      throw explain(error);
    });
    sink.finish({ ...result.counts }, result.findings);
    return result;
  } catch (error) {
    sink.fail(error, findings.list());
    throw error;
  } finally {
    reportFindings(findings.list(), settings.reporter);
    sink.close();
  }
}

async function crawl(
  settings: ScrapeSettings,
  sink: RunSink,
  findings: Findings,
): Promise<ScrapeResult> {
  const { profile, reporter } = settings;
  const http = createHttpClient(profile, { ...settings, userAgent: userAgent(settings.contact) });
  try {
    const checkRobots = await obeyRobots(http, profile.baseUrl);
    const list = await readPortalList(http, profile, checkRobots, findings, settings.limit);
    const { procedimientos, kind, ...rows } = list;
    const pending = procedimientos.filter(({ id }) => !sink.alreadyRead.has(id));
    const resumed = procedimientos.length - pending.length;
    reporter.event("The list is read", { kind, listed: procedimientos.length, resumed, ...rows });

    const progress = reporter.progress("Procedures", pending.length);
    const details = await readDetails(pending, {
      ...settings,
      http,
      listed: procedimientos.length,
      checkRobots,
      sink,
      findings,
      onPage: (_url, skipped) => {
        progress.tick();
        if (skipped !== undefined) reporter.warn("Skipped", { reason: skipped });
      },
    }).finally(() => progress.stop());
    const suppliers = await readSupplierRegistry(http, profile, checkRobots, findings);
    if (suppliers) sink.saveSuppliers(suppliers);
    return {
      listKind: kind,
      counts: {
        listed: procedimientos.length,
        duplicates: rows.duplicates,
        junk: rows.junk,
        resumed,
        ...details,
        ...(suppliers && { suppliers: suppliers.length }),
        ...http.counts,
      },
      findings: findings.list(),
    };
  } finally {
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

function userAgent(contact: string | undefined): string {
  const name = `${robotsName}/${packageVersion}`;
  return contact === undefined ? name : `${name} (+${contact})`;
}
