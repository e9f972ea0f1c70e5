import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { procedureUrl } from "../../shared/portal/read-record.ts";
import { sampleId } from "../../shared/portal/sample.ts";
import { applyMutations, mutations } from "../unit/portal/mutations/all-mutations.ts";
import { type Mutant, mutantMaker } from "../unit/portal/mutations/mutant.ts";
import { judgeRecords, type Outcome } from "../unit/portal/mutations/verdict.ts";
import { pageCases } from "../unit/portal/page-cases.ts";
import { expectNotice, overlay } from "./support/overlay.ts";
import { readSeenTenders } from "./support/seen-tenders.ts";
import { raiseStage, type Stage } from "./support/stage.ts";

/** The outcomes as the overlay has them: a page that is refused is one that it says it cannot read, and of which nothing is kept. */
const cases: [page: string, outcome: Outcome, changes: string[]][] = [
  [
    "listado/complete",
    "right",
    [
      "columns in another order",
      "nested in a table that lays out the page",
      "classes and identifiers renamed",
    ],
  ],
  [
    "listado/complete",
    "right",
    [
      "labels as synonyms of the profile",
      "further columns of similar names",
      "dates as 18 de marzo de 2026",
    ],
  ],
  ["listado/complete", "reported", ["an optional label that nobody knows"]],
  ["listado/complete", "refused", ["a required label that nobody knows"]],
  ["listado/complete", "refused", ["a required label that is left out with its text"]],
  ["listado/complete", "refused", ["dates as 03/18/2026"]],
  [
    "procedimiento/complete",
    "right",
    ["labels and texts as a table in the cell of a table", "classes and identifiers renamed"],
  ],
  [
    "procedimiento/complete",
    "right",
    [
      "labels as synonyms of the profile",
      "pairs in another order",
      "further labels of similar names",
      "dates as 18/03/2026",
    ],
  ],
  ["procedimiento/complete", "reported", ["an optional label that nobody knows"]],
  ["procedimiento/complete", "reported", ["dates as March 18, 2026"]],
  ["procedimiento/complete", "refused", ["a required label that nobody knows"]],
  ["procedimiento/complete", "refused", ["a second label with another text"]],
];

const portalChanged = /El portal cambió y ya no sabemos leer esta página/;
const addresses: Partial<Record<string, string>> = {
  listado: durango.baseUrl + durango.routes.listado,
  procedimiento: procedureUrl(durango, sampleId),
};
let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await raiseStage("html", { procedures: 1 });
  await stage.turnToFeed("http://127.0.0.1:9/");
  page = await stage.context.newPage();
});
afterAll(() => stage?.strike());
beforeEach(async () => {
  await page.goto("about:blank");
  await stage.context.unrouteAll();
  await readSeenTenders(stage, true);
});

it.each(cases)("%s is %s after: %j", async (name, outcome, changes) => {
  const mutant = makeMutant(name, changes);
  const address = addresses[mutant.definition.id];
  if (address === undefined) throw new Error(`no overlay lies over ${name}`);
  const body = mutant.$.html();
  await stage.context.route(address, (route) =>
    route.fulfill({ body, contentType: "text/html; charset=utf-8" }),
  );
  await page.goto(address);
  const verdict = new RegExp(`^${outcome}:`);
  await expect.poll(() => judgeOverlay(mutant), { timeout: 10_000 }).toMatch(verdict);

  const kept = outcome === "refused" ? 0 : mutant.truth.size;
  await expectNotice(page, new RegExp(`páginas que has abierto \\(${kept}\\)`));
  const isPartlyRead = (await readSeenTenders(stage)).some(({ problemas }) => problemas.length > 0);
  if (isPartlyRead) await expectNotice(page, /no se pudo leer, y de esa parte no mostramos nada/);
  expect(await judgeOverlay(mutant)).toMatch(verdict);
});

function makeMutant(name: string, changes: readonly string[]): Mutant {
  const saved = pageCases().find((each) => `${each.definition.id}/${each.name}` === name);
  if (saved === undefined) throw new Error(`there is no saved page ${name}`);
  const mutant = mutantMaker(saved)();
  for (const change of changes) {
    const mutation = mutations.find((each) => each.name === change);
    if (mutation === undefined) throw new Error(`there is no mutation "${change}"`);
    if (!applyMutations(mutant, [mutation], 2026)) throw new Error(`"${change}" finds nothing`);
  }
  return mutant;
}

/** How what is kept of the page and what is said of it stand to what the page says, and why. */
async function judgeOverlay(mutant: Mutant): Promise<string> {
  const kept = await readSeenTenders(stage);
  if (portalChanged.test(await overlay(page).region.innerText())) {
    return kept.length === 0 ? "refused: and said so" : "wrong: refused, and kept all the same";
  }
  const { outcome, why } = judgeRecords(mutant, kept);
  return `${outcome}: ${why}`;
}
