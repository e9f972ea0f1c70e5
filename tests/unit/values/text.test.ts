import { describe, expect, it } from "vitest";
import { collapseSpaces, foldLabel, slugify } from "../../../shared/values/text.ts";

describe("collapseSpaces", () => {
  it.each([
    ["REACTIVOS  DE LABORATORIO", "REACTIVOS DE LABORATORIO"],
    ["\u00a0a\u200b\tb\r\n c\ufeff", "a b c"],
    ["11:30 a.\u202fm.", "11:30 a. m."],
    ["  ", ""],
  ])("makes of %j the line %j", (text, line) => {
    expect(collapseSpaces(text)).toBe(line);
  });
});

describe("foldLabel", () => {
  it.each([
    ["Descripción:", "descripcion"],
    [" DESCRIPCION ", "descripcion"],
    ["Junta de\u00a0Aclaraciones :", "junta de aclaraciones"],
    ["* Número de Licitación *", "numero de licitacion"],
    ["R.F.C.", "r.f.c"],
    ["No.", "no"],
    ["Nu\u0301mero", "numero"],
    [".", ""],
    ["--", "--"],
  ])("folds %j to %j", (text, folded) => {
    expect(foldLabel(text)).toBe(folded);
  });
});

describe("slugify", () => {
  it.each([
    ["Comisión del Agua", "comision-del-agua"],
    ["SSD-01", "ssd-01"],
    ["R. Ayuntamiento de Gómez Palacio", "r-ayuntamiento-de-gomez-palacio"],
    ["PEÑÓN / BLANCO", "penon-blanco"],
    ["???", ""],
  ])("makes of %j the identifier %j", (text, slug) => {
    expect(slugify(text)).toBe(slug);
  });
});
