import path from "node:path";
import { moveProfile } from "../../scraper/crawl/portal-hosts.ts";
import { scrape } from "../../scraper/crawl/scrape.ts";
import { StopRunError } from "../../scraper/errors.ts";
import { publish } from "../../scraper/publish/publish.ts";
import { tellFailure } from "../../scraper/publish/renew-health.ts";
import { GateClosedError } from "../../scraper/publish/settle-gate.ts";
import { silentReporter } from "../../scraper/reporter.ts";
import { durango } from "../../shared/portal/profiles/durango.ts";

export interface RunOptions {
  url: string;
  /** Holds the store and the feed. */
  folder: string;
  now: () => Date;
  full?: boolean;
  maxRequestsPerDay?: number | undefined;
}

/** How a run ended: published, published since a person looked and accepted, or by which error. */
export type Outcome = "published" | "accepted" | (string & {});

/** Does what `compras run` does, in this process and on a clock of its own. */
export async function runOnce({ url, folder, ...options }: RunOptions): Promise<Outcome> {
  const store = path.join(folder, "compras.sqlite");
  const out = path.join(folder, "feed");
  const profile = moveProfile(durango, url);
  try {
    await scrape({
      profile,
      store,
      archive: path.join(folder, "compras.archive"),
      ocidPrefix: "ocds-prueba",
      delayMs: 0,
      concurrency: 4,
      timeoutMs: 5000,
      retries: 1,
      retryDelayMs: 1,
      maxRetryAfterMs: 1000,
      maxSkipShare: 0.05,
      documents: "hash",
      maxDocuments: 1000,
      maxDocumentBytes: 10_000_000,
      dryRun: false,
      reporter: silentReporter,
      ...options,
    });
  } catch (error) {
    if (!(error instanceof StopRunError)) throw error;
    await tellFailure({ store, out, profile: durango }, silentReporter);
    return error.name;
  }
  const limits = { maxDrop: 10, maxWithdrawn: 10, maxCoverageDrop: 20, maxSkipped: 5 };
  const publishWith = (accept: boolean) =>
    publish({
      store,
      out,
      baseUrl: "http://127.0.0.1:8787/",
      profile: durango,
      gate: { limits, accept },
    });
  try {
    await publishWith(false);
    return "published";
  } catch (error) {
    if (!(error instanceof GateClosedError)) throw error;
    await publishWith(true);
    return "accepted";
  }
}
