import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { expectCount, expectNotice, overlay, visibleRowIds } from "./support/overlay.ts";
import { serveManifest } from "./support/small-feed.ts";
import { type ListKind, raiseStage, type Stage } from "./support/stage.ts";

describe.each<ListKind>(["html", "datatables", "json"])("over a list of kind %s", (kind) => {
  let stage: Stage;
  let total: number;
  let pages: Page[] = [];

  beforeAll(async () => {
    stage = await raiseStage(kind, { procedures: 60 });
    total = stage.portal.corpus.procedures.filter(({ listed }) => listed).length;
  });
  afterAll(() => stage?.strike());
  afterEach(async () => {
    stage.portal.setFaults([]);
    await Promise.all(pages.map((page) => page.close()));
    pages = [];
    // Last: a page that is closed still keeps the filter that was just chosen.
    await stage.worker.evaluate(() => chrome.storage.local.remove(["filter", "isHidden"]));
  });

  const open = async (): Promise<Page> => {
    const page = await stage.openList();
    pages.push(page);
    return page;
  };
  /** The rows of the page that are procedures: `PRUEBA` has a link too. */
  const shownProcedures = async (page: Page): Promise<string[]> => {
    const junk = new Set(stage.portal.corpus.junk.map(({ id }) => id));
    return (await visibleRowIds(page)).filter((id) => !junk.has(id));
  };

  describe("without a feed", () => {
    it("works on the pages that were opened, and says so", async () => {
      await stage.turnToFeed("http://127.0.0.1:9/");
      const page = await open();
      await expectNotice(page, /Sin datos abiertos todavía/);
      await expect.poll(() => shownProcedures(page)).not.toEqual([]);
      const shown = new Set(await shownProcedures(page));
      await expectCount(page, shown.size, shown.size);

      await page.getByRole("link", { name: "Siguiente" }).click();
      // A page that is not there yet shows none.
      const isTurned = async (): Promise<boolean> => {
        const [first] = await shownProcedures(page);
        return first !== undefined && !shown.has(first);
      };
      await expect.poll(isTurned).toBe(true);
      await page.waitForLoadState();
      const more = new Set([...shown, ...(await shownProcedures(page))]);
      await expectCount(page, more.size, more.size);
      await expectNotice(page, /No hay respuesta en esa dirección/);
    });

    it("knows the registry once its page was opened", async () => {
      const page = await open();
      await overlay(page).tab("Padrón").click();
      await expectNotice(page, /Todavía no conocemos el padrón/);
      const registry = await stage.context.newPage();
      pages.push(registry);
      await registry.goto("https://comprasestatal.durango.gob.mx/consulta/Proveedores");
      await expect.poll(() => overlay(page).suppliers.count(), { timeout: 10_000 }).toBe(1);
    });
  });

  describe("with a feed", () => {
    beforeAll(() => stage.turnToFeed(stage.feedUrl));

    it("says how recent the data is", async () => {
      const page = await open();
      await expectCount(page, total, total);
      await expectNotice(page, /Datos al \d{1,2} \w+ \d{4}, \d{2}:\d{2}/);
    });

    it("hides and shows at a press of its button or its key, and the portal is itself again meanwhile", async () => {
      const page = await open();
      await expectCount(page, total, total);
      await expect.poll(() => visibleRowIds(page)).not.toEqual([]);
      const all = await visibleRowIds(page);
      await overlay(page).text.fill("zzzz ninguna");
      await expectCount(page, 0, total);
      // Rows that the portal's script puts in place are hidden once they are read.
      await expect.poll(() => visibleRowIds(page)).toEqual([]);

      await overlay(page).hide.click();
      await expect.poll(() => visibleRowIds(page)).toEqual(all);
      expect(await styleOf(page)).toBeNull();
      await page.reload();
      await overlay(page).show.waitFor();
      await expect.poll(() => visibleRowIds(page)).toEqual(all);
      // No room was kept either, though it is made before the panel comes.
      expect(await styleOf(page)).toBeNull();

      // The key is listened to a frame after the button is drawn.
      const press = async (): Promise<boolean> => {
        if (await overlay(page).show.isVisible()) await page.keyboard.press("Alt+Shift+C");
        return overlay(page).hide.isVisible();
      };
      await expect.poll(press).toBe(true);
      await expectCount(page, 0, total);
      await expect.poll(() => visibleRowIds(page)).toEqual([]);
      await overlay(page).clear.click();
      await expectCount(page, total, total);
    });

    it("finds suppliers by name, by RFC and by line of business", async () => {
      const page = await open();
      await overlay(page).tab("Padrón").click();
      const { supplierSearch, suppliers } = overlay(page);
      const companies = stage.portal.corpus.suppliers.filter(({ rfc }) => rfc?.length === 12);
      const company = companies[3];
      if (company?.rfc === undefined) throw new Error("The corpus has too few companies.");
      for (const text of [company.nombre, company.rfc, company.giros[0] ?? ""]) {
        await supplierSearch.fill("zzzz ninguno");
        await expect.poll(() => suppliers.count()).toBe(0);
        await supplierSearch.fill(text);
        await expect
          .poll(() =>
            suppliers
              .getByRole("listitem")
              .filter({ hasText: company.rfc ?? "" })
              .count(),
          )
          .toBeGreaterThan(0);
      }
    });

    it("steps aside when the portal has changed, and still searches the feed", async () => {
      stage.portal.setFaults(["no-labels"]);
      const page = await open();
      await expectNotice(page, /El portal cambió/);
      await overlay(page).text.fill("adquisicion");
      await expect.poll(() => overlay(page).results.count()).toBe(1);
      const rows = page.locator(".body-content table tbody tr").filter({ visible: true });
      await expect.poll(() => rows.count()).toBeGreaterThan(10);
      await overlay(page).clear.click();
    });

    it("says how old the feed is", async () => {
      const folder = join(stage.feedFolder, "extension");
      const manifest = JSON.parse(readFileSync(join(folder, "index.json"), "utf8"));
      const readAt = new Date(Date.now() - 9.5 * 86_400_000).toISOString();
      const server = await serveManifest(Buffer.from(JSON.stringify({ ...manifest, readAt })), {
        path: manifest.path,
        bytes: readFileSync(join(folder, manifest.path)),
      });
      await stage.turnToFeed(server.url);
      const page = await open();
      await expectNotice(page, /Los datos tienen 9 días/);
      await expectCount(page, total, total);
      server.close();
      await stage.turnToFeed(stage.feedUrl);
    });
  });
});

/** What the page is asked for while there is room for the panel. */
function styleOf(page: Page): Promise<string | null> {
  return page.evaluate(() => document.documentElement.getAttribute("style"));
}
