import { type Command, Option } from "commander";
import * as z from "zod";
import { documentModes } from "./crawl/attachments.ts";
import { usualRules } from "./crawl/reading-rules.ts";
import {
  caOption,
  contactOption,
  delayOption,
  parseCount,
  parseHours,
  parsePercent,
  portalOption,
  profileOption,
  storeOption,
  timeoutOption,
} from "./options.ts";

/** Cannot be mistaken for a prefix of the Open Contracting Partnership, which is `ocds-` and six characters. */
export const unregisteredPrefix = (portal: string) => `ocds-${portal}-sin-registrar`;

/** The options as commander has parsed them. */
export const ScrapeOptions = z.object({
  profile: z.string(),
  portal: z.string().optional(),
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
  documentText: z.boolean().default(false),
  maxDocuments: z.number(),
  maxDocumentSize: z.number(),
  ocidPrefix: z.string().optional(),
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

/** The options of `scrape`, which `run` takes too. */
export function addScrapeOptions(command: Command): Command {
  return command
    .addOption(profileOption())
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
      new Option(
        "--document-text",
        "look for the text of the attachments that are kept, so that it can be searched",
      ).env("COMPRAS_DOCUMENT_TEXT"),
    )
    .addOption(
      new Option(
        "--max-documents <n>",
        "attachments read or asked about in a run; the next run goes on",
      )
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
    .addOption(caOption())
    .addOption(contactOption())
    .addOption(
      new Option(
        "--ocid-prefix <prefix>",
        `prefix of the ocids; stays the same for a store's life (default: ${JSON.stringify(unregisteredPrefix("durango"))}, or the portal's name in its place)`,
      ).env("COMPRAS_OCID_PREFIX"),
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
