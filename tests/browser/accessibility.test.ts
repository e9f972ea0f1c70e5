import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SupplierFact } from "../../fixtures/pnt/report.ts";
import type { Corpus, ProcedureTruth } from "../../fixtures/practice-portal/truth.ts";
import { openStore } from "../../scraper/store/open-store.ts";
import { findWon, letOneClose } from "./support/find-procedures.ts";
import { importReports } from "./support/import-reports.ts";
import { openingsOf, turnTo } from "./support/months.ts";
import { openProcedure, procedureAddress } from "./support/open-procedure.ts";
import { expectNotice, overlay } from "./support/overlay.ts";
import { findCut } from "./support/reflow.ts";
import { raiseStage, type Stage } from "./support/stage.ts";
import { violations } from "./support/violations.ts";

const host = "#compras-abiertas";
let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await raiseStage("html", { procedures: 60, arrange, takeIn });
  await stage.turnToFeed(stage.feedUrl);
  page = await stage.openList();
  await overlay(page)
    .region.getByText(/^Datos al \d/)
    .waitFor();
});
afterAll(() => stage?.strike());

/** A procedure of which it is told which company won, and for how much, and that is like an earlier one. */
let told: ProcedureTruth;
let winner: SupplierFact;

/** A procedure that closes in three days. */
let closing: ProcedureTruth;

function arrange(corpus: Corpus): void {
  closing = letOneClose(corpus);
}

async function takeIn(path: string, corpus: Corpus): Promise<void> {
  const store = openStore(path);
  ({ about: told, winner } = findWon(corpus, await importReports(store, corpus)));
  store.close();
}

/** Looks at what stands there in each of the ways in which people have it shown. */
async function expectAccessible(at: Page, within = host): Promise<void> {
  for (const media of [{}, { colorScheme: "dark" }, { forcedColors: "active" }] as const) {
    await at.emulateMedia({ colorScheme: "light", forcedColors: "none", ...media });
    expect(await violations(at, within), JSON.stringify(media)).toEqual([]);
  }
  await at.emulateMedia({ colorScheme: "light", forcedColors: "none" });
}

describe("the overlay has no fault that axe knows, in light, dark and forced colours", () => {
  it("with nothing asked yet", () => expectAccessible(page));

  it("with results, what changed and the fields for a note and a saved search open", async () => {
    const { text, region, results } = overlay(page);
    await text.fill("servicio -");
    await results.getByRole("link").first().waitFor();
    await region.getByRole("button", { name: "Guardar búsqueda" }).click();
    await region.getByLabel("Nombre de la búsqueda").fill("Servicios");
    await page.keyboard.press("Enter");
    await expectNotice(page, /Guardada: «Servicios»/);
    await results.getByRole("button", { name: "Seguir" }).first().click();
    await results.getByRole("button", { name: "Anotar" }).first().click();
    await expectAccessible(page);
  });

  it("with a month, a day of it, and where its calendars are", async () => {
    const { region, text } = overlay(page);
    await text.fill("");
    await region.getByRole("button", { name: "Mes", exact: true }).click();
    await turnTo(region, openingsOf(stage).at(-1)?.slice(0, 7) ?? "");
    await region.getByRole("table").getByRole("button").first().click();
    await region.getByRole("heading", { name: /Procedimientos: \d/ }).waitFor();
    await region.getByText("Suscribirme a las fechas").click();
    await region.getByRole("list", { name: "Calendarios" }).waitFor();
    await expectAccessible(page);
    await region.getByText("Suscribirme a las fechas").click();
    await region.getByRole("button", { name: "Lista" }).click();
  });

  it("with partidas suggested, and one chosen", async () => {
    const { partida, partidaOptions, partidaChips } = overlay(page);
    await partida.fill("211");
    await partidaOptions.first().click();
    await partidaChips.first().waitFor();
    await partida.fill("21");
    await partida.press("ArrowDown");
    await partidaOptions.nth(5).waitFor();
    await expectAccessible(page);
    await partida.press("Escape");
    await overlay(page).clear.click();
  });

  it("with nothing found", async () => {
    await overlay(page).text.fill("zzzz ninguna");
    await expectNotice(page, /Ningún procedimiento coincide/);
    await expectAccessible(page);
    await overlay(page).clear.click();
  });

  it("with the purchases like a row's open", async () => {
    const { region } = overlay(page);
    await region.getByText(/^Filas de esta página/).click();
    const row = region.locator(".page-news .result").first();
    await row.locator("summary").click();
    await row.getByRole("button", { name: "Compras parecidas de antes" }).click();
    await row.getByText(/^Compras parecidas: \d|^Entre los \d/).waitFor();
    await row.getByRole("button", { name: "Documentos" }).click();
    await row.getByText(/^Según los datos del/).waitFor();
    await expectAccessible(page);
    await region.getByText(/^Filas de esta página/).click();
  });

  it("in the registry, with the card of one who won open", async () => {
    await overlay(page).tab("Padrón").click();
    const { name, rfc = "" } = winner;
    await overlay(page).supplierSearch.fill(rfc);
    await overlay(page)
      .suppliers.getByRole("button", { name: `Ver ficha: ${name}` })
      .first()
      .click();
    await overlay(page)
      .suppliers.getByText(/^Procedimientos ganados: \d/)
      .waitFor();
    await expectAccessible(page);
    await overlay(page).supplierSearch.fill("");
  });

  it("in what is the user's", async () => {
    await overlay(page).tab("Lo mío").click();
    await expectNotice(page, /Búsquedas guardadas/);
    await expectAccessible(page);
    await overlay(page).tab("Licitaciones").click();
  });

  it("hidden", async () => {
    await overlay(page).hide.click();
    await overlay(page).show.waitFor();
    await expectAccessible(page);
    await overlay(page).show.click();
  });

  it("over a procedure's page, with a winner's card, similar purchases and what the buyer has to come", async () => {
    const other = await stage.context.newPage();
    await openProcedure(other, told);
    const { region } = overlay(other);
    await region.getByText(/^Coincide con los datos del/).click();
    await region.getByText("¿Algo se ve mal en esta página?").click();
    await region.getByRole("button", { name: "Copiar reporte" }).click();
    await region.getByLabel("Reporte de la página").waitFor();
    await region.getByRole("button", { name: "Exportar muestra" }).click();
    await region.getByRole("button", { name: "Guardar archivo" }).waitFor();
    await expectAccessible(other);
    await other.close();
  });

  it("in English", async () => {
    const setLanguage = (language: "es" | "en") =>
      stage.worker.evaluate((chosen) => chrome.storage.local.set({ language: chosen }), language);
    await setLanguage("en");
    const other = await stage.openList();
    const english = other.getByRole("region", { name: "Compras Abiertas", exact: true });
    await english.getByRole("searchbox", { name: "Product or service" }).fill("servicio");
    await english.getByRole("list", { name: "Results" }).getByRole("link").first().waitFor();
    expect(await english.evaluate((part) => part.closest("[lang]")?.getAttribute("lang"))).toBe(
      "en",
    );
    await expectAccessible(other);
    await other.goto(procedureAddress(told.id));
    await english.getByText("The buyer's calendar and purchases").click();
    await english.getByRole("list", { name: "In which months it publishes" }).waitFor();
    await expectAccessible(other);
    await setLanguage("es");
    await other.close();
  });
});

