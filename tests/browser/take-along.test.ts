import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import type { Page } from "playwright-core";
import readWorkbook from "read-excel-file/node";
import { afterAll, beforeAll, expect, it } from "vitest";
import { attachmentFile } from "../../fixtures/practice-portal/attachment-file.ts";
import { attachmentPages } from "../../fixtures/practice-portal/attachment-pages.ts";
import type { AttachmentTruth } from "../../fixtures/practice-portal/truth.ts";
import { parseCitation } from "../../scraper/verify/citation.ts";
import { verifyCitation } from "../../scraper/verify/verify-citation.ts";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { matchRoute } from "../../shared/portal/routes.ts";
import { bruteForce } from "./support/expectations.ts";
import { expectCount, expectText, overlay } from "./support/overlay.ts";
import { raiseStage, type Stage } from "./support/stage.ts";

const refused = "El navegador no dejó copiar: la cita quedó seleccionada, cópiala con Ctrl+C.";

let stage: Stage;
let page: Page;
let expected: string[];

beforeAll(async () => {
  stage = await raiseStage("html", { hasTexts: true });
  await stage.turnToFeed(stage.feedUrl);
  page = await stage.openList();
  const { procedures } = stage.portal.corpus;
  expected = bruteForce(procedures, ({ descripcion }) => /limpieza/i.test(descripcion)).map(String);
});
afterAll(() => stage?.strike());

const hasFocus = (element: Element): boolean =>
  element === (element.getRootNode() as ShadowRoot).activeElement; // The overlay's own.

const group = () =>
  overlay(page).region.getByRole("group", { name: "Descargar o imprimir", exact: true });

/** Presses a button by keyboard, and reads the file that comes of it. */
async function take(name: string) {
  const waiting = page.waitForEvent("download");
  await group().getByRole("button", { name }).press("Enter");
  const download = await waiting;
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
}

/** Portal numbers in a CSV. */
function idsIn(csv: Buffer): string[] {
  const rows: Record<string, string>[] = parse(csv, { bom: true, columns: true });
  return rows.map((row) => row["Id del portal"] ?? "");
}

it("takes all that the filter finds along, as CSV and as a workbook", async () => {
  await overlay(page).text.fill("limpieza");
  await expectCount(
    page,
    expected.length,
    bruteForce(stage.portal.corpus.procedures, () => true).length,
  );
  const { name, content } = await take("CSV");
  expect(name).toMatch(new RegExp(`^licitaciones-\\d{4}-\\d\\d-\\d\\d-${expected.length}\\.csv$`));
  expect(content.subarray(0, 7).toString()).toBe("\uFEFFOCID");
  expect(idsIn(content).sort()).toEqual([...expected].sort());

  const workbook = await take("Excel");
  const [sheet, about] = await readWorkbook(workbook.content);
  const [headings = [], ...rows] = sheet?.data ?? [];
  const place = headings.indexOf("Id del portal");
  expect(rows.map((row) => row[place])).toEqual(idsIn(content));
  expect(about?.data).toContainEqual(["Filtro", "Texto: limpieza"]);
  expect(about?.data).toContainEqual(["Fuente", stage.feedUrl]);
  expect(about?.data).toContainEqual(["Aviso", expect.stringMatching(/inventados/)]);
});

