import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, it } from "vitest";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { expectText } from "./support/overlay.ts";
import { raiseStage, type Stage } from "./support/stage.ts";

let stage: Stage;
let total: number;
let pages: Page[] = [];

beforeAll(async () => {
  stage = await raiseStage("html", { procedures: 60 });
  total = stage.portal.corpus.procedures.filter(({ listed }) => listed).length;
  await stage.useFeed(stage.feedUrl);
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

  it("has the list and its age with no network at all, in a worker that was ended", async () => {
    await stage.useFeed("http://127.0.0.1:9/");
    await stage.context.setOffline(true);
    try {
      const page = await open("sidepanel");
      const session = await stage.context.newCDPSession(page);
      await session.send("ServiceWorker.enable");
      await session.send("ServiceWorker.stopAllWorkers");
      await page.reload();
      await expectText(countOf(page), `${total} de ${total} procedimientos`);
      await page.getByText(dataAt).first().waitFor();
      await page.getByText("No se pudieron actualizar los datos.").waitFor();
      await page.getByRole("searchbox", { name: "Producto o servicio" }).fill("adquisicion");
      await page.getByRole("list", { name: "Resultados" }).getByRole("link").first().waitFor();
    } finally {
      await stage.context.setOffline(false);
    }
    await stage.useFeed(stage.feedUrl);
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
      page.getByRole("button", { name: "Abrir el portal" }).click(),
    ]);
    pages.push(opened);
    await opened.waitForURL(durango.baseUrl + durango.routes.listado);
  });
});
