import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import {
  type PracticePortal,
  type PracticePortalOptions,
  startPracticePortal,
} from "../../../fixtures/practice-portal/server.ts";
import { moveProfile } from "../../../scraper/crawl/portal-hosts.ts";
import { type ScrapeResult, type ScrapeSettings, scrape } from "../../../scraper/crawl/scrape.ts";
import { publish } from "../../../scraper/publish/publish.ts";
import { silentReporter } from "../../../scraper/reporter.ts";
import type { FeedIndex } from "../../../shared/feed/index-schema.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";

/** When to clean up: `onTestFinished` unless said otherwise, `afterAll` for what several tests share. */
type AtEnd = (cleanUp: () => void | Promise<void>) => void;

/** A folder that is removed in the end. */
export function makeFolder(atEnd: AtEnd = onTestFinished): string {
  const folder = mkdtempSync(path.join(tmpdir(), "compras-test-"));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A small practice portal that is closed in the end. */
export async function openPortal(
  options: PracticePortalOptions = {},
  atEnd: AtEnd = onTestFinished,
): Promise<PracticePortal> {
  const portal = await startPracticePortal({
    procedures: 45,
    suppliers: 30,
    seed: 7,
    today: "2026-11-20",
    ...options,
  });
  atEnd(() => portal.close());
  return portal;
}

/** Scrapes a portal fast and in silence. Every page is read, unless `full` says otherwise. */
export function tryScrape(
  url: string,
  folder: string,
  settings: Partial<ScrapeSettings> = {},
): Promise<ScrapeResult> {
  return scrape({
    profile: moveProfile(durango, url),
    store: path.join(folder, "compras.sqlite"),
    ocidPrefix: "ocds-prueba",
    delayMs: 0,
    concurrency: 8,
    timeoutMs: 5000,
    retries: 0,
    retryDelayMs: 1,
    maxRetryAfterMs: 2000,
    maxSkipShare: 0.05,
    full: true,
    documents: "skip",
    maxDocuments: 1000,
    maxDocumentBytes: 10_000_000,
    dryRun: false,
    now: () => new Date(),
    reporter: silentReporter,
    ...settings,
  });
}

/** Publishes the store of `folder` into `feed` beside it. */
export function tryPublish(folder: string, out = path.join(folder, "feed")): Promise<FeedIndex> {
  return publish({
    store: path.join(folder, "compras.sqlite"),
    out,
    baseUrl: "http://127.0.0.1:8787/",
    profile: durango,
  });
}
