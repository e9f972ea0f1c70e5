import { afterAll, beforeAll, expect, it } from "vitest";
import type { ProcedureTruth } from "../../fixtures/practice-portal/truth.ts";
import { bruteForce, mentions } from "./support/expectations.ts";
import { expectFound, openUnfiltered } from "./support/filtered-list.ts";
import { clearFilter, expectCount, overlay } from "./support/overlay.ts";
import { setClock } from "./support/set-clock.ts";
import { raiseStage, type Stage } from "./support/stage.ts";

let stage: Stage;
let truth: ProcedureTruth[];
let total: number;

beforeAll(async () => {
  stage = await raiseStage("html");
  truth = stage.portal.corpus.procedures;
  total = bruteForce(truth, () => true).length;
  await stage.turnToFeed(stage.feedUrl);
});
afterAll(() => stage?.strike());

it("keeps each tab's own filter over paging, whatever another tab searches or clears", async () => {
  const page = await openUnfiltered(stage);
  await overlay(page).text.fill("adquisicion");
  const expected = bruteForce(truth, (procedure) => mentions(procedure, "adquisicion"));
  await expectFound(page, expected, total);
  const other = await stage.openList();
  await overlay(other).text.fill("servicio");
  await other.waitForURL(/texto=servicio/);
  await clearFilter(other);
  await page.getByRole("link", { name: "Siguiente" }).click();
  await page.waitForURL(/pagina=2/);
  await expectFound(page, expected, total);
  await Promise.all([page.close(), other.close()]);
});

it("keeps what was done to the filter right before its tab is closed", async () => {
  let page = await openUnfiltered(stage);
  await overlay(page).text.fill("servicio");
  await page.waitForURL(/texto=servicio/);
  // The page goes in the same breath: it is not drawn again, and never has nothing to do.
  const hash = await overlay(page).clear.evaluate(async (button: HTMLElement) => {
    button.click();
    await Promise.resolve();
    dispatchEvent(new PageTransitionEvent("pagehide"));
    return location.hash;
  });
  expect(hash).toBe("");
  await page.close();
  page = await stage.openList();
  await expectCount(page, total, total);
  await page.close();
});

it("knows what has closed meanwhile when someone comes back to the page", async () => {
  const page = await openUnfiltered(stage);
  await overlay(page)
    .states.getByRole("checkbox", { name: /^Abierta/ })
    .check();
  const openings = truth.flatMap(({ listed, fechaAperturaProposiciones: at }) =>
    listed && at !== undefined ? Date.parse(at) : [],
  );
  const stillOpen = (nowMs: number) => openings.filter((at) => at >= nowMs).length;
  const comeBack = () => page.evaluate(() => dispatchEvent(new Event("focus")));
  await expectCount(page, stillOpen(Date.now()), total);
  const [, second = 0] = openings.filter((at) => at >= Date.now()).sort((a, b) => a - b);
  await setClock(stage, page, second + 1);
  try {
    await comeBack();
    await expectCount(page, stillOpen(second + 1), total);
    const { results } = overlay(page);
    await expect.poll(() => results.getByText("Cerrada").count()).toBe(0);
  } finally {
    await setClock(stage, page, undefined);
  }
  await page.close();
});
