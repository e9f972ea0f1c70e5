import { describe, expect, it } from "vitest";
import { emptyFilter } from "../../../shared/search/filter.ts";
import { explainPartidas } from "../../../shared/search/partidas/explain-partida.ts";
import { suggestPartidas } from "../../../shared/search/partidas/suggest-partidas.ts";
import { search } from "../../../shared/search/search.ts";
import { buildSearchIndex } from "../../../shared/search/search-index.ts";
import { standardSynonyms } from "../../../shared/search/standard-synonyms.ts";
import { readPartidaCode, writePartidaCode } from "../../../shared/values/partida-code.ts";
import { searchedAtMs } from "./arbitrary.ts";

const codesFor = (text: string, known: string[] = []) =>
  suggestPartidas(text, standardSynonyms, known).map(({ code }) => code);

describe("a code of the COG", () => {
  it.each([
    ["2000", "2", "2000"],
    ["2100", "21", "2100"],
    ["21", "21", "2100"],
    ["211", "211", "211"],
    ["2110", "211", "211"],
    ["2111", "211", "211"],
    ["21101", "211", "211"],
    ["21101001", "211", "211"],
  ])("is read of %s", (digits, code, written) => {
    expect(readPartidaCode(digits)).toBe(code);
    expect(writePartidaCode(code)).toBe(written);
  });

  it.each(["", "0", "0211", "2026", "2011", "211-01", "211010010", "papel"])(
    "is not read of %j",
    (digits) => {
      expect(readPartidaCode(digits)).toBeUndefined();
    },
  );
});

describe("suggestions", () => {
  it.each([
    ["papelería", "211"],
    ["PAPELERIA", "211"],
    ["hojas", "211"],
    ["papel bond tamaño carta", "211"],
    ["toner", "214"],
    ["arrendamiento de vehículos", "325"],
    ["renta de camionetas", "325"],
    ["servicio de limpieza", "358"],
    ["refacciones menores de edificios", "292"],
    ["pavimentación", "614"],
  ])("for %s begin with %s", (text, code) => {
    expect(codesFor(text)[0]).toBe(code);
  });

  it("offer all that a vague word may mean, and each says by which words", () => {
    expect(codesFor("ferretería").sort()).toEqual(["247", "249", "291"]);
    expect(suggestPartidas("hojas", standardSynonyms, [])[0]).toEqual({
      code: "211",
      name: "Materiales, útiles y equipos menores de oficina",
      words: "hojas de papel",
    });
  });

  it("for digits are the code and what lies right below it", () => {
    expect(codesFor("21")).toEqual(["21", "211", "212", "213", "214", "215", "216", "217", "218"]);
    expect(codesFor("2100")).toEqual(codesFor("21"));
    expect(codesFor("2")).toContain("29");
    expect(codesFor("2026")).toEqual([]);
    expect(codesFor("7")).toEqual([]);
    expect(codesFor("154")).toEqual([]);
    expect(codesFor("154", ["154"])).toEqual(["154"]);
  });

  it("say so where only the beginning of what was typed is the code", () => {
    const [cucop] = suggestPartidas("21101001", standardSynonyms, []);
    expect(cucop).toMatchObject({ code: "211", of: "cucop" });
    expect(suggestPartidas("21101", standardSynonyms, [])[0]).toMatchObject({ of: "longer" });
    expect(suggestPartidas("211", standardSynonyms, [])[0]).not.toHaveProperty("of");
  });

  it("are none for what no list knows", () => {
    expect([codesFor("xyzzy"), codesFor("de la"), codesFor("")]).toEqual([[], [], []]);
  });
});

describe("rows and their codes", () => {
  const titles = [
    "ADQUISICION DE MATERIAL DE OFICINA Y CONSUMIBLES DE COMPUTO",
    "ADQUISICION DE MATERIAL DE OFICINA",
    "ADQUISICION DE COBIJAS Y EDREDONES",
    "CONSTRUCCION DE 2 AULAS",
    "JUGUETES",
  ];
  const index = buildSearchIndex(
    titles.map((title, id) => ({
      id: String(id),
      ocid: `ocds-000000-${id}`,
      url: `https://example.org/${id}`,
      title,
      ...(id === 1 && { partidas: ["3361", "33604"] }),
    })),
  );
  const found = (filter: Partial<typeof emptyFilter>) => {
    const { count, partidas } = search(index, { ...emptyFilter, ...filter }, searchedAtMs);
    return { count, ...Object.fromEntries(partidas) };
  };

  it("are found by a chapter, a concept, a partida, and by words in the text", () => {
    expect(found({ partidas: ["2"] }).count).toBe(2);
    expect(found({ partidas: ["214"] }).count).toBe(1);
    expect(found({ partidas: ["214", "622"] }).count).toBe(2);
    expect(found({ text: "partida:21" }).count).toBe(1);
    expect(found({ text: "partida:cobijas" }).count).toBe(1);
    expect(found({ text: "partida:33604001" }).count).toBe(1);
    expect(found({ text: "partida:2026" }).count).toBe(0);
  });

  it("never count words where a code was told, and tell the two apart", () => {
    expect(found({ partidas: ["211"] })).toEqual({ count: 1, 211: { count: 1, told: 0 } });
    expect(found({ partidas: ["33"] })).toEqual({ count: 1, 33: { count: 1, told: 1 } });
    expect(explainPartidas(index, 1, ["33"])).toEqual([{ codes: ["3361", "33604"] }]);
    expect(explainPartidas(index, 1, ["211"])).toEqual([]);
  });

  it("say by which of their words, once", () => {
    expect(explainPartidas(index, 0, ["21"])).toEqual([
      { codes: ["211"], words: "MATERIAL DE OFICINA" },
      { codes: ["214"], words: "CONSUMIBLES DE COMPUTO" },
    ]);
    expect(explainPartidas(index, 2, ["275"])).toEqual([{ codes: ["275"], words: "COBIJAS" }]);
    expect(explainPartidas(index, 3, ["612"])).toEqual([
      { codes: ["612", "622"], words: "CONSTRUCCION DE 2 AULAS" },
    ]);
    expect(explainPartidas(index, 4, ["2"])).toEqual([]);
  });
});
