import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { ReportTruth } from "../../fixtures/pnt/report.ts";
import type { Corpus } from "../../fixtures/practice-portal/truth.ts";
import { importList } from "../../scraper/sources/list69b/import-list.ts";
import { openStore } from "../../scraper/store/open-store.ts";
import { ExtensionDetails } from "../../shared/feed/extension-details.ts";
import { ExtensionManifest } from "../../shared/feed/index-schema.ts";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { hashBytes } from "../../shared/values/hash.ts";
import { makeList69b } from "../unit/sources/list-69b-file.ts";
import { ageFeed } from "./support/age-feed.ts";
import { type Alike, findAlike, findContested } from "./support/find-procedures.ts";
import { importReports, toldPartida } from "./support/import-reports.ts";
import { expectText, overlay } from "./support/overlay.ts";
import { raiseStage, type Stage } from "./support/stage.ts";

/** A tender of the portal's that reports speak of: several bid, and one company won. */
let tender: ReportTruth & { portalId: string };
let winner: { name: string; rfc?: string };
/** A procedure that no report speaks of. */
let untold: string;
let alike: Alike;
let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await raiseStage("html", { procedures: 60, takeIn });
  await stage.turnToFeed(stage.feedUrl);
  page = await stage.context.newPage();
});
afterAll(() => stage?.strike());
afterEach(() => stage.worker.evaluate(() => chrome.storage.local.remove("filter")));

async function takeIn(path: string, corpus: Corpus): Promise<void> {
  const store = openStore(path);
  const truth = await importReports(store, corpus);
  const found = findContested(corpus, truth);
  const spoken = new Set(truth.map(({ portalId }) => portalId));
  const silent = corpus.procedures.find(({ id, listed }) => listed && !spoken.has(id));
  if (found.awards[0] === undefined || silent === undefined) {
    throw new Error("the corpus has no such tender");
  }
  tender = found;
  winner = found.awards[0].winner;
  untold = silent.id;
  alike = findAlike(corpus, truth);
  const moment = { at: new Date(), timeZone: durango.timeZone };
  const list = makeList69b([[winner.rfc ?? "", winner.name, "Presunto"]]);
  await importList(store, { name: "lista.csv", bytes: list }, moment);
  store.close();
}

const openProcedure = (id: string) =>
  page.goto(durango.baseUrl + durango.routes.procedimiento.replace("{id}", id));

/** What has the focus within the overlay, by its name. */
const focused = () =>
  page.evaluate(() => {
    const inside = document.querySelector("#compras-abiertas")?.shadowRoot?.activeElement;
    return inside?.getAttribute("aria-label") ?? inside?.textContent ?? "";
  });

const pesos = (amount: number) =>
  new Intl.NumberFormat("es-MX", { style: "currency", currency: "MXN" }).format(amount);

it("shows on a procedure's page who bid and who won, and opens a winner's card by the keyboard alone", async () => {
  await openProcedure(tender.portalId);
  const { region } = overlay(page);
  const bidders = region.getByRole("list", { name: "Participantes" });
  await expect
    .poll(async () => (await bidders.locator(".supplier-name").allInnerTexts()).sort())
    .toEqual(tender.bidders.map(({ name }) => name).sort());
  const won = region.getByRole("list", { name: "Ganadores", exact: true });
  await expect.poll(() => won.innerText()).toContain(pesos(tender.awards[0]?.amount ?? 0));
  expect(await won.innerText()).toContain(tender.awards[0]?.contract);
  expect(await region.innerText()).toMatch(/Certeza de que hablan de este procedimiento: \d+ %/);

  const open = won.getByRole("button", { name: `Ver ficha: ${winner.name}` });
  for (let presses = 0; (await focused()) !== `Ver ficha: ${winner.name}`; presses += 1) {
    if (presses > 60) throw new Error(`the Tab key never reaches the card; ${await focused()}`);
    await page.keyboard.press("Tab");
  }
  // The first card of that name may stand among the bidders.
  const card = region.getByRole("region", { name: `Ficha de ${winner.name}` }).first();
  await page.keyboard.press("Enter");
  await card.getByText("En el padrón").waitFor();
  await expectWinnersCard(card);
  await page.keyboard.press("Enter");
  await expect.poll(() => card.isVisible()).toBe(false);
  expect(await open.count()).toBe(1);
});

async function expectWinnersCard(card: Locator): Promise<void> {
  const text = await card.innerText();
  expect(text).toContain("La lista al 30 jun 2026 tiene este RFC como «presunto».");
  expect(text).toContain("Es un procedimiento en curso, no una conclusión.");
  expect(text).toContain("no de contratos ni de licitaciones");
  expect(text).toMatch(/Procedimientos ganados: \d/);
  expect(text).toMatch(/ \$[\d,.]+ \(n = \d+\)/);
  const wins = card.getByRole("list", { name: "Adjudicaciones que ganó" });
  const links = await wins
    .getByRole("link")
    .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  expect(links.some((href) => href.endsWith(`/${tender.portalId}`))).toBe(true);
}

