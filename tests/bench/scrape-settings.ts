import type { ScrapeSettings } from "../../scraper/crawl/scrape.ts";
import { silentReporter } from "../../scraper/reporter.ts";

/** As fast as the machine goes, and nothing left out but the attachments. */
export const scrapeSettings: Omit<ScrapeSettings, "profile" | "store"> = {
  ocidPrefix: "ocds-banco",
  delayMs: 0,
  concurrency: 16,
  timeoutMs: 30_000,
  retries: 2,
  retryDelayMs: 100,
  maxRetryAfterMs: 1000,
  maxSkipShare: 0,
  documents: "skip",
  maxDocuments: 0,
  maxDocumentBytes: 0,
  dryRun: false,
  now: () => new Date(),
  reporter: silentReporter,
};
