import { describe, expect, it } from "vitest";
import { foldName, nameKey } from "../../../shared/registry/fold-name.ts";
import { legalForms } from "../../../shared/registry/legal-forms.ts";

describe("a supplier's name, folded", () => {
  it.each([
    "Comercializadora Zeta, S.A. de C.V.",
    "COMERCIALIZADORA ZETA S.A DE C.V",
    "COMERCIALIZADORA  ZETA SA CV",
    '"Comercializadora Zeta" S. A. de C. V.',
    "comercializadora zeta sadecv",
    "Comercializadora Zeta Sociedad Anónima de Capital Variable",
  ])("is the same for %s", (text) => {
    expect(foldName(text)).toEqual({ name: "comercializadora zeta", form: "sa de cv" });
  });

  it.each([
    ["Zeta, S. de R.L. de C.V.", "zeta", "s de rl de cv"],
    ["ZETA S DE RL MI", "zeta", "s de rl mi"],
    ["Zeta S.A.P.I. de C.V.", "zeta", "sapi de cv"],
    ["ZETA SC DE RL DE CV", "zeta", "sc de rl de cv"],
    ["Grupo Zeta, S.C.", "grupo zeta", "sc"],
    ["Zeta y Asociados A.C.", "zeta y asociados", "ac"],
    ["ZETA S.P.R. DE R.L.", "zeta", "spr de rl"],
    ["FINANCIERA ZETA SA DE CV SOFOM E.N.R.", "financiera zeta", "sa de cv sofom enr"],
    ["A.B.C. Construcciones SAS", "abc construcciones", "sas"],
    ["Muñoz & Hnos. S.A.", "munoz y hnos", "sa"],
  ])("finds the legal form of %s", (text, name, form) => {
    expect(foldName(text)).toEqual({ name, form });
  });

  it.each([
    ["Fulana Inventada Casa", "fulana inventada casa"],
    ["MARISA", "marisa"],
    ["José Ñáñez D'Ávila", "jose nanez davila"],
  ])("finds none in %s", (text, name) => {
    expect(foldName(text)).toEqual({ name });
  });

  it("keeps two companies apart that differ in their form alone", () => {
    expect(nameKey("Zeta SA")).not.toBe(nameKey("Zeta SC"));
    expect(nameKey("Zeta")).not.toBe(nameKey("Zeta SC"));
  });

  it("knows every form in each of its spellings", () => {
    for (const { form, spellings } of legalForms) {
      for (const spelling of spellings) {
        expect([spelling, foldName(`Zarzamora ${spelling}`)]).toEqual([
          spelling,
          { name: "zarzamora", form },
        ]);
      }
    }
  });
});
