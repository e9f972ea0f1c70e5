import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defaultFeedUrl } from "../../extension/settings.ts";
import { readHtml } from "../../scraper/crawl/read-page.ts";
import { listado } from "../../shared/portal/pages/listado.ts";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { pageCases, pageDefinitions } from "../unit/portal/page-cases.ts";
import { readCase } from "../unit/portal/read-case.ts";
import { expectCount, overlay, visibleRowIds } from "./support/overlay.ts";
import { raiseStage, type Stage } from "./support/stage.ts";

/** Has the overlay save its page, and puts the file where a fixture would be. */
async function saveSample(page: Page): Promise<{ folder: string; note: string; html: string }> {
  const { region } = overlay(page);
  await expect.poll(() => region.locator(".report").count()).toBe(1);
  if (!(await region.getByRole("button", { name: "Exportar muestra" }).isVisible())) {
    await region.getByText("¿Algo se ve mal en esta página?").click();
  }
  await region.getByRole("button", { name: "Exportar muestra" }).press("Enter");
  await region.getByText(/^En la copia de la página/).waitFor();
  const download = page.waitForEvent("download");
  await region.getByRole("button", { name: "Guardar archivo" }).press("Enter");
  const file = await download;
  const text = readFileSync(await file.path(), "utf8");
  const folder = mkdtempSync(join(tmpdir(), "compras-sample-"));
  folders.push(folder);
  for (const { id } of pageDefinitions) mkdirSync(join(folder, id));
  const [kind = ""] = file.suggestedFilename().split("-");
  writeFileSync(join(folder, kind, file.suggestedFilename()), text);
  const end = text.indexOf("\n");
  return { folder, note: text.slice(0, end), html: text.slice(end + 1) };
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe("the extension at work", () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await raiseStage("html", { procedures: 30 });
  });
  afterAll(() => stage?.strike());

  it("asks nobody but the portal and the chosen feed", async () => {
    const asked = new Set<string>();
    stage.context.on("request", (request) => asked.add(new URL(request.url()).origin));
    await stage.turnToFeed(stage.feedUrl);
    const page = await stage.openList();
    const total = stage.portal.corpus.procedures.filter(({ listed }) => listed).length;
    await expectCount(page, total, total);
    await overlay(page).text.fill("servicio");
    await overlay(page).tab("Padrón").click();
    await overlay(page).supplierSearch.fill("zzzz ninguno");
    await expect.poll(() => overlay(page).suppliers.count()).toBe(0);
    const [portal, feed] = ["https://comprasestatal.durango.gob.mx", new URL(stage.feedUrl).origin];
    // Until another is chosen the feed is the default one. The practice portal's icon is a data address, without origin.
    const allowed = [portal, feed, new URL(defaultFeedUrl).origin, "null"];
    expect([...asked].filter((origin) => !allowed.includes(origin))).toEqual([]);
    expect(asked).toContain(portal);
    expect(asked).toContain(feed);
  });

  it("saves a page for the project as the portal made it, to be read among the fixtures", async () => {
    const page = await stage.openList();
    await overlay(page).text.fill("zzzz ninguna");
    await expect.poll(() => visibleRowIds(page)).toEqual([]);
    const saved = await saveSample(page);
    await overlay(page).text.fill("");
    const address = stage.portal.url + durango.routes.listado;
    // The same page where the extension does not run.
    await page.goto(address);
    const plain = await page.evaluate(() => document.documentElement.outerHTML);
    expect(saved.html).toBe(`<!DOCTYPE html>\n${plain}\n`);
    expect(saved.note).toMatch(
      /^<!-- Saved page: https:\/\/comprasestatal\S+, read on 20\S+; as a browser had it, not the bytes as they came: sha256 of its text [0-9a-f]{64}; masked: nothing; Content-Type charset: utf-8\. -->$/,
    );
    const [pageCase] = pageCases(saved.folder);
    if (pageCase === undefined) throw new Error("the file is no case");
    const { html, charset, definition } = pageCase;
    const asCame = new Uint8Array(await (await fetch(address)).arrayBuffer());
    const original = readCase(readHtml(asCame, "utf-8", listado, durango), listado);
    expect(original).toMatchObject({ procedimientos: { length: expect.any(Number) } });
    expect(readCase(readHtml(html, charset, definition, durango), definition)).toEqual(original);
    await page.close();
  });

  it("tells that a page of the registry cannot be read, and saves that too without the people on it", async () => {
    const people = stage.portal.corpus.suppliers.filter(
      ({ tipoPersona }) => tipoPersona === "fisica",
    );
    expect(people.length).toBeGreaterThan(2);
    const page = await stage.context.newPage();
    const { region } = overlay(page);
    for (const fault of ["none", "no-labels"] as const) {
      stage.portal.setFaults(fault === "none" ? [] : [fault]);
      await page.goto(durango.baseUrl + durango.routes.padron);
      await (fault === "none"
        ? region.getByText(/^Proveedores que muestra esta página/)
        : region.getByText(/^El portal cambió y ya no sabemos leer esta página/)
      ).waitFor();
      const { html } = await saveSample(page);
      for (const { nombre, rfc } of people) {
        expect(html).not.toContain(nombre);
        if (rfc !== undefined) expect(html).not.toContain(rfc);
      }
    }
    stage.portal.setFaults([]);
    await region.getByRole("button", { name: "Copiar reporte" }).click();
    const report = await region.getByLabel("Reporte de la página").inputValue();
    expect(JSON.parse(report)).toMatchObject({ page: "padron", missing: ["nombre"] });
    expect(report).not.toMatch(/Rubro/i);
    for (const { nombre } of people) expect(report).not.toContain(nombre);
    await page.close();
  });

  it("saves a page at an address that the profile does not know once its button asks for it, by the same permissions", async () => {
    const address = `${durango.baseUrl}/tramites/Registro`;
    const asCame = await fetch(stage.portal.url + durango.routes.padron);
    const body = await asCame.text();
    await stage.context.route(address, (route) =>
      route.fulfill({ contentType: "text/html", body }),
    );
    const page = await stage.context.newPage();
    await page.goto(address);
    const popup = await stage.context.newPage();
    await popup.goto(new URL("/popup.html", stage.worker.url()).href);
    const offer = popup.getByRole("button", { name: "Guardar esta página como muestra" });
    await popup.getByRole("button", { name: "Abrir el portal" }).waitFor();
    expect(await offer.count()).toBe(0);
    // The popup stands over the tab that is open: here it is a tab itself.
    await page.bringToFront();
    await popup.reload();
    expect(await overlay(page).region.count()).toBe(0);
    // It closes while it is pressed.
    await Promise.all([popup.waitForEvent("close"), offer.press("Enter").catch(() => undefined)]);
    await overlay(page)
      .region.getByText(/^Todavía no conocemos esta página/)
      .waitFor();
    const { note, html } = await saveSample(page);
    expect(note).toContain(`Saved page: ${address}, read on `);
    expect(html).toContain("Proveedor");
    const people = stage.portal.corpus.suppliers.filter(
      ({ tipoPersona }) => tipoPersona === "fisica",
    );
    for (const { nombre } of people) expect(html).not.toContain(nombre);
    await overlay(page).region.getByRole("button", { name: "Cerrar" }).click();
    expect(await overlay(page).region.count()).toBe(0);
    await stage.context.unroute(address);
    await page.close();
  });
});
