import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findChromium } from "../../fixtures/demo/find-chromium.ts";
import { readHtml } from "../../scraper/crawl/read-page.ts";
import type { PageText } from "../../shared/portal/page.ts";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { type PageCase, pageCases } from "../unit/portal/page-cases.ts";

const address = "http://parity.test/page";

describe("the scraper's reader and a real browser's", () => {
  let browser: Browser;
  let page: Page;
  let reader: string;

  beforeAll(async () => {
    const bundle = await build({
      entryPoints: [new URL("./support/in-page-reader.ts", import.meta.url).pathname],
      bundle: true,
      format: "iife",
      write: false,
    });
    reader = bundle.outputFiles[0]?.text ?? "";
    const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    browser = await chromium.launch({ executablePath: findChromium(), args });
    page = await browser.newPage();
  });
  afterAll(() => browser?.close());

  it.each(
    pageCases().map(
      (pageCase) => [`${pageCase.definition.id}/${pageCase.name}`, pageCase] as const,
    ),
  )("read the same on %s", async (_title, pageCase) => {
    expect(await readInBrowser(pageCase)).toEqual(
      readHtml(pageCase.html, pageCase.charset, pageCase.definition, durango),
    );
  });

  /** The page as a server would send it: its bytes, and its charset only where the server says one. */
  const readInBrowser = async ({ definition, html, charset }: PageCase): Promise<PageText> => {
    await page.unroute(address);
    await page.route(address, (route) =>
      route.fulfill({
        body: Buffer.from(html),
        headers: { "Content-Type": charset ? `text/html; charset=${charset}` : "text/html" },
      }),
    );
    await page.goto(address);
    await page.evaluate(reader);
    return page.evaluate((id) => Reflect.get(globalThis, "readFixture")(id), definition.id);
  };
});
