import { describe, expect, it } from "vitest";
import { emptyFilter } from "../../../shared/search/filter.ts";
import { search, takeBest } from "../../../shared/search/search.ts";
import { buildSearchIndex } from "../../../shared/search/search-index.ts";
import { searchedAtMs } from "./arbitrary.ts";

/** The titles that a text finds, the best first. */
function find(titles: readonly string[], text: string, number?: string): string[] {
  const index = buildSearchIndex(
    titles.map((title, at) => ({
      id: String(at),
      ocid: `ocds-000000-${at}`,
      url: `https://example.org/${at}`,
      title,
      ...(number !== undefined && { number }),
    })),
  );
  const found = search(index, { ...emptyFilter, text }, searchedAtMs);
  return takeBest(index, found, 100).map((row) => titles[row] ?? "");
}

describe("a word", () => {
  const titles = [
    "ADQUISICIÓN DE MESAS PLEGABLES",
    "RENTA DE OFICINAS POR SEIS MESES",
    "SUMINISTRO DE GAS NATURAL",
    "GASES MEDICINALES",
    "GASAS ESTÉRILES",
    "CUBIERTOS DESECHABLES",
    "CUBIERTA DE PATIO CÍVICO",
    "BOTES DE BASURA",
    "BOTAS DE HULE",
    "BLANCOS HOSPITALARIOS",
    "DESPENSAS EN PEÑÓN BLANCO",
    "PLACAS DE ACERO",
    "LICITACIÓN CON REDUCCIÓN DE PLAZO",
    "PLAZA CÍVICA",
    "PAVIMENTACIÓN EN FRANCISCO I. MADERO",
    "MADERA DE PINO",
    "ENFERMERAS Y MÉDICAS GENERALES",
    "LUCES DE EMERGENCIA",
    "RENTA DE AUTOBÚS",
    "TRANSPORTE EN AUTOBUSES",
    "ARNÉS DE SEGURIDAD",
  ];

  it.each([
    ["mesas", ["ADQUISICIÓN DE MESAS PLEGABLES"]],
    ["mes", ["RENTA DE OFICINAS POR SEIS MESES", "ADQUISICIÓN DE MESAS PLEGABLES"]],
    ["meses", ["RENTA DE OFICINAS POR SEIS MESES"]],
    ["gases", ["SUMINISTRO DE GAS NATURAL", "GASES MEDICINALES"]],
    ["cubiertos", ["CUBIERTOS DESECHABLES"]],
    ["cubierto", ["CUBIERTOS DESECHABLES"]],
    ["botes", ["BOTES DE BASURA"]],
    ["botas", ["BOTAS DE HULE"]],
    ["blancos", ["BLANCOS HOSPITALARIOS"]],
    ["peñón blanco", ["DESPENSAS EN PEÑÓN BLANCO"]],
    ["placas", ["PLACAS DE ACERO"]],
    ["placa", ["PLACAS DE ACERO"]],
    ["plazos", ["LICITACIÓN CON REDUCCIÓN DE PLAZO"]],
    ["plazas", ["PLAZA CÍVICA"]],
    ["maderas", ["MADERA DE PINO"]],
    ["enfermero", ["ENFERMERAS Y MÉDICAS GENERALES"]],
    ["médico", ["ENFERMERAS Y MÉDICAS GENERALES"]],
    ["luz", ["LUCES DE EMERGENCIA"]],
    ["arneses", ["ARNÉS DE SEGURIDAD"]],
    ["pavimentación -madera", ["PAVIMENTACIÓN EN FRANCISCO I. MADERO"]],
    ["oficinas -mesas", ["RENTA DE OFICINAS POR SEIS MESES"]],
    ["licitación -placas", ["LICITACIÓN CON REDUCCIÓN DE PLAZO"]],
  ])("%j finds its forms and no other noun: %j", (text, found) => {
    expect(find(titles, text)).toEqual(found);
  });

  it("is found at every letter of its plural, where its singular ends in -s", () => {
    for (let length = 3; length <= "autobuses".length; length += 1) {
      expect(find(titles, "autobuses".slice(0, length))).toEqual([
        "RENTA DE AUTOBÚS",
        "TRANSPORTE EN AUTOBUSES",
      ]);
    }
  });

  it("finds itself before what only begins so or is its synonym: gas before gauze", () => {
    expect(find(titles, "gas")).toEqual([
      "SUMINISTRO DE GAS NATURAL",
      "GASES MEDICINALES",
      "GASAS ESTÉRILES",
    ]);
  });
});

it("is excluded from titles as a whole word, not as the beginning of one", () => {
  const titles = ["MEDICAMENTOS, SECRETARÍA DE SALUD", "MEDICAMENTOS Y SALES", "MEDICAMENTOS"];
  const rest = ["MEDICAMENTOS, SECRETARÍA DE SALUD", "MEDICAMENTOS"];
  expect(find(titles, "medicamentos -titulo:sal")).toEqual(rest);
  expect(find(titles, "medicamentos -sal")).toEqual(rest);
  expect(find(titles, "medicamentos -titulo:salud")).not.toContain(rest[0]);
});

describe("words that make a phrase of the list of synonyms", () => {
  const titles = ["SUMINISTRO DE GAS NATURAL", "SUMINISTRO DE GAS L.P.", "TANQUE DE LP PARA GAS"];

  it.each([
    ["gas lp", ["SUMINISTRO DE GAS L.P.", "TANQUE DE LP PARA GAS"]],
    ["gas natural lp", ["SUMINISTRO DE GAS NATURAL"]],
    ["lp", titles],
  ])("are looked for in titles alone: %j", (text, found) => {
    expect(find(titles, text, "LP/E/SSD/014/2026").sort()).toEqual([...found].sort());
  });
});

describe("the list of synonyms", () => {
  it.each([
    ["mantenimiento", ["MTTO. DE ELEVADORES", "MANTTO DE CLIMAS"]],
    ["mtto", ["MANTENIMIENTO DE JARDINES"]],
    ["laptop", ["ADQUISICIÓN DE LAP TOP"]],
    ["lap top", ["ADQUISICIÓN DE LAPTOPS"]],
    ["video vigilancia", ["VIDEOVIGILANCIA URBANA"]],
    ["videovigilancia", ["VIDEO VIGILANCIA URBANA"]],
    ["minisplit", ["MINI SPLIT DE 2 TON"]],
    ["mini split", ["MINISPLIT DE 2 TON"]],
    ["mesabancos", ["MESA-BANCOS BINARIOS"]],
    ["mesa bancos", ["MESABANCOS BINARIOS"]],
    ["fotocopiado", ["FOTOCOPIAS PARA LA UNIDAD"]],
    ["copias", ["SERVICIO DE FOTOCOPIADO"]],
    ["extintores", ["RECARGA DE EXTINGUIDORES"]],
    ["jardinería", ["MANTENIMIENTO DE ÁREAS VERDES"]],
    ["planta de luz", ["PLANTA DE EMERGENCIA"]],
    ["planta de emergencia", ["GENERADORES A DIÉSEL"]],
    ["verduras", ["FRUTAS Y HORTALIZAS"]],
    ["carne", ["PRODUCTOS CÁRNICOS"]],
    ["gas lp", ["SUMINISTRO DE GAS L.P."]],
  ])("finds by %j what others call otherwise: %j", (text, titles) => {
    const others = ["MESAS", "VIGILANCIA", "PLANTAS DE ORNATO", "BANCO DE SANGRE", "LUZ", "ÁREAS"];
    expect(find([...titles, ...others], text)).toEqual(titles);
  });
});
