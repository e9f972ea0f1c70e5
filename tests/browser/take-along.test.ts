import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bruteForce } from "./support/expectations.ts";
import { expectCount, expectText, overlay } from "./support/overlay.ts";
import { raiseStage, type Stage } from "./support/stage.ts";

const refused = "El navegador no dejó copiar: la cita quedó seleccionada, cópiala con Ctrl+C.";

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

it("cites a row: shows what it copied, or has it ready and selected where the browser lets nobody copy", async () => {
  const row = overlay(page).results.getByRole("listitem").first();
  await row.getByText("Más", { exact: true }).press("Enter");
  const cite = row.getByRole("button", { name: "Copiar cita" });
  await stage.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await cite.press("Enter");
  await expectText(row.getByRole("status").filter({ hasText: "cita" }), "Cita copiada.");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/limpieza.*OCID: ocds-.*datos al .*Consultado el/is);
  expect(copied).toContain(stage.feedUrl);
  expect(await row.getByRole("textbox", { name: "Cita" }).inputValue()).toBe(copied);

  const session = await stage.context.newCDPSession(page);
  const permission = { name: "clipboard-write" };
  await session.send("Browser.setPermission", { permission, setting: "denied" });
  await row.getByRole("button", { name: "Copiar para BibTeX" }).press("Enter");
  await expectText(row.getByRole("status").filter({ hasText: "cita" }), refused);
  const selected = await row.getByRole("textbox", { name: "Cita" }).evaluate((element) => {
    const { value, selectionStart, selectionEnd } = element as HTMLTextAreaElement; // By its role.
    return value.slice(selectionStart, selectionEnd);
  });
  expect(selected).toMatch(/^@misc\{ocds-.*limpieza.*\}\n$/is);
  expect(
    await row.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement?.tagName),
  ).toBe("TEXTAREA"); // The overlay's own.
});
