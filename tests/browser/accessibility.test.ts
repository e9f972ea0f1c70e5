import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { openingsOf, turnTo } from "./support/months.ts";
import { expectNotice, overlay } from "./support/overlay.ts";
import { raiseStage, type Stage } from "./support/stage.ts";
import { violations } from "./support/violations.ts";

const host = "#compras-abiertas";
let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await raiseStage("html", { procedures: 30 });
  await stage.useFeed(stage.feedUrl);
  page = await stage.openList();
  await overlay(page)
    .region.getByText(/^Datos al \d/)
    .waitFor();
});
afterAll(() => stage?.strike());

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

  it("with nothing found", async () => {
    await overlay(page).text.fill("zzzz ninguna");
    await expectNotice(page, /Ningún procedimiento coincide/);
    await expectAccessible(page);
    await overlay(page).clear.click();
  });

  it("in the registry, with a card open", async () => {
    await overlay(page).tab("Padrón").click();
    await overlay(page).suppliers.getByRole("button").first().click();
    await expectAccessible(page);
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

  it("over a procedure's page", async () => {
    const id = stage.portal.corpus.procedures.find(({ listed }) => listed)?.id ?? "";
    const other = await stage.context.newPage();
    await other.goto(durango.baseUrl + durango.routes.procedimiento.replace("{id}", id));
    await expectNotice(other, /Quién participó y quién ganó/);
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
  }
  await expectAccessible(own, "html");
  await own.close();
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

describe("on a screen of 320 px, which is 1280 px at 400 %", () => {
  it("shows all of it without scrolling sideways, in every tab and in the side panel", async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const tab of ["Licitaciones", "Padrón", "Lo mío"] as const) {
      await overlay(page).tab(tab).click();
      const { scrollWidth, clientWidth } = await overlay(page).region.evaluate(
        ({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }),
      );
      expect([tab, scrollWidth]).toEqual([tab, clientWidth]);
    }
    const own = await stage.context.newPage();
    await own.setViewportSize({ width: 320, height: 640 });
    await own.goto(new URL("/sidepanel.html", stage.worker.url()).href);
    await own.getByText(/procedimientos$/).waitFor();
    await own.getByRole("button", { name: "Mes", exact: true }).click();
    await own.getByRole("table").waitFor();
    expect(await own.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await own.close();
  });

  it("keeps what has the focus clear of the tabs and the summary", async () => {
    await overlay(page).tab("Licitaciones").click();
    await overlay(page).tab("Licitaciones").focus();
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(covered)).toBe("");
    }
  });
});

/** Name of what has the focus if something else of the panel covers its middle. */
function covered(): string {
  const root = document.querySelector("#compras-abiertas")?.shadowRoot;
  const focused = root?.activeElement;
  if (!root || !(focused instanceof HTMLElement)) return "";
  const box = focused.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const top = root.elementFromPoint(x, y);
  const isClear = top !== null && (focused.contains(top) || top.contains(focused));
  return isClear ? "" : focused.outerHTML.slice(0, 200);
}
