import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { readSheet } from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { tenderColumns } from "../../../scraper/publish/tender-columns.ts";
import { CompiledRelease, Release } from "../../../shared/ocds/schema.ts";
import { recipePages, recipeSteps } from "./read-recipes.ts";
import { hasProgram, runDuckDb, runScript, runShell, runSqlite, sampleFolder } from "./run-step.ts";

const pages = recipePages();
const stepsOf = (page: string) => recipeSteps(page, pages.get(page) ?? "");

async function expectOutputs(page: string, run: (code: string) => string | Promise<string>) {
  const steps = stepsOf(page);
  expect(steps.length).toBeGreaterThan(1);
  for (const { name, code, output } of steps) {
    expect(`${name}\n${await run(code)}`).toBe(`${name}\n${output}`);
  }
}

const readSample = (file: string) => readFileSync(path.join(sampleFolder, file));

describe("the recipes", () => {
  it.each([
    ["duckdb.md", runDuckDb],
    ["sqlite.md", runSqlite],
    ["javascript.md", runScript],
  ] as const)("of %s give what the page says", (page, run) => expectOutputs(page, run));

  it.skipIf(!hasProgram("jq"))(
    "of jq.md give what the page says (skipped where jq is not installed: apt-get install jq)",
    () => expectOutputs("jq.md", runShell),
  );

  it("for a spreadsheet name columns that are where the page says, and the count that Excel gives", async () => {
    const page = pages.get("hoja-de-calculo.md") ?? "";
    const [heading = [], ...rows] = await readSheet(readSample("licitaciones.xlsx"));
    const named = [...page.matchAll(/^\| ([A-Z]) \| `([^`]+)` \|/gm)];
    expect(named.length).toBeGreaterThan(4);
    for (const [, letter = "", title] of named) {
      expect([letter, heading[letter.charCodeAt(0) - 65]]).toEqual([letter, title]);
    }
    const [, column = "", word, count] =
      /`=CONTAR\.SI\(Licitaciones!([A-Z]):[A-Z];"([^"]+)"\)` da \*\*(\d+)\*\*/.exec(page) ?? [];
    const found = rows.filter((row) => row[column.charCodeAt(0) - 65] === word);
    expect(found.length).toBe(Number(count));
  });

  it("are all in the list, and all are run", () => {
    const list = pages.get("README.md") ?? "";
    const others = [...pages.keys()].filter((page) => page !== "README.md");
    expect(others.filter((page) => !list.includes(`(${page})`))).toEqual([]);
    expect(others.filter((page) => stepsOf(page).length === 0)).toEqual(["hoja-de-calculo.md"]);
  });
});

describe("the sample", () => {
  const lines = (text: Buffer) => text.toString().trimEnd().split("\n");

  it("has 50 procedures, the same in every format, as the feed writes them today", async () => {
    const compiled = lines(gunzipSync(readSample("full.jsonl.gz"))).map((line) =>
      CompiledRelease.parse(JSON.parse(line)),
    );
    expect(compiled).toHaveLength(50);
    for (const line of lines(readSample("releases/2026.jsonl"))) Release.parse(JSON.parse(line));
    const [heading = "", ...rows] = lines(readSample("licitaciones.csv"));
    expect(heading.trim().replace("\uFEFF", "")).toBe(
      tenderColumns.map((column) => column.heading).join(","),
    );
    expect(rows).toHaveLength(50);
    expect(runSqlite("SELECT count(*) AS n FROM procedimientos")).toBe("n\n50\n");
    expect(await runDuckDb("SELECT count(*) AS n FROM 'licitaciones.parquet'")).toBe("n\n50\n");
  });

  it("says on its page that it is made up, and what each file is", () => {
    const page = readSample("README.md").toString();
    expect(page).toContain("**Estos datos no son reales.**");
    const files = readdirSync(sampleFolder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(sampleFolder, path.join(entry.parentPath, entry.name)))
      .filter((file) => file !== "README.md" && file !== "LICENSE");
    expect(files.filter((file) => !page.includes(`\`${file}\``))).toEqual([]);
  });
});