it("takes rows along that were picked, which another filter and another page leave picked", async () => {
  const pick = () => overlay(page).results.getByRole("checkbox", { name: /^Elegir: / });
  // What is out of sight is not laid out yet, and has no inner text.
  const title = (await overlay(page).results.getByRole("link").first().textContent()) ?? "";
  await pick().first().press("Space");
  await expectText(group().getByRole("status").first(), "Elegidas: 1");
  await overlay(page).text.fill("papelería");
  await expect.poll(() => pick().first().getAttribute("aria-label")).not.toContain(title);
  await page.goto(`${page.url().replace(/[?#].*/, "")}?pagina=2#compras-abiertas?texto=uniformes`);
  await overlay(page)
    .region.getByText(/^Filas de esta página/)
    .click();
  await overlay(page)
    .region.locator(".page-news")
    .getByRole("checkbox", { name: /^Elegir: / })
    .first()
    .check();
  await expectText(group().getByRole("status").first(), "Elegidas: 2");

  const picked = await take("CSV");
  expect(picked.name).toMatch(/^licitaciones-elegidas-/);
  expect(idsIn(picked.content)).toHaveLength(2);
  expect(picked.content.toString()).toContain(title);
  await group().getByRole("radio", { name: "Lo que encuentra el filtro" }).check();
  expect((await take("JSON")).name).toMatch(/^licitaciones-\d/);
  await group().getByRole("radio", { name: "Solo las elegidas" }).check();

  const opening = stage.context.waitForEvent("page");
  await group().getByRole("button", { name: "Imprimir" }).press("Enter");
  const print = await opening;
  const body = print.getByRole("table").getByRole("row");
  await expect.poll(() => body.count()).toBe(3);
  const text = await print.locator("body").innerText();
  expect(text).toContain("Filtro: Elegidas a mano");
  expect(text).toContain("/consulta/Procedimiento");
  expect((await print.pdf()).subarray(0, 5).toString()).toBe("%PDF-");
  await print.close();

  await group().getByRole("button", { name: "Quitar todas" }).press("Enter");
  expect(await group().getByRole("radio").count()).toBe(0);
  expect(await group().getByRole("button", { name: "Excel" }).evaluate(hasFocus)).toBe(true);
  await overlay(page).text.fill("limpieza");
  const reason = overlay(page).results.locator(".why").first();
  await expect.poll(() => reason.textContent()).toMatch(/limpieza/i);
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
  const { release } = await verifyCitation(parseCitation(copied), stage.feedFolder, undefined);
  expect(copied).toContain(`OCID: ${release.ocid}.`);
  expect(await row.getByRole("textbox", { name: "Cita" }).inputValue()).toBe(copied);

  const session = await stage.context.newCDPSession(page);
  const permission = { name: "clipboard-write" };
  await session.send("Browser.setPermission", { permission, setting: "denied" });
  await row.getByRole("button", { name: "Copiar para BibTeX" }).press("Enter");
  await expectText(row.getByRole("status").filter({ hasText: "cita" }), refused);
  const selected = () =>
    row.getByRole("textbox", { name: "Cita" }).evaluate((element) => {
      const { value, selectionStart, selectionEnd } = element as HTMLTextAreaElement; // By its role.
      return value.slice(selectionStart, selectionEnd);
    });
  await expect.poll(selected).toMatch(/^@misc\{ocds-.*limpieza.*\}\n$/is);
  expect(await row.getByRole("textbox", { name: "Cita" }).evaluate(hasFocus)).toBe(true);
});

