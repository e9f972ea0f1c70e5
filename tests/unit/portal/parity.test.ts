// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { domTree } from "../../../extension/page/dom-tree.ts";
import { readHtml } from "../../../scraper/crawl/read-page.ts";
import { type PageText, readPage } from "../../../shared/portal/page.ts";
import type { PageDefinition } from "../../../shared/portal/pages/definition.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { decodePage } from "./decode-page.ts";
import { type PageCase, pageCases } from "./page-cases.ts";
import { readCase } from "./read-case.ts";

/** Faults of happy-dom, which does not repair broken markup as browsers do. The parity test in the real browser covers these pages. */
const misreadByHappyDom = new Set([
  "listado/unclosed-tags",
  "procedimiento/unclosed-tags",
  "padron/malformed",
]);

describe("the reader of the scraper and the reader of the extension agree", () => {
  const cases = pageCases().map(
    (pageCase) => [`${pageCase.definition.id}/${pageCase.name}`, pageCase] as const,
  );

  it.each(cases.filter(([title]) => !misreadByHappyDom.has(title)))("on %s", (_title, pageCase) => {
    expectParity(pageCase);
  });

  // Once one of these is read, this fails, and the page is to be taken off the list.
  it.fails.each(cases.filter(([title]) => misreadByHappyDom.has(title)))(
    "on %s, but for a fault of happy-dom",
    (_title, pageCase) => expectParity(pageCase),
  );
});

function expectParity({ definition, html, charset }: PageCase): void {
  const byCheerio = readHtml(html, charset, definition, durango);
  const byDom = readByDom(html, charset, definition);
  expect(byDom).toEqual(byCheerio);
  expect(readCase(byDom, definition)).toEqual(readCase(byCheerio, definition));
}

function readByDom(
  html: Uint8Array,
  charset: string | undefined,
  definition: PageDefinition,
): PageText {
  const document = new DOMParser().parseFromString(decodePage(html, charset), "text/html");
  // From the root element: happy-dom's documents are no instances of its global Document.
  return readPage(domTree(document.documentElement), definition, durango);
}
