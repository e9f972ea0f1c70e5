import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import type { BrowserContext, Page } from "playwright-core";
import { launchChromium } from "../../fixtures/demo/launch-chromium.ts";
import { makeCorpus } from "../../fixtures/practice-portal/corpus.ts";
import { startPracticePortal } from "../../fixtures/practice-portal/server.ts";
import { type ExtensionManifest, feedSchemaVersion } from "../../shared/feed/index-schema.ts";
import { compareTenders } from "../../shared/feed/order.ts";
import { durango } from "../../shared/portal/profiles/durango.ts";
import buildExtension, { extensionFolder } from "../browser/support/build-extension.ts";
import { serveManifest } from "../browser/support/small-feed.ts";
import { rowOfTruth } from "../unit/search/row-of-truth.ts";

export const listAddress = durango.baseUrl + durango.routes.listado;

/** A browser with the production build of the extension, which has loaded a feed of so many procedures. */
export interface OverlayStage {
  context: BrowserContext;
  /** A browser for the same portal, without the extension. */
  openBare(): Promise<BrowserContext>;
  /** A page of the extension, with the functions of `in-extension.ts`. */
  openInside(): Promise<Page>;
  strike(): Promise<void>;
}

let isBuilt = false;

/** @param tenders how many the feed has. */
export async function raiseOverlay(tenders: number): Promise<OverlayStage> {
  if (!isBuilt) buildExtension();
  isBuilt = true;
  const folder = mkdtempSync(path.join(tmpdir(), "compras-bench-"));
  const portal = await startPracticePortal({ port: 0, https: 0, procedures: 120, today });
  const { httpsPort: portalPort } = portal;
  if (portalPort === undefined) throw new Error("The practice portal does not speak TLS.");
  const feed = await serveFeed(tenders);
  const launch = (profile: string, extension?: string): Promise<BrowserContext> =>
    launchChromium({
      ...(extension !== undefined && { extension }),
      portalPort,
      headless: true,
      profile: path.join(folder, profile),
    });
  const context = await launch("profile", extensionFolder);
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  const options = new URL("/options.html", worker.url()).href;
  const inside = await bundleInside();
  const stage: OverlayStage = {
    context,
    openBare: () => launch("bare"),
    async openInside() {
      const page = await context.newPage();
      await page.goto(options);
      await page.evaluate(inside);
      return page;
    },
    async strike() {
      await context.close();
      feed.close();
      await portal.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  const page = await stage.openInside();
  await page.evaluate(([url, count]) => globalThis.inExtension.turnToFeed(url, count), [
    feed.url,
    tenders,
  ] as const);
  await page.close();
  return stage;
}

const today = "2026-11-22";

/** A feed of made procedures with titles and numbers like those of the portal. */
function serveFeed(tenders: number): ReturnType<typeof serveManifest> {
  const { procedures } = makeCorpus({ seed: 1, procedures: tenders, suppliers: 0, today });
  const rows = procedures.map(rowOfTruth).sort(compareTenders);
  const index = { schemaVersion: feedSchemaVersion, tenders: rows, suppliers: [] };
  const bytes = gzipSync(JSON.stringify(index), { level: 1 });
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const manifest: ExtensionManifest = {
    schemaVersion: feedSchemaVersion,
    portal: durango.id,
    readAt: new Date().toISOString(),
    path: `index-${sha256.slice(0, 16)}.json.gz`,
    sha256,
    bytes: bytes.length,
    tenders,
    suppliers: 0,
  };
  return serveManifest(Buffer.from(JSON.stringify(manifest)), { path: manifest.path, bytes });
}

/** The functions of `in-extension.ts` as one script. */
async function bundleInside(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("in-extension.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
    platform: "browser",
    minify: true,
  });
  return outputFiles[0]?.text ?? "";
}
