import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { clearFilter, expectCount, expectText, overlay, visibleRowIds } from "./support/overlay.ts";
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

/** Columns that stay as they are, whichever rows are shown, and beside the panel: so that two ways of hiding rows can be compared. */
const fixed = "table { table-layout: fixed; width: 800px !important }";

describe("rows of the portal that the filter hides", () => {
  it.each([
    ["as the portal has it", fixed, true],
    [
      "with room between its rows",
      `${fixed} table { border-collapse: separate !important; border-spacing: 4px 9px }`,
      true,
    ],
    ["whose cells ask to be seen", `${fixed} td { visibility: visible !important }`, false],
    ["whose rows are blocks", `${fixed} tbody tr { display: block }`, false],
  ])("are gone from a table %s, to the last pixel", async (_, style, keepsLayout) => {
    page = await stage.openList();
    const [first = "", , third = ""] = await visibleRowIds(page);
    const [marked, wanted] = [first, third].map((id) =>
      stage.portal.corpus.procedures.find((procedure) => procedure.id === id),
    );
    if (!marked || !wanted) throw new Error("The list is of other procedures.");
    // Its row gets a mark, which is to go and come with it.
    marked.descripcion = "ZAFIROS";
    await page.reload();
    await page.addStyleTag({ content: style });
    await expectCount(page, total, total);
    await expectText(page.locator("compras-abiertas-mark button"), "Compras Abiertas: Difiere");
    const table = page.locator(".body-content table");
    const before = await table.screenshot();
    await overlay(page).text.fill(`numero:"${wanted.numeroProcedimiento}"`);
    await expect.poll(() => visibleRowIds(page)).toEqual([third]);
    const collapsed = page.locator("tbody tr[style*='table-row']");
    await expect.poll(async () => (await collapsed.count()) > 0).toBe(keepsLayout);
    const seen = await table.screenshot();
    const link = page.locator(`.body-content a[href$="${first}"]`).first();
    await link.evaluate((element: HTMLElement) => element.focus());
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(false);

    const all = await page.locator("tbody tr[style*='important']").evaluateAll((rows) => {
      for (const row of rows as HTMLElement[])
        row.style.setProperty("display", "none", "important");
      return rows.length;
    });
    expect(all).toBeGreaterThan(20);
    expect((await table.screenshot()).equals(seen)).toBe(true);

    await clearFilter(page);
    await expectCount(page, total, total);
    await expect.poll(() => page.locator("tbody tr[style]").count()).toBe(0);
    expect((await table.screenshot()).equals(before)).toBe(true);
  });
});
