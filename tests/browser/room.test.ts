import type { Page } from "playwright-core";
import { getDocumentProxy } from "unpdf";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { expectCount, overlay } from "./support/overlay.ts";
import { raiseStage, type Stage } from "./support/stage.ts";

let stage: Stage;
let page: Page;
let total: number;

beforeAll(async () => {
  stage = await raiseStage("html", { procedures: 30 });
  total = stage.portal.corpus.procedures.filter(({ listed }) => listed).length;
  await stage.turnToFeed(stage.feedUrl);
});
afterAll(() => stage?.strike());
afterEach(() => page?.close());

/** The list in a window of 1366 pixels, as on most laptops, with a style on top of the portal's. */
async function open(style?: string): Promise<void> {
  page = await stage.openList();
  await page.setViewportSize({ width: 1366, height: 900 });
  if (style !== undefined) await page.addStyleTag({ content: style });
  await expectCount(page, total, total);
}

/** How wide the page is and how far its table reaches, in pixels, once it is scrolled to its end. */
async function endOfPage(): Promise<{ width: number; tableEnd: number; panelStart: number }> {
  const panelStart = (await overlay(page).region.boundingBox())?.x ?? Number.NaN;
  const seen = await page.evaluate(() => {
    scrollTo(document.documentElement.scrollWidth, 0);
    return {
      width: document.documentElement.scrollWidth,
      tableEnd: document.querySelector("table")?.getBoundingClientRect().right ?? Number.NaN,
    };
  });
  return { ...seen, panelStart };
}

describe("the room that is made for the panel", () => {
  it("is beside the page, which needs no scrolling sideways where its table fits", async () => {
    await open("table { font-size: 9px }");
    const { width, tableEnd, panelStart } = await endOfPage();
    expect(width).toBe(1366);
    expect(tableEnd).toBeLessThan(panelStart);
  });

  it.each([
    ["scrolls by itself", "table { min-width: 1100px }"],
    ["lies open", "table { min-width: 1100px } .table-responsive { overflow: visible }"],
  ])("lets a wide table that %s be scrolled clear of the panel with the page", async (_, style) => {
    await open(style);
    const { width, tableEnd, panelStart } = await endOfPage();
    expect(width).toBeGreaterThan(1366);
    expect(tableEnd).toBeLessThan(panelStart);
  });

  it("leaves the page no wider than without it, whatever the page holds", async () => {
    await open(".container { max-width: none } h2::after { content: 'x'; letter-spacing: 9000px }");
    const width = () => page.evaluate(() => document.documentElement.getBoundingClientRect().width);
    expect(await width()).toBe(1366 + 400);
  });

  it("is below the page in a narrow window", async () => {
    await open();
    await page.setViewportSize({ width: 800, height: 900 });
    const style = () => page.evaluate(() => document.documentElement.getAttribute("style"));
    await expect.poll(style).toBe("padding-bottom: 60vh !important;");
  });

  it("is given back when the panel is hidden, with what the page had asked for itself", async () => {
    await open();
    await overlay(page).hide.click();
    await overlay(page).show.waitFor();
    await page.evaluate(() => document.documentElement.style.setProperty("min-width", "50px"));
    await overlay(page).show.click();
    await expectCount(page, total, total);
    await overlay(page).hide.click();
    await overlay(page).show.waitFor();
    const style = () => page.evaluate(() => document.documentElement.getAttribute("style"));
    await expect.poll(style).toBe("min-width: 50px;");
    await overlay(page).show.click();
    await expectCount(page, total, total);
  });

  it.each([1366, 800])(
    "is not printed, nor is the panel, in a window of %d pixels",
    async (width) => {
      await open();
      await page.setViewportSize({ width, height: 900 });
      const without = await stage.context.newPage();
      // The same page under an address on which the extension does not run.
      await without.goto(stage.portal.url + durango.routes.listado);
      expect(await printOf(page)).toEqual(await printOf(without));
      await without.close();
      // What is on the screen is as before.
      const style = () => page.evaluate(() => document.documentElement.getAttribute("style"));
      expect(await style()).toContain(
        width > 1000 ? "padding-right: 400px" : "padding-bottom: 60vh",
      );
      await expectCount(page, total, total);
    },
  );
});

/** What a page is on paper: each text and where it stands, by sheet. */
async function printOf(of: Page): Promise<string[][]> {
  const pdf = await getDocumentProxy(new Uint8Array(await of.pdf()));
  const sheets = Array.from({ length: pdf.numPages }, async (_, sheet) => {
    const { items } = await (await pdf.getPage(sheet + 1)).getTextContent();
    return items.flatMap((item) => ("str" in item ? `${item.str} ${item.transform}` : []));
  });
  return Promise.all(sheets);
}
