import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bruteForce } from "./support/expectations.ts";
import { expectCount, overlay } from "./support/overlay.ts";
import { raiseStage, type Stage } from "./support/stage.ts";

let stage: Stage;
let page: Page;
let expected: string[];

beforeAll(async () => {
  stage = await raiseStage("html");
  await stage.useFeed(stage.feedUrl);
  page = await stage.openList();
  const { procedures } = stage.portal.corpus;
  expected = bruteForce(procedures, ({ descripcion }) => /limpieza/i.test(descripcion)).map(String);
});
afterAll(() => stage?.strike());

/** Presses a button by keyboard, and reads the file that comes of it. */
async function take(name: string): Promise<string> {
  const download = page.waitForEvent("download");
  await overlay(page).region.getByRole("button", { name }).press("Enter");
  return readFileSync(await (await download).path(), "utf8");
}

it("takes all that the filter finds along as CSV that Excel opens", async () => {
  await overlay(page).text.fill("limpieza");
  await expectCount(
    page,
    expected.length,
    bruteForce(stage.portal.corpus.procedures, () => true).length,
  );
  const text = await take("Descargar para Excel (CSV)");
  expect(text.startsWith("\uFEFFOCID,")).toBe(true);
  const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
  expect(rows.map((row) => row["Id del portal"]).sort()).toEqual([...expected].sort());
});

it("takes them along as JSON with filter, count and date", async () => {
  const { rows, ...about } = JSON.parse(await take("Descargar JSON"));
  expect(rows.map(({ id }: { id: string }) => id).sort()).toEqual([...expected].sort());
  expect(about).toMatchObject({ filter: "texto=limpieza", count: expected.length });
  expect(Date.parse(about.madeAt)).not.toBeNaN();
});
