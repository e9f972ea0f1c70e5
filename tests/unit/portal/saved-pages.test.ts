import { writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readHtml } from "../../../scraper/crawl/read-page.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { type PageCase, pageCases } from "./page-cases.ts";
import { readCase } from "./read-case.ts";

describe("saved pages are read as a person read them", () => {
  const cases = pageCases().map(
    (pageCase) => [`${pageCase.definition.id}/${pageCase.name}`, pageCase] as const,
  );

  it.each(cases)("%s", (_title, pageCase) => expectReading(pageCase));
});

function expectReading({ definition, name, html, charset, expected, expectedPath }: PageCase) {
  const actual = readCase(readHtml(html, charset, definition, durango), definition);
  if (expected === undefined) {
    // The run that finds no expectation writes one for a person to read; a CI run never writes.
    if (process.env.CI === undefined) {
      writeFileSync(expectedPath, `${JSON.stringify(actual, null, 2)}\n`);
    }
    throw new Error(
      `fixtures/pages/${definition.id}/${name}.html has no ${name}.expected.json. A run outside CI writes it: read it against ` +
        "the page, format it with `npx biome check --write fixtures/pages`, and run the tests again.",
    );
  }
  expect(actual).toEqual(expected);
}
