import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { openingsOf, turnTo } from "./support/months.ts";
import { expectText } from "./support/overlay.ts";
import { raiseStage, type Stage } from "./support/stage.ts";
import { stopWorker } from "./support/stop-worker.ts";

let stage: Stage;
let total: number;
let pages: Page[] = [];

beforeAll(async () => {
  stage = await raiseStage("html", { procedures: 60 });
  total = stage.portal.corpus.procedures.filter(({ listed }) => listed).length;
  await stage.turnToFeed(stage.feedUrl);
});
afterAll(() => stage?.strike());
afterEach(async () => {
  await Promise.all(pages.map((page) => page.close()));
  pages = [];
  await stage.worker.evaluate(() => chrome.storage.local.remove("filter"));
});

async function open(name: "sidepanel" | "popup"): Promise<Page> {
  const page = await stage.context.newPage();
  pages.push(page);
  await page.setViewportSize({ width: 360, height: 700 });
  await page.goto(new URL(`/${name}.html`, stage.worker.url()).href);
  return page;
}

const countOf = (page: Page) => page.getByRole("status").filter({ hasText: /procedimientos$/ });
const dataAt = /Datos al \d{1,2} \w+ \d{4}, \d{2}:\d{2}/;

describe("the side panel", () => {
  it("searches without a page of the portal, and its links lead to the portal in a tab", async () => {
    const page = await open("sidepanel");
    await expectText(countOf(page), `${total} de ${total} procedimientos`);
    await page.getByText(dataAt).first().waitFor();
    await page.getByRole("searchbox", { name: "Producto o servicio" }).fill("adquisicion");
    const link = page.getByRole("list", { name: "Resultados" }).getByRole("link").first();
    await link.waitFor();
    const [opened] = await Promise.all([stage.context.waitForEvent("page"), link.click()]);
    pages.push(opened);
    await opened.waitForURL((url) => url.href.startsWith(durango.baseUrl));
    await page.getByRole("tab", { name: "Padrón" }).click();
    await page.getByRole("list", { name: "Proveedores" }).waitFor();
    await page.getByRole("tab", { name: "Lo mío" }).click();
    await page.getByRole("heading", { name: "Novedades" }).waitFor();
  });

  it("shows the month of what was searched, and puts a procedure of a day into a calendar", async () => {
    const page = await open("sidepanel");
    const openings = openingsOf(stage);
    const day = openings.at(-1) ?? "";
    const count = openings.filter((other) => other === day).length;
    await page.getByRole("button", { name: "Mes", exact: true }).press("Enter");
    await turnTo(page, day.slice(0, 7));
    const table = page.getByRole("table");
    await table.getByRole("columnheader", { name: "lunes" }).waitFor();
    const words = `${count} ${count === 1 ? "apertura" : "aperturas"}`;
    const button = table
      .getByRole("button")
      .filter({ has: page.getByText(String(Number(day.slice(8))), { exact: true }) });
    await expect
      .poll(async () => (await button.innerText()).replaceAll("\u00AD", ""))
      .toContain(words);
    await button.press("Enter");
    const listed = page
      .getByRole("list", { name: new RegExp(`^${Number(day.slice(8))} de `) })
      .getByRole("listitem");
    await expect.poll(() => listed.filter({ hasText: "Apertura:" }).count()).toBe(count);
    const procedure = listed.filter({ hasText: "Apertura:" }).first();
    const id = /(\d+)$/.exec((await procedure.getByRole("link").getAttribute("href")) ?? "")?.[1];
    await procedure.getByText("Más", { exact: true }).click();
    const download = page.waitForEvent("download");
    await procedure.getByRole("button", { name: "Al calendario" }).press("Enter");
    const file = readFileSync(await (await download).path(), "utf8");
    expect(file).toContain(`-${id}-apertura@compras-abiertas-durango\r\n`);
    expect(file).toMatch(new RegExp(`DTSTART;[^\\r]*:${day.replaceAll("-", "")}`));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  it("names the feed's calendars, also those of the dependencia in the filter", async () => {
    const page = await open("sidepanel");
    await page.getByText("Suscribirme a las fechas").click();
    const address = page.getByRole("textbox", { name: /^Dirección del calendario/ });
    await expect.poll(() => address.inputValue()).toBe(`${stage.feedUrl}ics/todo.ics`);
    await page.getByText(/solo un calendario instalado en ella/).waitFor();
    await page.getByRole("group", { name: "Dependencia" }).getByRole("checkbox").first().check();
    const calendars = page.getByRole("list", { name: "Calendarios" }).getByRole("listitem");
    await expect.poll(() => calendars.count()).toBe(2);
    await calendars
      .first()
      .getByText(/^(Fechas: \d|Sin fechas recientes)/)
      .waitFor();
  });

  it("has the list and its age with no network at all, in a worker that was ended", async () => {
    await stage.turnToFeed("http://127.0.0.1:9/");
    await stage.context.setOffline(true);
    try {
      const page = await open("sidepanel");
      await stopWorker(page);
      await page.reload();
      await expectText(countOf(page), `${total} de ${total} procedimientos`);
      await page.getByText(dataAt).first().waitFor();
      await page.getByText("No se pudieron actualizar los datos.").waitFor();
      await page.getByRole("searchbox", { name: "Producto o servicio" }).fill("adquisicion");
      await page.getByRole("list", { name: "Resultados" }).getByRole("link").first().waitFor();
      await page.getByText("Suscribirme a las fechas").click();
      await page.getByRole("textbox", { name: /^Dirección del calendario/ }).waitFor();
    } finally {
      await stage.context.setOffline(false);
    }
    await stage.turnToFeed(stage.feedUrl);
  });
});

describe("the popup", () => {
  it("says in short what is open and how old the data is, and opens the portal", async () => {
    const page = await open("popup");
    const now = Date.now();
    const openNow = stage.portal.corpus.procedures.filter(
      ({ listed, fechaAperturaProposiciones = "" }) =>
        listed && Date.parse(fechaAperturaProposiciones) >= now,
    );
    await expectText(page.locator(".count"), `Abiertas ahora: ${openNow.length}`);
    await page.getByText(dataAt).first().waitFor();
    await page.getByRole("button", { name: "Abrir el panel lateral" }).waitFor();
    const [opened] = await Promise.all([
      stage.context.waitForEvent("page"),
      // The popup closes itself, at times before the click is told to be over.
      page
        .getByRole("button", { name: "Abrir el portal" })
        .click()
        .catch(() => undefined),
    ]);
    pages.push(opened);
    await opened.waitForURL(durango.baseUrl + durango.routes.listado);
  });
});