it("says why a file of the feed cannot be read, and finds it once the feed names another", async () => {
  const read = (file: string) => readFileSync(join(stage.feedFolder, file), "utf8");
  const write = (file: string, text: string) => writeFileSync(join(stage.feedFolder, file), text);
  const manifest = ExtensionManifest.parse(JSON.parse(read("extension/index.json")));
  const details = ExtensionDetails.parse(JSON.parse(read(`extension/${manifest.details?.path}`)));
  const shard = hashBytes(tender.portalId).slice(0, 2);
  const old = details.processes[shard];
  if (old === undefined) throw new Error("no file of the tender's");
  // The feed is published anew while the extension still knows the old one.
  const content = `${read(old.path)}\n`;
  rmSync(join(stage.feedFolder, old.path));
  await ageFeed(stage);
  await openProcedure(tender.portalId);
  const { region } = overlay(page);
  await region
    .getByText(/^No se pudo leer quién participó y quién ganó\. La dirección resp/)
    .waitFor();

  const fresh = { path: "extension/procesos-0123456789abcdef.json", sha256: hashBytes(content) };
  write(fresh.path, content);
  const processes = { ...details.processes, [shard]: fresh };
  const named = JSON.stringify({ ...details, processes });
  write("extension/detalles-0123456789abcdef.json", named);
  const renewed = { path: "detalles-0123456789abcdef.json", sha256: hashBytes(named) };
  write("extension/index.json", JSON.stringify({ ...manifest, details: renewed }));
  await ageFeed(stage);
  await page.reload();
  await region.getByRole("list", { name: "Participantes" }).waitFor();
});

it("says of a procedure that no report speaks of that nothing is known, and never 0", async () => {
  await openProcedure(untold);
  const { region } = overlay(page);
  await region
    .getByText("Sin datos: ningún informe importado habla de este procedimiento")
    .waitFor();
  const text = await region.innerText();
  expect(text).toMatch(/De \d+ procedimientos, se sabe quién participó en \d+ y quién ganó en \d+/);
  expect(text).not.toMatch(/Participaron: 0|Adjudicaciones: 0|\$0/);
});

it("shows a buyer's usual suppliers and amounts, with n, once it alone is chosen", async () => {
  await page.goto(durango.baseUrl + durango.routes.listado);
  const { buyers, region } = overlay(page);
  await buyers.getByRole("checkbox", { name: tender.body }).check();
  const card = region.getByRole("region", {
    name: `Proveedores habituales y montos: ${tender.body}`,
  });
  await card.getByRole("list", { name: "Proveedores habituales" }).waitFor();
  const text = await card.innerText();
  expect(text).toMatch(/Adjudicaciones: [\d,]+; se conoce el monto de [\d,]+\./);
  expect(text).toMatch(/mediana \$[\d,.]+ \(n = \d+\); la mitad central, de \$[\d,.]+ a \$/);
  expect(text).toMatch(/De \d+ procedimientos, se sabe/);
});

it("shows earlier purchases like a procedure, by which words, who won and for how much, on its page and on a row", async () => {
  const { later, earlier, award } = alike;
  const expectAlike = async (within: Locator): Promise<void> => {
    const purchases = within.getByRole("list", { name: "Compras parecidas de antes" });
    const item = purchases.getByRole("listitem").filter({
      has: page.locator(`a[href$="/${earlier.id}"]`),
    });
    await item.getByText(award.winner.name).waitFor();
    const text = await item.innerText();
    expect(text).toContain(pesos(award.amount ?? 0));
    expect(text).toMatch(/Se parecen en: «[^»]+»/);
    expect(await within.innerText()).toMatch(
      /Compras parecidas: \d+\. Se conoce quién ganó en \d+ y el monto completo en \d+\./,
    );
  };
  await openProcedure(later.id);
  const { region } = overlay(page);
  await expectAlike(region.getByRole("region", { name: "Compras parecidas de antes" }));

  await page.goto(durango.baseUrl + durango.routes.listado);
  await region.getByText(/^Filas de esta página/).click();
  const row = region
    .locator(".page-news")
    .getByRole("listitem")
    .filter({ has: page.locator(`a[href$="/${later.id}"]`) });
  await row.locator("summary").click();
  await row.getByRole("button", { name: "Compras parecidas de antes" }).click();
  await expectAlike(row.getByRole("region", { name: /^Compras parecidas a: / }));
});

it("still tells which purchases are alike where the feed's amounts cannot be read", async () => {
  const folder = join(stage.feedFolder, "extension");
  for (const file of readdirSync(folder).filter((name) => name.startsWith("montos-"))) {
    rmSync(join(folder, file));
  }
  await ageFeed(stage);
  await openProcedure(alike.later.id);
  const { region } = overlay(page);
  const card = region.getByRole("region", { name: "Compras parecidas de antes" });
  await card.locator(`a[href$="/${alike.earlier.id}"]`).waitFor();
  await card.getByText(/^No se pudo leer quién participó y quién ganó/).waitFor();
  expect(await card.innerText()).not.toMatch(/\$|sin datos/);
});

