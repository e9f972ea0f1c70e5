import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyFilter } from "../../../shared/search/filter.ts";
import { parseQuery } from "../../../shared/search/query.ts";
import { search, takeBest } from "../../../shared/search/search.ts";
import { buildSearchIndex } from "../../../shared/search/search-index.ts";
import { searchedAtMs, tenderRows } from "./arbitrary.ts";

const word = (text: string) => ({
  text,
  words: [text],
  isPhrase: false,
  isOpen: true,
  isExcluded: false,
});

describe("parseQuery", () => {
  it.each([
    ["material de limpieza", [word("material"), word("limpieza")]],
    ["de", [word("de")]],
    [
      '"material de limpieza" papel',
      [
        {
          text: "material de limpieza",
          words: ["material", "de", "limpieza"],
          isPhrase: true,
          isOpen: false,
          isExcluded: false,
        },
        word("papel"),
      ],
    ],
    ["—toner", [{ ...word("toner"), isOpen: false, isExcluded: true }]],
    ["\u2011toner", [{ ...word("toner"), isOpen: false, isExcluded: true }]],
    ["−toner", [{ ...word("toner"), isOpen: false, isExcluded: true }]],
    [
      '-"a b"',
      [{ text: "a b", words: ["a", "b"], isPhrase: true, isOpen: false, isExcluded: true }],
    ],
    ["Dependencia:Salud", [{ ...word("salud"), text: "Salud", field: "buyer" }]],
    ["-titulo:sal", [{ ...word("sal"), field: "title", isOpen: false, isExcluded: true }]],
    ["-estado:cerrada", [{ ...word("cerrada"), field: "state", isExcluded: true }]],
    [
      "numero:LP/007",
      [{ ...word("lp"), text: "LP/007", words: ["lp", "007"], isPhrase: true, field: "number" }],
    ],
    ["Nu\u0301mero:7", [{ ...word("7"), isPhrase: true, field: "number" }]],
    ["pape\u00adl", [word("papel")]],
    ["", []],
  ])("reads %j", (text, terms) => {
    expect(parseQuery(text)).toEqual({ terms, notes: [] });
  });

  it.each([
    ['"material de', [{ kind: "unclosedQuote", text: "material de" }]],
    ["papel — toner", [{ kind: "loneMinus", text: "—" }]],
    ["papel -", [{ kind: "loneMinus", text: "-" }]],
    ["proveedor:acme", [{ kind: "unknownField", text: "proveedor" }]],
    ["dependencia: salud", [{ kind: "emptyField", text: "dependencia:" }]],
    [".*(", [{ kind: "noWords", text: ".*(" }]],
    ['""', [{ kind: "noWords", text: '""' }]],
    ["x".repeat(10_000), [{ kind: "tooLong", text: "500" }]],
    ["obra: 8:00 e/ 2.ª", []],
  ])("says of %j what it leaves out", (text, notes) => {
    expect(parseQuery(text).notes).toEqual(notes);
  });

  it.each([
    ["dependencia:obras públicas", 'dependencia:"obras públicas"'],
    [
      "uniformes dependencia:secretaría de educación básica",
      'dependencia:"secretaría de educación"',
    ],
    ["Número:SFA 001", 'Número:"SFA 001"'],
    ["partida:hojas de papel", 'partida:"hojas de papel"'],
    ['dependencia:"obras públicas" papel', undefined],
    ["dependencia:obras -papel", undefined],
    ["dependencia:obras estado:abierta", undefined],
    ["papel dependencia:obras", undefined],
    ["dependencia:obras de", undefined],
    ["-dependencia:obras papel", undefined],
    ["proveedor:acme papel", undefined],
  ])("tells for %j, where nothing is found, how a field has several words: %j", (text, quoted) => {
    const { query } = search(buildSearchIndex([]), { ...emptyFilter, text }, searchedAtMs);
    const notes = query.notes.filter(({ kind }) => kind === "fieldOfOneWord");
    expect(notes).toEqual(quoted === undefined ? [] : [{ kind: "fieldOfOneWord", text: quoted }]);
  });

  it("searches what stands behind a field that it does not know", () => {
    expect(parseQuery("proveedor:acme").terms).toEqual([word("acme")]);
  });

  it("takes any text at all, and always finds rows that are there", () => {
    const signs = fc
      .array(
        fc.constantFrom('"', "-", ":", " ", "dependencia:", "niño", "[", "\\", "*", "^$", "«", "0"),
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(tenderRows, fc.oneof(signs, fc.string({ unit: "binary" })), (rows, text) => {
        const index = buildSearchIndex(rows);
        const found = search(index, { ...emptyFilter, text }, searchedAtMs);
        expect(takeBest(index, found, 100).length).toBe(Math.min(100, found.count));
      }),
      { numRuns: 300 },
    );
  });
});
