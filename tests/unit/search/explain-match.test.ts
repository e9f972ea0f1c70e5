import { describe, expect, it } from "vitest";
import { explainMatches } from "../../../shared/search/explain-match.ts";
import { emptyFilter } from "../../../shared/search/filter.ts";
import { parseQuery } from "../../../shared/search/query.ts";
import { search, takeBest } from "../../../shared/search/search.ts";
import { buildSearchIndex } from "../../../shared/search/search-index.ts";
import { standardSynonyms } from "../../../shared/search/standard-synonyms.ts";
import { searchedAtMs } from "./arbitrary.ts";

const row = {
  id: "1",
  ocid: "ocds-000000-1",
  url: "https://example.org/1",
  title: "ADQUISICIÓN DE ÚTILES ESCOLARES Y MATERIAL DE OFICINA, DÍA DEL NINO",
  number: "LP/E/SEED/007/2025",
  buyerId: "seed",
  buyerName: "Secretaría de Educación",
  opensAt: "2027-01-01T10:00:00-06:00",
};

describe("explainMatches", () => {
  it.each([
    ["escolares", [{ term: "escolares", kind: "same", found: "ESCOLARES", field: "title" }]],
    ["escolar", [{ term: "escolar", kind: "form", found: "ESCOLARES", field: "title" }]],
    ["adq", [{ term: "adq", kind: "begun", found: "ADQUISICIÓN", field: "title" }]],
    ["niño", [{ term: "niño", kind: "similar", found: "NINO", field: "title" }]],
    ["quisi", [{ term: "quisi", kind: "part", found: "ADQUISICIÓN", field: "title" }]],
    ["papelería", [{ term: "papeleria", kind: "synonym", found: "ÚTILES", field: "title" }]],
    [
      "material de oficina",
      [
        { term: "material", kind: "same", found: "MATERIAL", field: "title" },
        { term: "oficina", kind: "same", found: "OFICINA", field: "title" },
      ],
    ],
    [
      '"material de oficina"',
      [
        {
          term: "material de oficina",
          kind: "same",
          found: "MATERIAL DE OFICINA",
          field: "title",
        },
      ],
    ],
    ["7", [{ term: "7", kind: "form", found: "007", field: "number" }]],
    [
      "dependencia:educación",
      [{ term: "educación", kind: "value", found: "Secretaría de Educación", field: "buyer" }],
    ],
    ["estado:abierta", [{ term: "abierta", kind: "value", field: "state" }]],
    ["útil -toner", [{ term: "util", kind: "form", found: "ÚTILES", field: "title" }]],
  ])("says why %j finds a row", (text, reasons) => {
    const index = buildSearchIndex([row]);
    const found = search(index, { ...emptyFilter, text }, searchedAtMs);
    expect(takeBest(index, found, 1)).toEqual([0]);
    expect(explainMatches(index, found.query, standardSynonyms)(0)).toEqual(reasons);
  });

  it.each([
    [
      "numero:2026",
      "UNIFORMES, EJERCICIO 2026",
      [{ term: "2026", kind: "same", found: "2026", field: "number" }],
    ],
    [
      "titulo:2026",
      "UNIFORMES, EJERCICIO 2026",
      [{ term: "2026", kind: "same", found: "2026", field: "title" }],
    ],
    [
      "numero:LP/E/0",
      "LP/E/012 CANCELADA",
      [{ term: "LP/E/0", kind: "same", found: "LP E 014", field: "number" }],
    ],
    [
      "uniforme",
      "⚠\ufe0f UNI\u00adFORMES \u200d PARA NIÑOS",
      [{ term: "uniforme", kind: "form", found: "UNI\u00adFORMES", field: "title" }],
    ],
    [
      "niños",
      "⚠\ufe0f UNI\u00adFORMES \u200d PARA NIÑOS",
      [{ term: "niños", kind: "same", found: "NIÑOS", field: "title" }],
    ],
    ['"sal"', "SALUD Y SAL", [{ term: "sal", kind: "same", found: "SAL", field: "title" }]],
    [
      '"material de oficina"',
      "MATERIALES DE OFICINAS Y MATERIAL DE OFICINA",
      [
        {
          term: "material de oficina",
          kind: "same",
          found: "MATERIAL DE OFICINA",
          field: "title",
        },
      ],
    ],
    [
      '"material de ofi',
      "MATERIALES DE OFICINA, MATERIAL DE OFICINA",
      [
        {
          term: "material de ofi",
          kind: "same",
          found: "MATERIAL DE OFICINA",
          field: "title",
        },
      ],
    ],
    [
      'numero:"e 14"',
      "CANAL E 14",
      [{ term: "e 14", kind: "same", found: "E 014", field: "number" }],
    ],
  ])("points with %j at what was found: %j", (text, title, reasons) => {
    const index = buildSearchIndex([{ ...row, title, number: "LP/E/014/2026" }]);
    const found = search(index, { ...emptyFilter, text }, searchedAtMs);
    expect(takeBest(index, found, 1)).toEqual([0]);
    expect(explainMatches(index, found.query, standardSynonyms)(0)).toEqual(reasons);
  });

  it("has nothing to say where no text was asked for", () => {
    const index = buildSearchIndex([row]);
    expect(explainMatches(index, parseQuery(" "), standardSynonyms)(0)).toEqual([]);
  });
});
