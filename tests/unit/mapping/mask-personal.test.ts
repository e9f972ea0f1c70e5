import { describe, expect, it } from "vitest";
import { makeCorpus } from "../../../fixtures/practice-portal/corpus.ts";
import { maskNumber, maskPersonal } from "../../../shared/mapping/mask-personal.ts";

describe("maskPersonal", () => {
  it.each([
    ["A FAVOR DE ANA ZETA, RFC ZZZZ800101HD0.", "A FAVOR DE ANA ZETA, RFC [RFC omitido]."],
    ["rfc: zzzz-800101-hd0", "rfc: [RFC omitido]"],
    ["ZXPÑ751231TT4 y ZXP?751231TT4", "[RFC omitido] y [RFC omitido]"],
    ["ZZZZ800101HD9", "[RFC omitido]"],
    ["CURP ZZZZ800101HDGXXX09", "CURP [CURP omitida]"],
    ["Informes: ana.zeta@example.org", "Informes: [correo omitido]"],
    ["Tel. 6181234567 ext. 12", "Tel. [teléfono omitido]"],
    ["(618) 123 45 67, +52 618 123 4567", "[teléfono omitido], [teléfono omitido]"],
  ])("%s → %s", (text, masked) => {
    expect(maskPersonal(text)).toBe(masked);
    expect(maskPersonal(masked)).toBe(masked);
  });

  it.each([
    "PAPELERA IMAGINARIA, S.A. DE C.V., RFC ZZA010203AB3",
    "RFC genérico XAXX010101000",
    "Informes: licitaciones.sfa@durango.gob.mx",
    "LP/E/SEED/007/2025",
    "EA-910002998-N11-2025",
    "CP-SECOPE-EST-DC-058-21",
    "PML-RM-SPM-LPN-01/2019",
    "SADM-240315-123",
    "Monto: $169,684,220.00; 6181234567 piezas; KM 12+000 AL KM 15+400",
    "IO816053997E602016CONVOCATORIA.pdf",
    "2026-03-18 11:30",
  ])("leaves %s as it is", (text) => {
    expect(maskPersonal(text)).toBe(text);
  });

  it("takes an official number for an RFC only where its check character is right, and never for a telephone", () => {
    const numbers = ["SADM240315123", "618-123-45-67", "ZZZZ800101HD0"];
    expect(numbers.map(maskNumber)).toEqual(["SADM240315123", "618-123-45-67", "[RFC omitido]"]);
  });

  it("mistakes nothing of 3,000 procedures and 1,000 suppliers of the practice portal", () => {
    const { procedures, suppliers } = makeCorpus({
      seed: 7,
      procedures: 3000,
      suppliers: 1000,
      today: "2026-11-20",
    });
    const texts = [
      ...procedures.flatMap(({ descripcion, unidadCompradora, anexos }) => [
        descripcion,
        unidadCompradora.nombre,
        ...anexos.flatMap(({ nombre, fileName }) => [nombre, fileName]),
      ]),
      ...suppliers.flatMap(({ nombre, municipio = "", giros, estatus = "" }) => [
        nombre,
        municipio,
        estatus,
        ...giros,
      ]),
    ];
    const numbers = procedures.flatMap(({ numeroProcedimiento, unidadCompradora }) => [
      numeroProcedimiento ?? "",
      unidadCompradora.codigo ?? "",
    ]);
    expect(texts.length).toBeGreaterThan(10_000);
    expect(texts.filter((text) => maskPersonal(text) !== text)).toEqual([]);
    expect(numbers.filter((text) => maskNumber(text) !== text)).toEqual([]);
  });
});
