import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { matchRoute } from "../../../shared/portal/routes.ts";

/** The overlay on a page, by the names that people and their screen readers know. */
export function overlay(page: Page) {
  const region = page.getByRole("region", { name: "Compras Abiertas", exact: true });
  return {
    region,
    text: region.getByRole("searchbox", { name: "Producto o servicio" }),
    buyers: region.getByRole("group", { name: "Dependencia" }),
    methods: region.getByRole("group", { name: "Modalidad" }),
    states: region.getByRole("group", { name: "Estado" }),
    partida: region.getByRole("combobox", { name: "Partida: palabras o cifras" }),
    partidaOptions: region.getByRole("listbox", { name: "Partidas sugeridas" }).getByRole("option"),
    partidaChips: region.getByRole("list", { name: "Partidas elegidas" }).getByRole("listitem"),
    day: (name: string) => region.getByLabel(name, { exact: true }),
    clear: region.getByRole("button", { name: "Limpiar filtros" }),
    hide: region.getByRole("button", { name: "Ocultar" }),
    show: region.getByRole("button", { name: "Mostrar" }),
    count: region.getByRole("status").filter({ hasText: /procedimientos$/ }),
    results: region.getByRole("list", { name: "Resultados" }),
    more: region.getByRole("button", { name: "Ver más resultados" }),
    tab: (name: "Licitaciones" | "Padrón" | "Lo mío") => region.getByRole("tab", { name }),
    supplierSearch: region.getByRole("searchbox", { name: "Buscar proveedor" }),
    suppliers: region.getByRole("list", { name: "Proveedores" }),
  };
}

/** Takes all filters away, and waits until that is kept for the pages opened next. */
export async function clearFilter(page: Page): Promise<void> {
  await overlay(page).clear.click();
  // The address is written when the page has nothing better to do, along with what is kept.
  await expect.poll(() => page.url()).not.toContain("#compras-abiertas");
}

/** Waits until the overlay says that it found `count` of `total`. */
export async function expectCount(page: Page, count: number, total: number): Promise<void> {
  await expectText(overlay(page).count, `${group(count)} de ${group(total)} procedimientos`);
}

/** Waits until the first of some elements reads just so, or as a pattern says, and says what it read instead if it never does. */
export async function expectText(locator: Locator, text: string | RegExp): Promise<void> {
  const read = async (): Promise<string> =>
    (await locator.count()) === 0
      ? "(not there)"
      : (await locator.first().innerText()).replace(/\s+/g, " ").trim();
  const reads = expect.poll(read, { timeout: 10_000 });
  await (typeof text === "string" ? reads.toBe(text) : reads.toMatch(text));
}

/** Waits until something that the overlay says reads like this. */
export async function expectNotice(page: Page, text: RegExp): Promise<void> {
  await expect.poll(() => overlay(page).region.innerText(), { timeout: 10_000 }).toMatch(text);
}

/** Portal numbers of the rows that the portal's own table shows, in order. */
export async function visibleRowIds(page: Page): Promise<string[]> {
  const rows = page
    .locator(".body-content table tbody tr")
    .filter({ has: page.locator("a[href]"), visible: true });
  const links = await rows
    .locator("a[href]")
    .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  return links.flatMap((href) => matchRoute(href, durango.routes.procedimiento) ?? []);
}

/** Portal numbers of all the results that the overlay lists, opening them to the last. */
export async function allResultIds(page: Page): Promise<string[]> {
  const { results, more } = overlay(page);
  while ((await more.count()) > 0) {
    const before = await results.getByRole("link").count();
    await more.click();
    // Briefly: the list may be another one by now, and whoever asks for it asks again.
    const count = () => results.getByRole("link").count();
    await expect.poll(count, { timeout: 1_000 }).toBeGreaterThan(before);
  }
  if ((await results.count()) === 0) return [];
  const links = await results
    .getByRole("link")
    .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  return links.flatMap((href) => matchRoute(href, durango.routes.procedimiento) ?? []);
}

function group(count: number): string {
  return new Intl.NumberFormat("es-MX").format(count);
}
