import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page, Worker } from "playwright-core";
import { launchChromium } from "../../../fixtures/demo/launch-chromium.ts";
import {
  type PracticePortal,
  startPracticePortal,
} from "../../../fixtures/practice-portal/server.ts";
import { archiveFolder } from "../../../scraper/archive/archive-folder.ts";
import { keepTextsOf } from "../../../scraper/commands/scrape.ts";
import { silentReporter } from "../../../scraper/reporter.ts";
import { startFeedServer } from "../../../scraper/serve/feed-server.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { formatInstant } from "../../../shared/values/dates.ts";
import { tryPublish, tryScrape } from "../../unit/scraper/try-scrape.ts";
import { extensionFolder } from "./build-extension.ts";

export type ListKind = "html" | "datatables" | "json";

/** A practice portal that speaks TLS, and a feed scraped from it. */
export interface Place {
  portal: PracticePortal;
  portalTlsPort: number;
  /** Folder of the published feed; tests may damage it. */
  feedFolder: string;
  feedUrl: string;
  /** A folder for whatever else there is, gone with the place. */
  folder: string;
  strike(): Promise<void>;
}

/** A place, and a browser with the production build of the extension in which the portal's real host name leads there. */
export interface Stage extends Place {
  context: BrowserContext;
  /** The extension's service worker: another one after the browser has ended it. */
  readonly worker: Worker;
  /** A new page on the portal's list, with what `hash` says behind the address. */
  openList(options?: { query?: string; hash?: string }): Promise<Page>;
  /** Tells the extension where the feed is and waits until it has tried it. */
  turnToFeed(url: string): Promise<void>;
}

const listAddress = durango.baseUrl + durango.routes.listado;

/** The day it is in Durango: the browser's clock is the machine's, so the made data must end around the same day. */
export function today(): string {
  return formatInstant(new Date(), durango.timeZone).slice(0, 10);
}

interface PlaceOptions {
  procedures?: number;
  /** Changes what the portal shows before it is scraped. */
  arrange?: (corpus: PracticePortal["corpus"]) => void;
  /** Keeps the documents too, and reads their text. */
  hasTexts?: boolean;
  /** Takes further sources into the store, by its path, before the feed is published. */
  takeIn?: (store: string, corpus: PracticePortal["corpus"]) => Promise<void>;
}

export async function raisePlace(list: ListKind, options: PlaceOptions = {}): Promise<Place> {
  const { procedures = 120 } = options;
  const folder = mkdtempSync(join(tmpdir(), "compras-stage-"));
  const portal = await startPracticePortal({ port: 0, https: 0, procedures, list, today: today() });
  options.arrange?.(portal.corpus);
  const store = join(folder, "compras.sqlite");
  if (options.hasTexts) {
    const archive = archiveFolder(store);
    await tryScrape(portal.url, folder, { documents: "keep", archive });
    await keepTextsOf({ store, archive, reporter: silentReporter });
  } else {
    await tryScrape(portal.url, folder, { documents: "hash" });
  }
  await options.takeIn?.(store, portal.corpus);
  const feedFolder = join(folder, "feed");
  await tryPublish(folder, feedFolder);
  const feed = await startFeedServer({ dir: feedFolder, port: 0 });
  const { httpsPort: portalTlsPort } = portal;
  if (portalTlsPort === undefined) throw new Error("The practice portal does not speak TLS.");
  return {
    portal,
    portalTlsPort,
    feedFolder,
    feedUrl: feed.url,
    folder,
    async strike() {
      await Promise.all([feed.close(), portal.close()]);
      // What the browser still writes while it ends may come in between.
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}

export async function raiseStage(
  list: ListKind,
  options: PlaceOptions & { viewport?: { width: number; height: number } } = {},
): Promise<Stage> {
  const place = await raisePlace(list, options);
  const context = await launchChromium({
    extension: extensionFolder,
    portalPort: place.portalTlsPort,
    headless: true,
    profile: join(place.folder, "profile"),
    ...(options.viewport && { viewport: options.viewport }),
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  const stage: Stage = {
    ...place,
    context,
    get worker() {
      return context.serviceWorkers().at(-1) ?? worker;
    },
    async openList({ query = "", hash = "" } = {}) {
      const page = await context.newPage();
      await page.goto(listAddress + query + hash);
      return page;
    },
    async turnToFeed(url) {
      await stage.worker.evaluate(async (feedUrl) => {
        const announcement = (): Promise<void> =>
          new Promise((resolve) => {
            const listen = (changes: Record<string, unknown>): void => {
              if (!("corpusChangedAt" in changes)) return;
              chrome.storage.local.onChanged.removeListener(listen);
              resolve();
            };
            chrome.storage.local.onChanged.addListener(listen);
          });
        const first = announcement();
        const kept = await chrome.storage.local.get(["feedUrl", "corpusChangedAt"]);
        if (kept.feedUrl === feedUrl) return;
        // A fresh installation first tries the address that it comes with: its answer is not the one to wait for.
        if (!("corpusChangedAt" in kept)) await first;
        const tried = announcement();
        await chrome.storage.local.set({ feedUrl });
        await tried;
      }, url);
    },
    async strike() {
      await context.close();
      await place.strike();
    },
  };
  return stage;
}