it("downloads the documents of a procedure into one ZIP, and tells why one of them could not be had", async () => {
  const { portal } = stage;
  const procedure = portal.corpus.procedures.find(
    ({ listed, dirt, anexos }) => listed && dirt.length === 0 && anexos.length === 3,
  );
  const [bad, ...good] = procedure?.anexos ?? [];
  if (procedure === undefined || bad === undefined) throw new Error("no such procedure");
  const askedFor = () =>
    portal.requests.flatMap(({ path }) => matchRoute(path, durango.routes.anexo) ?? []);
  await page.goto(durango.baseUrl + durango.routes.procedimiento.replace("{id}", procedure.id));
  const card = overlay(page).region.getByRole("region", { name: "Documentos" });
  const items = card.getByRole("list", { name: "Documentos" }).getByRole("listitem");
  await expect.poll(() => items.count()).toBe(3);
  for (const { nombre, bytes } of procedure.anexos) {
    const item = items.filter({ has: page.getByRole("link", { name: nombre, exact: true }) });
    const size = new Intl.NumberFormat("es-MX", { maximumFractionDigits: 0 }).format(bytes / 1000);
    expect(await item.innerText()).toMatch(
      new RegExp(`(?:PDF|DOCX)[^]*\\b${size} kB[^]*visto desde`),
    );
  }

  portal.setFaults([{ name: "html-file", where: (address) => address.endsWith(`/${bad.id}`) }]);
  portal.requests.length = 0;
  const opening = stage.context.waitForEvent("page");
  await card.getByRole("button", { name: "Descargar todo (ZIP)" }).press("Enter");
  const tab = await opening;
  const download = await tab.waitForEvent("download");
  const folder = download.suggestedFilename().replace(/\.zip$/, "");
  expect(folder).toMatch(new RegExp(`^ocds-[\\w-]+-${procedure.id}$`));
  const files = unzipSync(readFileSync(await download.path()));
  const index = Buffer.from(files[`${folder}/indice.csv`] ?? []);
  const rows: Record<string, string>[] = parse(index, { bom: true, columns: true });
  expect(rows.map(({ Archivo, Resultado }) => [Archivo !== "", Resultado])).toEqual([
    [false, expect.stringMatching(/página web en lugar del archivo/)],
    [true, "Descargado"],
    [true, "Descargado"],
  ]);
  expect(
    rows.slice(1).map(({ Archivo }) => Buffer.from(files[`${folder}/${Archivo}`] ?? [])),
  ).toEqual(good.map((anexo) => Buffer.from(attachmentFile(anexo))));
  expect(Object.keys(files)).toHaveLength(4);
  const status = tab.getByRole("status").filter({ hasText: "Listo" });
  await expectText(
    status,
    `Listo: se guardaron 2 de 3 documentos en ${folder}.zip. De los demás, abajo y en el archivo indice.csv se dice por qué.`,
  );
  expect(askedFor()).toEqual(procedure.anexos.map(({ id }) => id));

  // Loaded anew, it asks for nothing until it is told to, and then may be ended.
  portal.setFaults(["stalled"]);
  await tab.reload();
  const button = tab.getByRole("button");
  await expectText(button, "Descargar todo (ZIP)");
  expect(askedFor()).toHaveLength(3);
  await button.press("Enter");
  await expectText(tab.getByRole("status"), `Descargando 1 de 3: ${bad.nombre}`);
  await button.press("Enter");
  await expectText(tab.getByRole("status"), "Se canceló. No se guardó nada.");
  await expectText(button, "Descargar otra vez");
  portal.setFaults([]);
  await tab.close();
});

it("finds a phrase in what is written in a procedure's documents, with its page, and says which are scans", async () => {
  const { procedures } = stage.portal.corpus;
  const isScan = (anexo: AttachmentTruth) => attachmentPages(anexo)[0] === "";
  // Small files have fewer pages.
  const holds = (anexo: AttachmentTruth) =>
    anexo.bytes > 4000 &&
    anexo.fileName.endsWith(".pdf") &&
    attachmentPages(anexo)[1]?.includes("Garantía de cumplimiento");
  const procedure = procedures.find(
    ({ listed, dirt, anexos }) =>
      listed && dirt.length === 0 && anexos.some(holds) && anexos.some(isScan),
  );
  const [told, scan] = [procedure?.anexos.find(holds), procedure?.anexos.find(isScan)];
  await page.goto(
    durango.baseUrl + durango.routes.procedimiento.replace("{id}", `${procedure?.id}`),
  );
  const card = overlay(page).region.getByRole("region", { name: "Documentos" });
  const search = card.getByRole("searchbox", { name: "Buscar en los documentos" });
  await search.fill('"garantia de cumplimiento"');
  const item = card
    .getByRole("list", { name: "Dónde está" })
    .getByRole("listitem")
    .filter({ hasText: told?.nombre ?? "" });
  await item.getByText("Página 2:").waitFor();
  expect(await item.locator("mark").first().innerText()).toBe("Garantía de cumplimiento");
  expect(await item.innerText()).toContain("fianza por el 10 %");
  await card.getByText(`${scan?.nombre}: sin texto, parece escaneado`).waitFor();
  await search.fill("elefante");
  await card.getByText("No está en el texto que se pudo leer.").waitFor();
});
