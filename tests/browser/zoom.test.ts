import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Corpus, ProcedureTruth } from "../../fixtures/practice-portal/truth.ts";
import { openStore } from "../../scraper/store/open-store.ts";
import { findWon } from "./support/find-procedures.ts";
import { importReports } from "./support/import-reports.ts";
import { openProcedure } from "./support/open-procedure.ts";
import { overlay } from "./support/overlay.ts";
import { covered, findCut } from "./support/reflow.ts";
import { raiseStage, type Stage } from "./support/stage.ts";

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await raiseStage("html", { procedures: 60, takeIn });
  await stage.turnToFeed(stage.feedUrl);
  page = await stage.openList();
  await overlay(page)
    .region.getByText(/^Datos al \d/)
    .waitFor();
});
afterAll(() => stage?.strike());

/** A procedure of which it is told which company won, and for how much, and that is like an earlier one. */
let told: ProcedureTruth;

async function takeIn(path: string, corpus: Corpus): Promise<void> {
  const store = openStore(path);
  told = findWon(corpus, await importReports(store, corpus)).about;
  store.close();
}

/** A screen of 1280 × 720 as it is laid out at some zoom. */
const zooms = [
  ["320 px, which is 1280 px at 400 %", { width: 320, height: 640 }],
  ["1280 px at 200 %", { width: 640, height: 360 }],
] as const;

describe.each(zooms)("on a screen of %s", (_, size) => {
  /** How far something reaches beyond the panel to the side, and what is cut off; nothing where all is well. */
  const faultsOf = (part: Locator) => part.evaluate(findCut);

  it("shows all of it without scrolling sideways, in every tab, on a procedure's page and in the side panel", async () => {
    await page.setViewportSize(size);
    for (const tab of ["Licitaciones", "Padrón", "Lo mío"] as const) {
      await overlay(page).tab(tab).click();
      const { region } = overlay(page);
      if (tab === "Lo mío") await region.getByRole("heading", { name: "Las que sigo" }).waitFor();
      expect([tab, await faultsOf(overlay(page).region)]).toEqual([tab, []]);
    }
    const own = await stage.context.newPage();
    await own.setViewportSize(size);
    await openProcedure(own, told);
    expect(await faultsOf(overlay(own).region)).toEqual([]);
    for (const name of ["sidepanel", "options"]) {
      await own.goto(new URL(`/${name}.html`, stage.worker.url()).href);
      await own
        .getByText(name === "options" ? "Respaldo" : /procedimientos$/)
        .first()
        .waitFor();
      if (name === "sidepanel") {
        await own.getByRole("button", { name: "Mes", exact: true }).click();
        await own.getByRole("table").getByRole("button").first().waitFor();
      }
      expect([name, await faultsOf(own.locator("html"))]).toEqual([name, []]);
    }
    await own.close();
  });

  it("leaves most of the panel to what is read, whatever stays in sight", async () => {
    await overlay(page).tab("Licitaciones").click();
    const share = await overlay(page).region.evaluate((part) => {
      const stays = [...part.querySelectorAll(".top, .summary")].filter(
        (each) => getComputedStyle(each).position === "sticky",
      );
      const heights = stays.map((each) => each.getBoundingClientRect().height);
      return heights.reduce((sum, height) => sum + height, 0) / part.clientHeight;
    });
    expect(share).toBeLessThan(0.6);
  });

  it("keeps what has the focus clear of the tabs and the summary", async () => {
    await overlay(page).tab("Licitaciones").click();
    await overlay(page).tab("Licitaciones").focus();
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(covered)).toBe("");
    }
  });
});
