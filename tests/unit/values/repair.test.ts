import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { repairMojibake } from "../../../shared/values/mojibake.ts";
import { repairText } from "../../../shared/values/repair.ts";
import { misread } from "./misread.ts";

/** What people write in Spanish: letters, figures, and every mark that their keyboards and Word put beside them. */
const spanishLine = fc
  .array(fc.constantFrom(..."abcñÑáÁéÉíÍóÓúÚüÜ ABC123.,;:-–—/()\"'“”‘’«»¿?¡!°ºª%$#&+*€…½²³"), {
    maxLength: 60,
  })
  .map((chars) => chars.join("").replace(/ +/g, " ").trim());

describe("repairMojibake", () => {
  it.each([
    [
      "ADQUISICIÃ“N DE EQUIPO DE RADIOCOMUNICACIÃ“N TETRA",
      "ADQUISICIÓN DE EQUIPO DE RADIOCOMUNICACIÓN TETRA",
    ],
    ["DÃ\u008dA DEL NIÃ‘O", "DÍA DEL NIÑO"],
    ["Ã\u0081nima", "Ánima"],
    ["â€œTETRAâ€\u009d â€“ 8Â°", "“TETRA” – 8°"],
    ["Â¿QuÃ©?", "¿Qué?"],
    ["â‚¬", "€"],
  ])("reads %j as %j", (text, right) => {
    expect(repairMojibake(text)).toBe(right);
  });

  it.each([
    ["CAMIÓ”"],
    ["É”"],
    ["Ó“N"],
    ["SÃO PAULO"],
    ["Â"],
    ["PÂTÉ"],
    ["Ã"],
    ["NI?O"],
    ["PEAON BLANCO"],
  ])("leaves %j as it is", (text) => {
    expect(repairMojibake(text)).toBe(text);
  });

  it("never touches Spanish text that is right", () => {
    fc.assert(fc.property(spanishLine, (text) => repairMojibake(text) === text));
  });

  it("undoes every misreading of Spanish text", () => {
    fc.assert(fc.property(spanishLine, (text) => repairMojibake(misread(text)) === text));
  });
});

describe("repairText", () => {
  it.each([
    ["Servicio de mensajer&#237;a y paqueter&iacute;a", "Servicio de mensajería y paquetería"],
    ["SECRETAR&#xCD;A", "SECRETARÍA"],
    ["LOTE &quot;A&quot; &amp; &quot;B&quot;", 'LOTE "A" & "B"'],
    ["&nbsp;", ""],
    ["002 -Â SECRETARIAÂ DE FINANZASÂ", "002 - SECRETARIA DE FINANZAS"],
    ["  REACTIVOS\u00a0 DE ", "REACTIVOS DE"],
  ])("reads %j as %j", (text, right) => {
    expect(repairText(text)).toBe(right);
  });

  it.each([["R&D"], ["OBRAS &PARA EL CAMPO &amp"], ["5 < 6 > 4"], ["#237;"]])(
    "takes no entity without its end for one: %j",
    (text) => {
      expect(repairText(text)).toBe(text);
    },
  );

  it("leaves entities without their end beside one that has it", () => {
    expect(repairText("A&amp;B &para OBRA")).toBe("A&B &para OBRA");
  });

  it("never touches Spanish text that is right", () => {
    fc.assert(fc.property(spanishLine, (text) => repairText(text) === text));
  });

  it("undoes text that was misread twice", () => {
    fc.assert(fc.property(spanishLine, (text) => repairText(misread(misread(text))) === text));
  });

  it("changes nothing when it is applied again", () => {
    fc.assert(
      fc.property(
        spanishLine,
        (text) => repairText(repairText(misread(text))) === repairText(text),
      ),
    );
  });
});
