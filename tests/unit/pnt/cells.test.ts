import { describe, expect, it } from "vitest";
import {
  readAmount,
  readDay,
  readLink,
  readText,
} from "../../../scraper/sources/pnt/cell-values.ts";
import { readCurrency } from "../../../scraper/sources/pnt/currency.ts";
import { readSupplier } from "../../../scraper/sources/pnt/read-supplier.ts";

const zone = "America/Monterrey";

describe("a cell of a report", () => {
  it.each([
    "No aplica",
    "NO APLICA.",
    "N/A",
    "n.d.",
    "ver nota",
    "S/N",
    "-",
    "0",
    "Desierta",
    "XX",
  ])("says nothing where it says %s", (text) => {
    expect(readText(text)).toBeUndefined();
    expect(readLink(text)).toBeUndefined();
  });

  it("is a text without entities, mojibake and spaces", () => {
    expect(readText("  ADQUISICIÃ“N   de\nbienes ")).toBe("ADQUISICIÓN de bienes");
  });

  it.each([
    { date: "2025-03-18" },
    45734,
    "45734",
    45734.75,
    "18/03/2025",
    "18 de marzo de 2025",
    "2025-03-18",
  ])("is a day where it holds %j", (cell) => {
    expect(readDay(cell, zone)).toBe("2025-03-18T00:00:00-06:00");
  });

  it.each(["31/02/2025", 12, "pronto"])("is no day where it holds %j", (cell) => {
    expect(() => readDay(cell, zone)).toThrow(/no(t a)? date/);
  });

  it("is an amount, and none where it is zero", () => {
    expect([125.5, "$125.50", "125.499999999"].map(readAmount)).toEqual([125.5, 125.5, 125.5]);
    const none = [0, "0.00", "$0.00", undefined, "ver nota"];
    expect(none.map(readAmount)).toEqual(none.map(() => undefined));
    expect(() => readAmount(-3)).toThrow("negative");
    expect(() => readAmount({ error: "#REF!" })).toThrow("#REF!");
  });

  it("is an address only where that can be published", () => {
    expect(readLink("www.example.org/a b.pdf")).toBe("http://www.example.org/a%20b.pdf");
    expect(() => readLink("C:\\contratos\\1.pdf")).toThrow("no address");
    expect(() => readLink("https://example.org/contrato_ZZZZ010203AB3.pdf")).toThrow("personal");
  });
});

describe("a currency", () => {
  it.each(["MXN", "mxn", "Pesos", "PESO MÉXICANO", "M.N.", "Moneda Nacional", "Nacional", "$"])(
    "is the peso: %s",
    (text) => {
      expect(readCurrency(text)).toBe("MXN");
    },
  );
  it.each([undefined, "No aplica", "Transferencia electrónica", "484"])("is unsaid: %s", (text) => {
    expect(readCurrency(text)).toBe("unsaid");
  });
  it.each(["Dólares", "USD", "Pesos colombianos", "quetzales"])("is another: %s", (text) => {
    expect(readCurrency(text)).toBe("other");
  });
});

describe("a supplier of a report", () => {
  const rfc = "ZZA010203AB3";
  const personal = "ZZZZ010203AB3";
  it.each([
    [
      { razonSocial: "Zeta SC", rfc },
      { nombre: "Zeta SC", rfc, persona: "company" },
    ],
    [
      { nombre: "OBRAS", primerApellido: "ZETA", segundoApellido: "SA DE CV" },
      { nombre: "OBRAS ZETA SA DE CV", persona: "company" },
    ],
    [
      { nombre: "Zeta", rfc },
      { nombre: "Zeta", rfc, persona: "company" },
    ],
    [
      { nombre: "Fulana", primerApellido: "Inventada", rfc: personal },
      { nombre: "Fulana Inventada", persona: "person" },
    ],
    [
      { nombre: "Fulana", primerApellido: "Inventada", razonSocial: "Mi Tienda", rfc: personal },
      { nombre: "Fulana Inventada", persona: "person" },
    ],
    [{ nombre: "Zeta" }, { nombre: "Zeta" }],
    [{ rfc }, undefined],
    [{}, undefined],
  ])("is read from %j", (texts, supplier) => {
    expect(readSupplier(texts)).toEqual(supplier);
  });
});
