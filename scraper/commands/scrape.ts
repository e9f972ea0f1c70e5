import { Command, Option } from "commander";
import * as z from "zod";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { archiveFolder } from "../archive/archive-folder.ts";
import { type RebuildResult, rebuildStore } from "../archive/rebuild-store.ts";
import { documentModes } from "../crawl/attachments.ts";
import { readAuthorities } from "../crawl/authorities.ts";
import { moveProfile } from "../crawl/portal-hosts.ts";
import { usualRules } from "../crawl/reading-rules.ts";
import { type ScrapeResult, scrape } from "../crawl/scrape.ts";
import { exitCodes, StopRunError } from "../errors.ts";
import {
  contactOption,
  delayOption,
  parseCount,
  parseHours,
  parsePercent,
  portalOption,
  storeOption,
  timeoutOption,
} from "../options.ts";
import { createReporter } from "../reporter.ts";
import { type StopSignal, untilStopped } from "../stop-signal.ts";

/** Cannot be mistaken for a prefix of the Open Contracting Partnership, which is `ocds-` and six characters. */
const unregisteredPrefix = "ocds-durango-sin-registrar";

const ScrapeOptions = z.object({
  portal: z.string(),
  store: z.string(),
  /** False where none is to be kept. */
  archive: z.union([z.string(), z.literal(false)]).optional(),
  concurrency: z.number(),
  delay: z.number(),
  maxRequestsPerDay: z.number().optional(),
  hours: z.object({ from: z.number(), to: z.number() }).optional(),
  timeout: z.number(),
  retries: z.number(),
  maxSkipped: z.number(),
  documents: z.enum(documentModes),
  maxDocuments: z.number(),
  maxDocumentSize: z.number(),
  ocidPrefix: z.string(),
  ca: z.string().optional(),
  contact: z.string().optional(),
  full: z.boolean().default(false),
  maxAge: z.number(),
  daysAhead: z.number(),
  daysBehind: z.number(),
  daysOfWaiting: z.number(),
  limit: z.number().optional(),
  dryRun: z.boolean().default(false),
});

const RebuildOptions = z.object({ store: z.string(), fromArchive: z.string().optional() });

/** The options of `scrape`, which `run` takes too. */
export function addScrapeOptions(command: Command): Command {
  return command
    .addOption(portalOption("the portal to read"))
    .addOption(storeOption())
    .addOption(
      new Option(
        "--archive <folder>",
        "where every answer of the portal is kept as WARC (default: compras.archive, beside the store)",
      ).env("COMPRAS_ARCHIVE"),
    )
    .option("--no-archive", "keep no answers")
    .addOption(
      new Option("--concurrency <n>", "requests in flight at most")
        .env("COMPRAS_CONCURRENCY")
        .default(1)
        .argParser(parseCount(1, 64)),
    )
    .addOption(delayOption())
    .addOption(
      new Option(
        "--max-requests-per-day <n>",
        "requests in a calendar day of the portal's zone, over all runs; the next day goes on",
      )
        .env("COMPRAS_MAX_REQUESTS_PER_DAY")
        .argParser(parseCount(1)),
    )
    .addOption(
      new Option(
        "--hours <from-to>",
        "read only at these hours of the portal's zone, such as 22-6; a run stops when they are over, and the next one goes on",
      )
        .env("COMPRAS_HOURS")
        .argParser(parseHours),
    )
    .addOption(timeoutOption())
    .addOption(
      new Option("--retries <n>", "further attempts after a request that failed")
        .env("COMPRAS_RETRIES")
        .default(3)
        .argParser(parseCount(0, 10)),
    )
    .addOption(
      new Option("--max-skipped <percent>", "procedures that may be left out before the run stops")
        .env("COMPRAS_MAX_SKIPPED")
        .default(5)
        .argParser(parsePercent),
    )
    .addOption(
      new Option(
        "--documents <mode>",
        "attachments: read them for type, size and SHA-256, keep them in the archive too, or skip them",
      )
        .env("COMPRAS_DOCUMENTS")
        .choices(documentModes)
        .default("hash"),
    )
    .addOption(
      new Option("--max-documents <n>", "attachments read in a run; the next run goes on")
        .env("COMPRAS_MAX_DOCUMENTS")
        .default(2000)
        .argParser(parseCount(0)),
    )
    .addOption(
      new Option("--max-document-size <MB>", "attachments that are larger are left out")
        .env("COMPRAS_MAX_DOCUMENT_SIZE")
        .default(100)
        .argParser(parseCount(1, 4096)),
    )
    .addOption(
      new Option(
        "--ca <file>",
        "certificates in PEM to trust besides the usual ones, for a portal that leaves one out of its chain",
      ).env("COMPRAS_CA"),
    )
    .addOption(contactOption())
    .addOption(
      new Option("--ocid-prefix <prefix>", "prefix of the ocids; stays the same for a store's life")
        .env("COMPRAS_OCID_PREFIX")
        .default(unregisteredPrefix),
    )
    .option("--full", "read the page of every procedure, not only of those that may have changed")
    .addOption(
      new Option("--max-age <days>", "read the page of every procedure once in so many days")
        .env("COMPRAS_MAX_AGE")
        .default(usualRules.maxAgeDays)
        .argParser(parseCount(1)),
    )
    .addOption(
      new Option(
        "--days-ahead <n>",
        "days before a junta, apertura or fallo to read its page daily",
      )
        .env("COMPRAS_DAYS_AHEAD")
        .default(usualRules.daysAhead)
        .argParser(parseCount(0)),
    )
    .addOption(
      new Option("--days-behind <n>", "days after it to read its page daily")
        .env("COMPRAS_DAYS_BEHIND")
        .default(usualRules.daysBehind)
        .argParser(parseCount(0)),
    )
    .addOption(
      new Option(
        "--days-of-waiting <n>",
        "days after the last event to read its page daily while no result is known",
      )
        .env("COMPRAS_DAYS_OF_WAITING")
        .default(usualRules.daysOfWaiting)
        .argParser(parseCount(0)),
    )
    .addOption(
      new Option("--limit <n>", "read only so many procedures, for trying out").argParser(
        parseCount(1),
      ),
    )
    .option("--dry-run", "change nothing in the store; only tell what would change");
}

