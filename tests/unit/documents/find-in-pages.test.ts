import fc from "fast-check";
import { expect, it } from "vitest";
import { findInPages } from "../../../shared/documents/find-in-pages.ts";

const pages = [
  "Bases de la licitación",
  "Garantía de cumplimiento: fianza por el 10 % del monto del contrato.\nSe entregarán muestras físicas.",
  "El niño y los años. La garantia del anticipo. Luces.",
];
const found = (query: string) =>
  findInPages(pages, query, 10).hits.map(({ page, parts }) => [
    page,
    parts.filter(({ isHit }) => isHit).map(({ text }) => text),
  ]);

it.each([
  [
    "garantia",
    [
      [2, ["Garantía"]],
      [3, ["garantia"]],
    ],
  ],
  [
    "GARANTÍAS",
    [
      [2, ["Garantía"]],
      [3, ["garantia"]],
    ],
  ],
  ["fianzas garantía", [[2, ["Garantía", "fianza"]]]],
  ['"garantía de cumplimiento"', [[2, ["Garantía de cumplimiento"]]]],
  ['"garantía del cumplimiento"', []],
  ['"fisicas', [[2, ["físicas"]]]],
  ["muest", [[2, ["muestras"]]]],
  ["nino", [[3, ["niño"]]]],
  ["mue", []],
  ["10", [[2, ["10"]]]],
  ["luz", [[3, ["Luces"]]]],
  ["!?", []],
])("finds %s", (query, expected) => {
  expect(found(query)).toEqual(expected);
});

it("shows what stands around, in whole words, and counts what it does not show", () => {
  const long = `${"antes ".repeat(40)}fianza ${"después ".repeat(60)}`;
  const { hits, count } = findInPages([long, long, long], "fianza", 1);
  expect(count).toBe(3);
  expect(hits).toHaveLength(1);
  const shown = hits[0]?.parts.map(({ text }) => text).join("") ?? "";
  expect(shown).toMatch(/^… (?:antes )+fianza (?:después ?)+ …$/);
  expect(shown.length).toBeLessThan(260);
});

it("marks nothing but pieces of the page, whatever the page and the query", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" })), fc.string(), (texts, query) => {
      const { hits, count } = findInPages(texts, query, 5);
      expect(hits.length).toBe(Math.min(count, 5));
      for (const { page, parts } of hits) {
        const line = texts[page - 1]?.replace(/\s+/g, " ");
        expect(parts.some(({ isHit }) => isHit)).toBe(true);
        for (const { text, isHit } of parts) if (isHit) expect(line).toContain(text);
      }
    }),
  );
});
