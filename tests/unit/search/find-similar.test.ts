import { describe, expect, it } from "vitest";
import type { TenderRow } from "../../../shared/feed/tender-row.ts";
import { findSimilar } from "../../../shared/search/find-similar.ts";
import { buildSearchIndex } from "../../../shared/search/search-index.ts";

/** Titles that have nothing to do with what is asked: without others, every word would be as common as the next. */
const others = [
  "Construcción de puente",
  "Servicio de internet",
  "Medicamento",
  "Llantas",
  "Semilla de avena",
].map((title, at): Partial<TenderRow> => ({ id: `9${at}`, title, publishedAt: at0(1) }));

const uniforms: Partial<TenderRow> = {
  id: "1",
  title: "ADQUISICIÓN DE UNIFORMES ESCOLARES PARA PRIMARIAS",
  buyerId: "SEED",
  category: "goods",
  publishedAt: at0(20),
};

function at0(day: number): string {
  return `2026-03-${String(day).padStart(2, "0")}T00:00:00-06:00`;
}

/** What is found for the first of some procedures among the others, each by its id. */
function findFor(first: Partial<TenderRow>, ...rest: Partial<TenderRow>[]) {
  const rows = [first, ...rest, ...others].map(
    (fields): TenderRow => ({
      id: "",
      ocid: "",
      url: "https://example.org/",
      ...fields,
    }),
  );
  const index = buildSearchIndex(rows);
  const found = findSimilar(index, 0, { limit: 10 });
  const named = found.map(({ row, ...about }) => ({ id: index.rows.at(row)?.id, ...about }));
  return { found: named, ids: named.map(({ id }) => id) };
}

const earlier = (id: string, fields: Partial<TenderRow> = {}): Partial<TenderRow> => ({
  id,
  title: "Compra de uniforme escolar",
  publishedAt: at0(10),
  ...fields,
});

describe("a similar purchase", () => {
  it("is told with the words by which it is alike, in any form or as a synonym", () => {
    expect(findFor(uniforms, earlier("2")).found).toEqual([
      {
        id: "2",
        isSameBuyer: false,
        isSameCall: false,
        reasons: [
          { term: "uniformes", kind: "form", found: "uniforme", field: "title" },
          { term: "escolares", kind: "form", found: "escolar", field: "title" },
        ],
      },
    ]);
    const toner = { id: "1", title: "Adquisición de tóner", publishedAt: at0(20) };
    const ink = earlier("2", { title: "CONSUMIBLES DE CÓMPUTO" });
    expect(findFor(toner, ink).found[0]?.reasons).toEqual([
      { term: "tóner", kind: "synonym", found: "CONSUMIBLES", field: "title" },
    ]);
  });

  it("is an earlier one: neither itself, nor a later one, nor one without any date", () => {
    const found = findFor(
      uniforms,
      earlier("2", { publishedAt: at0(21) }),
      earlier("3", { publishedAt: at0(20) }),
      earlier("4", { publishedAt: at0(19) }),
      { id: "5", title: "Uniformes escolares", opensAt: at0(18) },
      { id: "6", title: "Uniformes escolares" },
    );
    expect(found.ids).toEqual(["4", "5"]);
  });

  it("is any that has a date where nobody tells the date of the one that is asked for", () => {
    const { publishedAt: _, ...undated } = uniforms;
    expect(findFor(undated, earlier("2", { publishedAt: at0(30) })).ids).toEqual(["2"]);
  });

  it("is of the same category, or of none that is told", () => {
    const found = findFor(
      uniforms,
      earlier("2", { category: "services" }),
      earlier("3", { category: "goods" }),
      earlier("4"),
    );
    expect(found.ids).toEqual(["3", "4"]);
  });

  it("comes first where the buyer is the same, else where it is later", () => {
    const found = findFor(
      uniforms,
      earlier("2", { publishedAt: at0(12) }),
      earlier("3", { publishedAt: at0(11) }),
      earlier("4", { buyerId: "SEED", publishedAt: at0(10) }),
    );
    expect(found.found.map(({ id, isSameBuyer }) => [id, isSameBuyer])).toEqual([
      ["4", true],
      ["2", false],
      ["3", false],
    ]);
  });

  it("is none for a title that does not say what is bought, or that is not there", () => {
    for (const title of ["ADQUISICIÓN", "Licitación pública nacional 2026", ""]) {
      expect(findFor({ id: "1", title, publishedAt: at0(20) }, earlier("2")).ids).toEqual([]);
    }
    expect(findFor({ id: "1", publishedAt: at0(20) }, earlier("2")).ids).toEqual([]);
  });
});

describe("a procedure that calls again for what nobody won", () => {
  const { title } = uniforms;
  const second = { ...uniforms, title: `${title} (SEGUNDA CONVOCATORIA)` };
  const { publishedAt: _, ...undated } = uniforms;
  const first = { ...uniforms, publishedAt: at0(2) };

  it.each<[string, Partial<TenderRow>, Partial<TenderRow>, boolean]>([
    ["one buyer, the same title but for that", second, first, true],
    [
      "a first call that says so too",
      second,
      { ...first, title: `${title}; 1ª convocatoria` },
      true,
    ],
    ["a third call", { ...uniforms, title: `3RA. INVITACIÓN: ${title}` }, first, true],
    ["no date of publication, an opening near by", second, { ...undated, opensAt: at0(4) }, true],
    ["another buyer", second, { ...first, buyerId: "SSD" }, false],
    ["a title that says more", second, { ...first, title: `${title} Y SECUNDARIAS` }, false],
    ["years before", second, { ...first, publishedAt: "2024-03-02T00:00:00-06:00" }, false],
    ["two second calls", second, { ...second, publishedAt: at0(2) }, false],
    ["two titles that do not say so", uniforms, first, false],
  ])("is told by what the titles say: %s", (_case, again, before, expected) => {
    const { found } = findFor(again, { ...before, id: "2" });
    expect(found.map(({ id, isSameCall }) => [id, isSameCall])).toEqual([["2", expected]]);
  });
});
