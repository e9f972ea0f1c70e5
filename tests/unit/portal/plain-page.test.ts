import { describe, expect, it } from "vitest";
import { readPlainPage } from "../../../scraper/crawl/plain-page.ts";
import { parseHtml } from "../../../scraper/crawl/read-page.ts";
import { readPage } from "../../../shared/portal/page.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { decodePage } from "./decode-page.ts";
import { nestings, oddPages } from "./odd-pages.ts";
import { outline } from "./outline.ts";
import { pageCases, pageDefinitions } from "./page-cases.ts";

describe("what is read as a plain page is what HTML's rules make of it", () => {
  const pages = pageCases().map(
    ({ definition, name, html, charset }) =>
      [`${definition.id}/${name}`, decodePage(html, charset)] as const,
  );

  it.each(pages)("%s", (_name, text) => {
    if (!expectParity(text)) return;
    for (const definition of pageDefinitions) {
      const plain = readPlainPage(text);
      expect(plain && readPage(plain, definition, durango)).toEqual(
        readPage(parseHtml(text), definition, durango),
      );
    }
  });

  it("whatever element stands in whatever other", () => {
    expect(countRead(nestings())).toBeGreaterThan(2000);
  });

  it("whatever odd thing stands wherever", () => {
    expect(countRead(oddPages())).toBeGreaterThan(1000);
  });

  it("but for pages that are broken, which it leaves to those rules", () => {
    const plain = pages.filter(([, text]) => readPlainPage(text)).map(([name]) => name);
    expect(plain.length / pages.length).toBeGreaterThan(0.6);
    expect(plain.filter((name) => /unclosed|malformed|stray/.test(name))).toEqual([]);
  });
});

function countRead(texts: Iterable<string>): number {
  let count = 0;
  for (const text of texts) if (expectParity(text)) count += 1;
  return count;
}

/** Whether the page was read as plain; then its tree must be the one that parse5 gives. */
function expectParity(text: string): boolean {
  const plain = readPlainPage(text);
  if (plain === undefined) return false;
  expect([text, outline(plain)]).toEqual([text, outline(parseHtml(text))]);
  return true;
}