/** Runs a scrape as a command's parsed options say, until it is done or `signal` ends it. */
export async function scrapeWith(parsed: unknown, signal: AbortSignal): Promise<ScrapeResult> {
  const options = ScrapeOptions.parse(parsed);
  const { store, archive = archiveFolder(store) } = options;
  if (archive === false && options.documents === "keep") {
    throw new StopRunError(
      "--documents keep needs an archive. Leave out --no-archive, or use --documents hash.",
      {
        exitCode: exitCodes.wrongUsage,
      },
    );
  }
  const reporter = createReporter();
  const profile = moveProfile(durango, options.portal);
  if (profile === durango && options.contact === undefined) {
    reporter.warn(
      "Nobody at the portal can tell who reads it: name an e-mail or an address with --contact",
    );
  }
  return scrape({
    profile,
    store,
    archive: archive === false ? undefined : archive,
    ocidPrefix: options.ocidPrefix,
    contact: options.contact,
    authorities: options.ca === undefined ? undefined : readAuthorities(options.ca),
    delayMs: options.delay,
    maxRequestsPerDay: options.maxRequestsPerDay,
    hours: options.hours,
    concurrency: options.concurrency,
    timeoutMs: options.timeout,
    retries: options.retries,
    retryDelayMs: 1000,
    maxRetryAfterMs: 120_000,
    maxSkipShare: options.maxSkipped / 100,
    documents: options.documents,
    maxDocuments: options.maxDocuments,
    maxDocumentBytes: options.maxDocumentSize * 1024 * 1024,
    full: options.full,
    rules: {
      maxAgeDays: options.maxAge,
      daysAhead: options.daysAhead,
      daysBehind: options.daysBehind,
      daysOfWaiting: options.daysOfWaiting,
    },
    limit: options.limit,
    dryRun: options.dryRun,
    now: () => new Date(),
    reporter,
    signal,
  });
}

/** What a scrape says that was asked to end. */
export function describeStop(name: StopSignal): string {
  return `${name} stopped the run. What it has read is kept; run the command again within a day, and it goes on from there.`;
}

/** A sentence on what a scrape did. */
export function describeScrape({ counts, listKind, findings }: ScrapeResult): string {
  const suppliers =
    counts.suppliers === undefined ? "no registry of suppliers" : `${counts.suppliers} suppliers`;
  return (
    `${counts.listed} procedures on the list (${listKind}): ${counts.added} new, ${counts.changed} changed, ` +
    `${counts.unchanged} unchanged, ${counts.notDue} not due, ${counts.resumed} read before, ${counts.skipped} skipped; ${suppliers}; ` +
    `${findings.length} things to look at.`
  );
}

function describeRebuild(rebuilt: RebuildResult, archive: string): string {
  const { runs, failed, portalUrl, ocidPrefix } = rebuilt;
  const failures = failed === 0 ? "" : `, ${failed} of which failed as they had then`;
  return `${runs} runs done again from ${archive}${failures}; the portal is ${portalUrl}, the ocids begin with "${ocidPrefix}".`;
}

/** `compras scrape`. */
export function scrapeCommand(): Command {
  return addScrapeOptions(new Command("scrape"))
    .description(
      "read into the store what is new on the portal or may have changed; an interrupted run is gone on with",
    )
    .addOption(
      new Option(
        "--from-archive <folder>",
        "fill a new store from what an archive has kept, without the portal; portal, prefix and limits are the archive's",
      ).conflicts(["limit", "dryRun"]),
    )
    .action(async (options: unknown) => {
      const { fromArchive, store } = RebuildOptions.parse(options);
      if (fromArchive !== undefined) {
        const rebuilt = await rebuildStore({
          archive: fromArchive,
          store,
          profile: durango,
          reporter: createReporter(),
        });
        process.stdout.write(`${describeRebuild(rebuilt, fromArchive)}\n`);
        return;
      }
      const result = await untilStopped(describeStop, (signal) => scrapeWith(options, signal));
      process.stdout.write(`${describeScrape(result)}\n`);
    });
}
