import { Command, Option } from "commander";
import * as z from "zod";
import { archiveFolder } from "../archive/archive-folder.ts";
import { type RebuildResult, rebuildStore } from "../archive/rebuild-store.ts";
import { readAuthorities } from "../crawl/authorities.ts";
import { moveProfile } from "../crawl/portal-hosts.ts";
import { type ScrapeResult, scrape } from "../crawl/scrape.ts";
import { keepTexts } from "../document-text/keep-texts.ts";
import { exitCodes, StopRunError } from "../errors.ts";
import { findProfile } from "../portal-profiles.ts";
import { createReporter } from "../reporter.ts";
import { addScrapeOptions, ScrapeOptions, unregisteredPrefix } from "../scrape-options.ts";
import { type StopSignal, untilStopped } from "../stop-signal.ts";
import { openStore } from "../store/open-store.ts";

const RebuildOptions = z.object({
  profile: z.string(),
  store: z.string(),
  fromArchive: z.string().optional(),
});

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
  if (options.documentText && options.documents !== "keep") {
    throw new StopRunError("--document-text reads what is kept. Add --documents keep.", {
      exitCode: exitCodes.wrongUsage,
    });
  }
  const reporter = createReporter();
  const declared = findProfile(options.profile);
  const profile = moveProfile(declared, options.portal);
  if (profile === declared && options.contact === undefined) {
    reporter.warn(
      "Nobody at the portal can tell who reads it: name an e-mail or an address with --contact",
    );
  }
  const result = await scrape({
    profile,
    store,
    archive: archive === false ? undefined : archive,
    ocidPrefix: options.ocidPrefix ?? unregisteredPrefix(profile.id),
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
  if (options.documentText && archive !== false && !options.dryRun) {
    await keepTextsOf({ store, archive, reporter, signal });
  }
  return result;
}

/** Looks for the texts of what an archive holds, and keeps them in the store of that file, as `keepTexts` does. */
export async function keepTextsOf({
  store: file,
  ...task
}: Omit<Parameters<typeof keepTexts>[0], "store"> & { store: string }): Promise<void> {
  const store = openStore(file, { mustExist: true });
  try {
    const counts = await keepTexts({ ...task, store });
    task.reporter.event("Looked for the text of the attachments that are kept", { ...counts });
  } finally {
    store.close();
  }
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
      const { profile, fromArchive, store } = RebuildOptions.parse(options);
      if (fromArchive !== undefined) {
        const rebuilt = await rebuildStore({
          archive: fromArchive,
          store,
          profile: findProfile(profile),
          reporter: createReporter(),
        });
        process.stdout.write(`${describeRebuild(rebuilt, fromArchive)}\n`);
        return;
      }
      const result = await untilStopped(describeStop, (signal) => scrapeWith(options, signal));
      process.stdout.write(`${describeScrape(result)}\n`);
    });
}
