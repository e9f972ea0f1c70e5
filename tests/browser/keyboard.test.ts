import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readFeedRows, startChangingFeed } from "./support/changing-feed.ts";
import { bruteForce, mentions } from "./support/expectations.ts";
import { expectCount, expectNotice, overlay, visibleRowIds } from "./support/overlay.ts";
import { raiseStage, type Stage } from "./support/stage.ts";

describe("with the keyboard alone", () => {
  let stage: Stage;
  let page: Page;

  beforeAll(async () => {
    stage = await raiseStage("html", { procedures: 60, viewport: { width: 390, height: 844 } });
    await stage.turnToFeed(stage.feedUrl);
    page = await stage.openList();
  });
  afterAll(() => stage?.strike());

  /** Name of what has the focus within the overlay. */
  const focused = (): Promise<string> =>
    page.evaluate(() => {
      const inside = document.querySelector("#compras-abiertas")?.shadowRoot?.activeElement;
      if (!(inside instanceof HTMLElement)) return "";
      const labels = inside instanceof HTMLInputElement ? [...(inside.labels ?? [])] : [];
      const name = inside.getAttribute("aria-label") ?? labels[0]?.innerText ?? inside.innerText;
      return name.replace(/\s+/g, " ").trim();
    });
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let presses = 0; presses < 120; presses += 1) {
      if (name.test(await focused())) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`The Tab key never reaches ${name}; it stands at "${await focused()}".`);
  };

  it("reaches every control in the order of the screen, filters, follows a result, and hides", async () => {
    const truth = stage.portal.corpus.procedures;
    const total = bruteForce(truth, () => true).length;
    await expectCount(page, total, total);

    await tabTo(/^Ocultar$/);
    await tabTo(/^Licitaciones$/);
    await tabTo(/^Producto o servicio$/);
    await page.keyboard.type("adquisicion");
    const matching = bruteForce(truth, (procedure) => mentions(procedure, "adquisicion"));
    await expectCount(page, matching.length, total);

    await tabTo(/^Buscar dependencia$/);
    await tabTo(/^Partida: palabras o cifras$/);
    await tabTo(/^Publicada desde$/);
    await tabTo(/^Apertura hasta$/);
    await tabTo(/^Abierta/);
    await page.keyboard.press("Space");
    const now = Date.now();
    const open = bruteForce(
      truth,
      (procedure) =>
        mentions(procedure, "adquisicion") &&
        Date.parse(procedure.fechaAperturaProposiciones ?? "") >= now,
    );
    await expectCount(page, open.length, total);
    await page.keyboard.press("Space");
    await expectCount(page, matching.length, total);

    await tabTo(/^Ver resultados$/);
    await page.keyboard.press("Enter");
    expect(await focused()).toMatch(/^Coinciden y no están en esta página/);
    await page.keyboard.press("Shift+Tab");
    expect(await focused()).toBe("Mes");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    expect(await focused()).toMatch(/^Filas de esta página/);
    await page.keyboard.press("Shift+Tab");
    expect(await focused()).toBe("Suscribirme a las fechas");
    await tabTo(/^Mes$/);
    const shown = await visibleRowIds(page);
    const elsewhere = overlay(page).results.getByRole("link");
    // The first ten; the rest comes when it is asked for.
    await expect
      .poll(() => elsewhere.count())
      .toBe(Math.min(matching.length - new Set(shown).size, 10));
    await page.keyboard.press("Tab");
    const first = (await elsewhere.first().innerText()).replace(/\s+/g, " ").trim();
    expect(await focused()).toBe(first);
    const address = await elsewhere.first().getAttribute("href");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname === address);
    await page.goBack();
    await expectCount(page, matching.length, total);
  });

  it("moves between the tabs with the arrow keys", async () => {
    await tabTo(/^Licitaciones$/);
    await page.keyboard.press("ArrowRight");
    expect(await focused()).toBe("Padrón");
    await overlay(page).supplierSearch.waitFor();
    await page.keyboard.press("Home");
    expect(await focused()).toBe("Licitaciones");
  });

  it("never loses the focus when it hides or shows", async () => {
    await page.keyboard.press("Alt+Shift+C");
    await expect.poll(focused).toBe("Mostrar");
    await page.keyboard.press("Enter");
    await expect.poll(focused).toBe("Ocultar");
  });

  it("keeps the focus near where it was when what was pressed goes with what it did", async () => {
    const { region, text, clear, more, results, tab } = overlay(page);
    await text.fill("adquisicion");
    await region.getByRole("button", { name: "Guardar búsqueda" }).click();
    await region.getByRole("textbox", { name: "Nombre de la búsqueda" }).fill("Adquisiciones");
    await page.keyboard.press("Enter");
    await expectNotice(page, /Guardada: «Adquisiciones»/);

    await more.press("Enter");
    await more.waitFor({ state: "detached" });
    const links = await results.getByRole("link").allInnerTexts();
    expect(links.length).toBeGreaterThan(10);
    await expect.poll(focused).toBe((links[10] ?? "").replace(/\s+/g, " ").trim());

    await clear.press("Enter");
    await expect.poll(() => text.inputValue()).toBe("");
    await expect.poll(() => clear.getAttribute("aria-disabled")).toBe("true");
    expect(await focused()).toBe("Limpiar filtros");

    await tab("Lo mío").click();
    await region.getByRole("button", { name: "Adquisiciones", exact: true }).press("Enter");
    await expect.poll(() => text.inputValue()).toBe("adquisicion");
    expect(await focused()).toBe("Licitaciones");
  });

  it("has the focus on how old the data is once what was wrong with it is mended", async () => {
    const feed = await startChangingFeed();
    await stage.turnToFeed(feed.url);
    const retry = overlay(page).region.getByRole("button", { name: "Actualizar ahora" });
    await retry.first().focus();
    feed.publish(readFeedRows(stage.feedFolder), new Date().toISOString());
    await page.keyboard.press("Enter");
    await expect.poll(() => retry.count()).toBe(0);
    expect(await focused()).toMatch(/^Datos al \d/);
    feed.close();
  });
});

describe("on a narrow screen", () => {
  it("leaves the portal usable above it, and no wider than the screen", async () => {
    const stage = await raiseStage("html", {
      procedures: 30,
      viewport: { width: 390, height: 844 },
    });
    const page = await stage.openList();
    const { region } = overlay(page);
    await region.waitFor();
    const box = await region.boundingBox();
    expect(box && { x: box.x, width: box.width, isBelow: box.y > 300 }).toEqual({
      x: 0,
      width: 390,
      isBelow: true,
    });
    // The last thing of the page can be scrolled clear of the panel.
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const footer = await page.locator("footer").boundingBox();
    expect((footer?.y ?? 0) + (footer?.height ?? 0)).toBeLessThanOrEqual((box?.y ?? 0) + 1);
    await stage.strike();
  });
});
