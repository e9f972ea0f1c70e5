import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ProcedureTruth } from "../../fixtures/practice-portal/truth.ts";
import { addDays } from "../../shared/values/dates.ts";
import { subjectPartidas } from "../unit/search/golden-partidas.ts";
import { subjectOf } from "../unit/search/golden-subjects.ts";
import { bruteForce, day, mentions } from "./support/expectations.ts";
import { expectFound as expectAllOf, openUnfiltered } from "./support/filtered-list.ts";
import { expectCount, expectText, overlay, visibleRowIds } from "./support/overlay.ts";
import { type ListKind, raiseStage, type Stage, today } from "./support/stage.ts";

describe.each<ListKind>(["html", "datatables", "json"])(
  "filters over a list of kind %s",
  (kind) => {
    let stage: Stage;
    let truth: ProcedureTruth[];
    let total: number;

    beforeAll(async () => {
      stage = await raiseStage(kind);
      truth = stage.portal.corpus.procedures;
      total = bruteForce(truth, () => true).length;
      await stage.turnToFeed(stage.feedUrl);
    });
    afterAll(() => stage?.strike());

    const open = (options?: Parameters<Stage["openList"]>[0]) => openUnfiltered(stage, options);
    const expectFound = (page: Page, expected: string[]) => expectAllOf(page, expected, total);

    it("shows the page untouched and the whole count while nothing is asked", async () => {
      const page = await open();
      await expectCount(page, total, total);
      // The portal's own script may put its rows in place after the panel.
      await expect.poll(async () => new Set(await visibleRowIds(page)).size).toBeGreaterThan(10);
      await page.close();
    });

    it("filters by several buyers at once, with a live count for each", async () => {
      const page = await open();
      const { buyers } = overlay(page);
      const [first, second] = commonUnits(truth);
      const boxOf = (name: string) =>
        buyers.getByRole("checkbox", { name: new RegExp(`^${escapePattern(name)} \\d+$`) });
      const of = (names: string[]) =>
        bruteForce(truth, ({ unidadCompradora }) => names.includes(unidadCompradora.nombre));
      for (const name of [first, second]) {
        await boxOf(name).waitFor();
        const label = await boxOf(name).evaluate((box) =>
          box.closest("label")?.innerText.replace(/\s+/g, " "),
        );
        expect(label).toBe(`${name} ${of([name]).length}`);
      }
      await boxOf(first).check();
      await expectFound(page, of([first]));
      await boxOf(second).check();
      await expectFound(page, of([first, second]));
      await page.close();
    });

    it.each([
      "adquisición",
      "ADQUISICION",
      "papel",
      "servicio limpieza",
      "niñ",
      "ano",
      "mantenimiento 2026",
    ])("finds the product or service %j", async (text) => {
      const page = await open();
      await overlay(page).text.fill(text);
      await expectFound(
        page,
        bruteForce(truth, (procedure) => mentions(procedure, text)),
      );
      await page.close();
    });

    it("filters by the days of publication and of opening, both ends included", async () => {
      const page = await open();
      const published = truth.flatMap((procedure) => day(procedure.fechaPublicacion) ?? []).sort();
      const from = published[Math.floor(published.length * 0.4)] ?? "";
      const to = published[Math.floor(published.length * 0.7)] ?? "";
      await overlay(page).day("Publicada desde").fill(from);
      await overlay(page).day("Publicada hasta").fill(to);
      const within = (instant: string | undefined) =>
        instant !== undefined && from <= instant.slice(0, 10) && instant.slice(0, 10) <= to;
      await expectFound(
        page,
        bruteForce(truth, ({ fechaPublicacion }) => within(fechaPublicacion)),
      );
      await overlay(page).clear.click();
      await overlay(page).day("Apertura desde").fill(from);
      await overlay(page).day("Apertura hasta").fill(to);
      await expectFound(
        page,
        bruteForce(truth, ({ fechaAperturaProposiciones }) => within(fechaAperturaProposiciones)),
      );
      await page.close();
    });

    it.each([
      ["Hoy", 1],
      ["7 días", 7],
      ["30 días", 30],
    ])("knows the preset %s", async (name, days) => {
      const page = await open();
      const since = addDays(today(), 1 - days);
      await overlay(page)
        .region.getByRole("group", { name: "Publicación" })
        .getByRole("button", { name })
        .click();
      await expectFound(
        page,
        bruteForce(
          truth,
          ({ fechaPublicacion }) =>
            fechaPublicacion !== undefined &&
            fechaPublicacion.slice(0, 10) >= since &&
            fechaPublicacion.slice(0, 10) <= today(),
        ),
      );
      await page.close();
    });

    it("filters by modality, and by open or closed as the dates tell it", async () => {
      const page = await open();
      await overlay(page)
        .methods.getByRole("checkbox", { name: /^Adjudicación directa/ })
        .check();
      await expectFound(
        page,
        bruteForce(truth, ({ modalidad }) => modalidad === "adjudicacionDirecta"),
      );
      await overlay(page).clear.click();
      const now = Date.now();
      const opens = ({ fechaAperturaProposiciones }: ProcedureTruth) =>
        Date.parse(fechaAperturaProposiciones ?? "");
      await overlay(page)
        .states.getByRole("checkbox", { name: /^Abierta/ })
        .check();
      await expectFound(
        page,
        bruteForce(truth, (procedure) => opens(procedure) >= now),
      );
      await overlay(page)
        .states.getByRole("checkbox", { name: /^Abierta/ })
        .uncheck();
      await overlay(page)
        .states.getByRole("checkbox", { name: /^Sin fecha/ })
        .check();
      await expectFound(
        page,
        bruteForce(truth, (procedure) => Number.isNaN(opens(procedure))),
      );
      await page.close();
    });

    it("combines filters, keeps them over reload and paging, shares them as a link, and clears them only when asked", async () => {
      const page = await open();
      const [buyer] = commonUnits(truth);
      const { buyers, text } = overlay(page);
      await text.fill("de");
      await buyers
        .getByRole("checkbox", { name: new RegExp(`^${escapePattern(buyer)} \\d+$`) })
        .check();
      const expected = bruteForce(
        truth,
        (procedure) => procedure.unidadCompradora.nombre === buyer && mentions(procedure, "de"),
      );
      await expectFound(page, expected);

      await page.waitForURL(/#compras-abiertas.*texto=de&dependencia=/);
      const link = page.url();
      await page.reload();
      await expectFound(page, expected);
      if (kind === "html") {
        await page.getByRole("link", { name: "Siguiente" }).click();
        await page.waitForURL(/pagina=2/);
        await expectFound(page, expected);
      }

      await overlay(page).clear.click();
      await expectCount(page, total, total);
      // The rows that are out of sight come back a frame after the count.
      await expect.poll(async () => new Set(await visibleRowIds(page)).size).toBeGreaterThan(10);
      // The address is written when the page has nothing better to do.
      await expect.poll(() => page.url()).not.toContain("#compras-abiertas");

      const shared = await open({ hash: new URL(link).hash });
      await expectFound(shared, expected);
      await Promise.all([page.close(), shared.close()]);
    });

    if (kind === "html") {
      it("shows a dependencia of a link that the data lacks as chosen, so that it can be taken away", async () => {
        const page = await open({ hash: "#compras-abiertas?dependencia=987654" });
        await expectCount(page, 0, total);
        const unknown = overlay(page).buyers.getByRole("checkbox", { name: /987654.* 0$/ });
        await unknown.uncheck();
        await expectCount(page, total, total);
        expect(await unknown.evaluate((box) => box.matches(":focus"))).toBe(true);
        await page.close();
      });

      it("filters by partida, told in words or digits, whose children it catches", async () => {
        const page = await open();
        const { partida, partidaOptions, partidaChips, region, results } = overlay(page);
        const within = (code: string) =>
          bruteForce(truth, (procedure) =>
            subjectPartidas[subjectOf(procedure)].some((codes) =>
              codes.some((each) => each.startsWith(code)),
            ),
          );
        await partida.fill("hojas");
        await expectText(
          partidaOptions,
          `211 Materiales, útiles y equipos menores de oficina por «hojas de papel» ${within("211").length}`,
        );
        await partida.press("ArrowDown");
        expect(await partida.getAttribute("aria-activedescendant")).toBe(
          await partidaOptions.first().getAttribute("id"),
        );
        await partida.press("Enter");
        await expectFound(page, within("211"));
        // A result out of sight has no text that is shown.
        await expect
          .poll(() => results.locator(".why").first().textContent())
          .toMatch(/partida 211 según sus palabras: material/i);
        expect(await partidaOptions.count()).toBe(0);

        await partida.fill("2100");
        await partidaOptions.filter({ hasText: /^2100 / }).click();
        await expectFound(page, within("21"));
        const counts = `${within("21").length} en total: 0 según la PNT, ${within("21").length} según sus palabras`;
        await expectText(partidaChips.nth(1).locator(".help"), counts);
        await page.waitForURL(/partida=21&partida=211/);
        await page.reload();
        await expectFound(page, within("21"));

        await region.getByRole("button", { name: /^Quitar 2100 / }).click();
        expect(await partida.evaluate((field) => field.matches(":focus"))).toBe(true);
        await expectFound(page, within("211"));
        await partida.fill("21101001");
        await expectText(partidaOptions, /^211 .* la clave CUCoP empieza con esta partida \d+$/);
        await partida.press("Escape");
        expect(await partidaOptions.count()).toBe(0);
        await partida.fill("xyzzy");
        await region.getByText(/^Ninguna partida coincide con «xyzzy»/).waitFor();
        await overlay(page).clear.click();
        await overlay(page).text.fill("partida:21");
        await expectFound(page, within("21"));
        await page.close();
      });
    } else {
      it("filters the rows that the portal's own script puts in place when it turns the page", async () => {
        const page = await open();
        await overlay(page).text.fill("servicio");
        const matching = new Set(bruteForce(truth, (procedure) => mentions(procedure, "servicio")));
        await expectCount(page, matching.size, total);
        const before = (await visibleRowIds(page)).join();
        await page.locator(".paginate_button.next").click();
        await expect
          .poll(async () => {
            const shown = await visibleRowIds(page);
            return shown.join() !== before && shown.every((id) => matching.has(id));
          })
          .toBe(true);
        await expectFound(page, [...matching]);
        await page.close();
      });
    }
  },
);

/** The two units that buy most, whose names tell them apart. */
function commonUnits(truth: readonly ProcedureTruth[]): [string, string] {
  const counts = new Map<string, number>();
  for (const { unidadCompradora, listed } of truth) {
    if (listed) counts.set(unidadCompradora.nombre, (counts.get(unidadCompradora.nombre) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  if (first === undefined || second === undefined)
    throw new Error("The corpus has fewer than two units.");
  return [first, second];
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