it.each([
  ["sidepanel", /procedimientos$/],
  ["popup", /Abiertas ahora/],
  ["options", /Respaldo/],
  ["tabs/print", /^Fuente/],
] as const)("the page %s has no fault either", async (name, shown) => {
  const own = await stage.context.newPage();
  await own.goto(new URL(`/${name}.html`, stage.worker.url()).href);
  await own.getByText(shown).first().waitFor();
  if (name === "sidepanel") {
    await own.getByRole("searchbox", { name: "Producto o servicio" }).fill("servicio");
    await own.getByRole("list", { name: "Resultados" }).getByRole("link").first().waitFor();
    // Results out of sight are not laid out: axe would take what stands in them for what the next one covers.
    await own.addStyleTag({ content: ".result { content-visibility: visible !important; }" });
  }
  await expectAccessible(own, "html");
  await own.close();
});

it("the page that downloads documents has no fault, with one that is there and one that could not be had", async () => {
  const own = await stage.context.newPage();
  const procedure = stage.portal.corpus.procedures.find(
    ({ listed, dirt, anexos }) =>
      listed && dirt.length === 0 && anexos.length > 1 && anexos.length < 4,
  );
  if (procedure === undefined) throw new Error("the corpus has no such procedure");
  const { id, anexos } = procedure;
  const hash = `#procedimiento=${id}`;
  await own.goto(new URL(`/tabs/documents.html${hash}`, stage.worker.url()).href);
  const where = (address: string) => address.endsWith(`/${anexos[1]?.id}`);
  stage.portal.setFaults([{ name: "empty-file", where }]);
  await own.getByRole("button", { name: "Descargar todo (ZIP)" }).click();
  await own.getByText(`Listo: se guardaron ${anexos.length - 1} de ${anexos.length}`).waitFor();
  stage.portal.setFaults([]);
  await expectAccessible(own, "html");
  await own.setViewportSize({ width: 320, height: 640 });
  expect(await own.locator("html").evaluate(findCut)).toEqual([]);
  await own.close();
});

it("the popup has no fault with news in it", async () => {
  const other = await stage.context.newPage();
  await other.goto(procedureAddress(closing.id));
  await overlay(other).region.getByRole("button", { name: "Seguir" }).click();
  await overlay(other).region.getByRole("button", { name: "Seguir", pressed: true }).waitFor();
  await other.goto(new URL("/popup.html", stage.worker.url()).href);
  await other.getByRole("region", { name: "Novedades" }).getByRole("link").first().waitFor();
  await expectAccessible(other, "html");
  await other.close();
});

describe("a word of procurement", () => {
  it("is explained on focus and on hover, until Escape, and the pointer may rest on it", async () => {
    const { region } = overlay(page);
    const word = region.getByRole("button", { name: "Junta de aclaraciones" }).first();
    const meaning = region.getByText(/^Reunión en que la dependencia/).first();
    await word.focus();
    await meaning.waitFor();
    await page.keyboard.press("Escape");
    await meaning.waitFor({ state: "hidden" });
    await page.mouse.move(10, 10);
    await word.hover();
    await meaning.waitFor();
    await meaning.hover();
    await page.mouse.move(10, 10);
    await word.evaluate((button) => button.blur());
    await meaning.waitFor({ state: "hidden" });
  });
});
