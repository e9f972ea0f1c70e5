import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { moveProfile } from "../../scraper/crawl/portal-hosts.ts";
import { scrape } from "../../scraper/crawl/scrape.ts";
import { silentReporter } from "../../scraper/reporter.ts";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { reportPart } from "./run-part.ts";

const [store = "", procedures = ""] = process.argv.slice(2);
const portal = await startPortal(procedures);
try {
  await reportPart(() =>
    scrape({
      profile: moveProfile(durango, portal.url),
      store,
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
    }),
  );
} finally {
  portal.stop();
}

/** The practice portal as a program of its own, so that what it costs is not counted. */
function startPortal(count: string): Promise<{ url: string; stop: () => void }> {
  const file = fileURLToPath(new URL("../../fixtures/practice-portal/main.ts", import.meta.url));
  const args = ["--import", import.meta.resolve("tsx"), file, "--port", "0", "--procedures", count];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"] });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the practice portal ended with ${code}`)));
    child.stdout.once("data", (line: Buffer) => {
      const { url } = z.object({ url: z.string() }).parse(JSON.parse(line.toString()));
      resolve({ url, stop: () => child.kill() });
    });
  });
}