it("shows a buyer's next dates, what it buys and in which months it publishes, with the counts they rest on", async () => {
  await page.goto(durango.baseUrl + durango.routes.listado);
  const { buyers, region } = overlay(page);
  await buyers.getByRole("checkbox", { name: tender.body }).check();
  const own = stage.portal.corpus.procedures.filter(
    ({ listed, unidadCompradora }) => listed && unidadCompradora.nombre === tender.body,
  );
  await region.getByText("Calendario y compras de la dependencia").click();
  await region.getByText(`Sobre los ${own.length} procedimientos de esta dependencia`).waitFor();
  const months = region.getByRole("list", { name: "En qué meses publica" });
  const counts = await months.locator(".n").allInnerTexts();
  const expected = Array.from({ length: 12 }, (_, month) => {
    const two = String(month + 1).padStart(2, "0");
    const inMonth = own.filter(({ fechaPublicacion = "" }) => fechaPublicacion.slice(5, 7) === two);
    return String(inMonth.length);
  });
  expect(counts).toEqual(expected);
  const goods = own.filter(({ materia }) => /adquisiciones|arrendamientos/.test(materia)).length;
  const categories = await region.getByRole("list", { name: "Materia" }).innerText();
  expect(categories).toContain(`Bienes y arrendamientos: ${goods}`);
});

it("finds suppliers in all of the registry by their line of business and their status, with their cards", async () => {
  await page.goto(durango.baseUrl + durango.routes.listado);
  const { region, supplierSearch, suppliers } = overlay(page);
  await overlay(page).tab("Padrón").click();
  const all = stage.portal.corpus.suppliers;
  const [giro = ""] = all.find(({ giros }) => giros.length > 0)?.giros ?? [];
  await supplierSearch.fill(giro);
  const ofGiro = all.filter(({ giros }) => giros.includes(giro));
  const count = region.getByRole("status").filter({ hasText: /proveedores$/ });
  await expectText(count, `${ofGiro.length} de ${all.length} proveedores`);
  await region.getByLabel("Estado en el padrón").selectOption({ label: "Vigente" });
  const inForce = ofGiro.filter(({ estatus }) => /vigente|activo/i.test(estatus ?? ""));
  await expectText(count, `${inForce.length} de ${all.length} proveedores`);

  await region.getByLabel("Estado en el padrón").selectOption({ label: "Cualquiera" });
  await supplierSearch.fill(winner.rfc ?? "");
  await suppliers.getByRole("button", { name: `Ver ficha: ${winner.name}` }).click();
  const card = suppliers.getByRole("region", { name: `Ficha de ${winner.name}` });
  await card.getByText("La lista al").waitFor();
  await expectWinnersCard(card);
});

it("says of a procedure's page whether the data say the same, in what they differ and which is newer", async () => {
  const { region } = overlay(page);
  const changed = stage.portal.corpus.procedures.filter(
    ({ listed, dirt, fechaFallo }) => listed && dirt.length === 0 && fechaFallo !== undefined,
  );
  const [same, postponed, renamed] = changed;
  if (!same || !postponed || !renamed) throw new Error("the corpus has too few clean procedures");
  postponed.fechaFallo = "2099-01-20T13:00:00-06:00";
  renamed.descripcion = "ADQUISICIÓN DE ZAFIROS";

  await openProcedure(same.id);
  await region.getByText(/^Coincide con los datos del \d/).click();
  await region.getByText(/^Igual en ambos: .*Fallo/).waitFor();
  await region.getByText(/^Esta página llegó del portal el \d/).waitFor();

  await openProcedure(postponed.id);
  await region.getByText("Más nuevo en el portal").waitFor();
  await region.getByText("La página dice: 20 ene 2099, 13:00").waitFor();
  await region.getByText(/^Los datos del \d+ \w+ \d{4}, \d{2}:\d{2} dicen: \d/).waitFor();

  await openProcedure(renamed.id);
  await region.getByText("Difiere de los datos").waitFor();
  await region.getByText("La página dice: ADQUISICIÓN DE ZAFIROS").waitFor();
});

it("finds by the partida that a report tells, and says that the PNT does", async () => {
  const list = await stage.openList();
  const { partida, partidaOptions, partidaChips, results } = overlay(list);
  await partida.fill(toldPartida);
  await expectText(partidaOptions, /^339 .* lo escrito empieza con esta partida \d+$/);
  await partidaOptions.first().click();
  await expectText(
    partidaChips.locator(".help"),
    /^\d+ en total: [1-9]\d* según la PNT, \d+ según sus palabras$/,
  );
  await expect
    .poll(async () => (await results.locator(".why").allTextContents()).join(" "))
    .toContain(`partida ${toldPartida}, según la PNT`);
  await list.close();
  await openProcedure(tender.portalId);
  await overlay(page)
    .region.getByText(`partida ${toldPartida}, según la PNT (Servicios prof`)
    .waitFor();
});
