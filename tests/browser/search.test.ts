import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tablesPort } from "../../extension/tables-messages.ts";
import { bruteForce } from "./support/expectations.ts";
import {
  inSightOf,
  typeAndPress,
  typeAtOnce,
  untilSeen,
  untilWarm,
  watchCount,
  watchResults,
} from "./support/in-page-scripts.ts";
import { clearFilter, expectCount, expectNotice, overlay } from "./support/overlay.ts";
import { raiseStage, type Stage } from "./support/stage.ts";

let stage: Stage;
let page: Page;
let total: number;

beforeAll(async () => {
  stage = await raiseStage("html");
  await stage.turnToFeed(stage.feedUrl);
  page = await stage.openList();
  total = bruteForce(stage.portal.corpus.procedures, () => true).length;
});
afterAll(() => stage?.strike());

const countTitles = (title: RegExp) =>
  bruteForce(stage.portal.corpus.procedures, ({ descripcion }) => title.test(descripcion)).length;
const ofOffice = /[Úúu?]tiles escolares|material de oficina/i;

it("finds by synonyms, and says at each result why it is there", async () => {
  await overlay(page).text.fill("papelería");
  await expectCount(page, countTitles(ofOffice), total);
  const reasons = overlay(page).results.locator(".why");
  await expect.poll(() => reasons.count()).toBeGreaterThan(0);
  // What is out of sight is not laid out yet, and has no inner text.
  for (const reason of await reasons.allTextContents()) {
    expect(reason).toMatch(/^Coincide: «papeleria» por su sinónimo «.+» \(en el título\)\.$/i);
  }
});

it("says what it leaves out of a text, however that text is", async () => {
  await overlay(page).text.fill('papelería "sin cerrar');
  await expectNotice(page, /Falta cerrar las comillas: se busca «sin cerrar» como frase\./);
  await overlay(page).text.fill("(.*[ - proveedor:limpieza");
  await expectNotice(page, /«proveedor:» no es un dato que se pueda buscar/);
  await expectCount(page, countTitles(/limpieza/i), total);
  await overlay(page).text.fill("x".repeat(10_000));
  await expectNotice(page, /hasta 500 caracteres/);
});

it("searches by the user's own synonyms as soon as they are saved", async () => {
  await overlay(page).text.fill("papelería");
  const options = await saveSynonyms("papelería, juguetes\nsola");
  await options.getByText("Guardado. Grupos: 1").waitFor();
  await options.getByText("Línea 2: un grupo necesita al menos dos palabras.").waitFor();
  await options.close();
  await expectCount(page, countTitles(new RegExp(`${ofOffice.source}|juguetes`, "i")), total);
});

/** The page of options, just asked to save these groups of words. */
async function saveSynonyms(groups: string): Promise<Page> {
  const options = await stage.context.newPage();
  await options.goto(new URL("/options.html", stage.worker.url()).href);
  const { synonyms } = await stage.worker.evaluate(() =>
    chrome.storage.local.get<{ synonyms: string }>({ synonyms: "" }),
  );
  const field = options.getByLabel("Grupos de palabras");
  // What was kept comes into the field after it is drawn, and what is written before that is added to it.
  await expect.poll(() => field.inputValue()).toBe(synonyms);
  await field.fill(groups);
  await options.getByRole("button", { name: "Guardar sinónimos" }).click();
  return options;
}

it("counts what is typed in the page itself, and does not wait for the worker", async () => {
  await clearFilter(page);
  const list = await openToCount();
  await list.close();
});

it("fetches anew what that takes, where the worker ended before all of it was there", async () => {
  const refused = countHanded({ refuse: true });
  const list = await stage.openList();
  await refused;
  await expectCount(list, total, total);
  let isHanded = false;
  const handed = countHanded().then(() => {
    isHanded = true;
  });
  // The page may hear only after a letter that it was refused: the next one asks.
  const type = async (): Promise<boolean> => {
    await overlay(list).text.fill("limp");
    await overlay(list).text.fill("limpi");
    return isHanded;
  };
  await expect.poll(type).toBe(true);
  await handed;
  await expectToCountMeanwhile(list);
  await list.close();
});

describe("a list in which the page counts by itself", () => {
  let list: Page;
  afterAll(() => list?.close());

  it("asks the worker once nobody types, and at each letter where its answer is in sight", async () => {
    list = await openToCount();
    const asked = await stage.worker.evaluateHandle(() => {
      const texts: string[] = [];
      chrome.runtime.onMessage.addListener(({ topic, filter }) => {
        // The field was emptied before: that may be asked about now, or never.
        if (topic === "search" && filter.text !== "") texts.push(filter.text);
      });
      return texts;
    });
    const { results, region } = overlay(list);
    const reasons = results.locator(".why");
    const found = (text: RegExp) =>
      expect.poll(() => reasons.allTextContents()).toContainEqual(expect.stringMatching(text));
    await list.evaluate(typeAtOnce, ["serv", "servi", "servicio"]);
    await found(/servicio/i);
    expect(await asked.jsonValue()).toEqual(["servicio"]);

    await region.getByRole("button", { name: "Ver resultados" }).click();
    await results.evaluate(untilSeen);
    await list.evaluate(typeAtOnce, ["mat", "materi", "material"]);
    await expect.poll(() => asked.jsonValue()).toEqual(["servicio", "mat", "materi", "material"]);
    await found(/material/i);
    await overlay(list).clear.click();
    await expectCount(list, total, total);
  });

  it("saves what is counted at that moment, and not what the worker was asked for before", async () => {
    const download = list.waitForEvent("download");
    const take = overlay(list).region.getByRole("button", { name: "CSV", exact: true });
    await take.evaluate(typeAndPress, "limpieza");
    const found = countTitles(/limpieza/i);
    expect((await download).suggestedFilename()).toMatch(new RegExp(`-${found}\\.csv$`));
    await overlay(list).clear.click();
    await expectCount(list, total, total);
  });
});

/** A list in which the page counts by itself. */
async function openToCount(): Promise<Page> {
  const handed = countHanded();
  const list = await stage.openList();
  await handed;
  await expectToCountMeanwhile(list);
  return list;
}

/** Resolves once the worker has handed out what counting takes, or has refused to. */
function countHanded({ refuse = false } = {}): Promise<void> {
  return stage.worker.evaluate(
    ([name, refuses]) =>
      new Promise<void>((resolve) => {
        const listen = (port: chrome.runtime.Port): void => {
          if (port.name !== name) return;
          chrome.runtime.onConnect.removeListener(listen);
          port.onDisconnect.addListener(() => resolve());
          if (!refuses) return;
          port.disconnect();
          resolve();
        };
        chrome.runtime.onConnect.addListener(listen);
      }),
    [tablesPort, refuse] as const,
  );
}

/** A text is counted while the worker does something else for four seconds, and tells the rest afterwards. */
async function expectToCountMeanwhile(list: Page): Promise<void> {
  await list.evaluate(untilWarm);
  const busy = stage.worker.evaluate(() => {
    const end = performance.now() + 4_000;
    while (performance.now() < end);
  });
  await overlay(list).text.fill("limpieza");
  const counted = expectCount(list, countTitles(/limpieza/i), total);
  expect(await Promise.race([counted.then(() => "counted"), busy.then(() => "free")])).toBe(
    "counted",
  );
  for (const row of await inSightOf(list)) expect(row).toMatch(/limpieza/i);
  await busy;
  await expect.poll(() => overlay(list).results.locator(".why").count()).toBeGreaterThan(0);
  // The next page opens with the filter of this one.
  await clearFilter(list);
  await expectCount(list, total, total);
}

it("filters the rows in sight together with the count, and the rest of the list after them", async () => {
  await overlay(page).text.fill("");
  await expectCount(page, total, total);
  await page.evaluate(watchCount);
  await overlay(page).text.fill("adquisicion");
  const inSight = await page.evaluate<string[]>("globalThis.rowsAtCount");
  expect(inSight.length).toBeGreaterThan(2);
  for (const row of inSight) expect(row).toMatch(/adquisici[oó]n/i);
  const others = page.locator(".body-content tbody tr").filter({ visible: true });
  await expect
    .poll(async () => (await others.allInnerTexts()).every((row) => /adquisici[oó]n/i.test(row)))
    .toBe(true);
});

it("lists results out of sight once nobody types, and until then none of another search", async () => {
  const { results } = overlay(page);
  const reasons = results.locator(".why");
  await overlay(page).text.fill("servicio");
  await expect
    .poll(() => reasons.allTextContents())
    .toContainEqual(expect.stringMatching(/servicio/i));
  await page.evaluate(watchResults);
  await overlay(page).text.fill("papelería");
  await expect
    .poll(() => reasons.allTextContents())
    .toContainEqual(expect.stringMatching(/papeler/i));
  await expect.poll(() => results.getAttribute("aria-busy")).toBe("false");
  expect(await page.evaluate("globalThis.resultsWhileBusy")).toEqual([0]);

  // In sight, they follow what is asked.
  await overlay(page).region.getByRole("button", { name: "Ver resultados" }).click();
  await overlay(page).text.fill("servicio");
  await expect
    .poll(() => reasons.allTextContents())
    .toContainEqual(expect.stringMatching(/servicio/i));
});

it("leaves open what is open in a result, out of sight too, when it finds by other words", async () => {
  const { results, text } = overlay(page);
  await results.getByText("Más", { exact: true }).first().press("Enter");
  await text.press("End");
  const options = await saveSynonyms("servicio, juguetes");
  await options.getByText("Guardado. Grupos: 1").waitFor();
  await options.close();
  await expectCount(page, countTitles(/servicio|juguetes/i), total);
  await expect.poll(() => results.getAttribute("aria-busy")).toBe("false");
  // What is out of sight follows the count by a frame.
  await page.evaluate(
    "new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => setTimeout(resolve))))",
  );
  expect(await results.locator("details[open]").count()).toBe(1);
});
