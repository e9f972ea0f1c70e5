import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText, spelledWords, splitWords } from "../../../shared/search/fold.ts";

describe("foldText", () => {
  it.each([
    ["Ánima", "anima"],
    ["NIÑO", "niño"],
    ["NIN\u0303O", "niño"],
    ["PINGÜINO", "pinguino"],
    ["Descripcio\u0301n", "descripcion"],
    ["ÑANDÚ", "ñandu"],
    ["UNI\u00adFOR\u200bMES\ufe0f", "uniformes"],
  ])("folds %j to %j", (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it("keeps ñ apart from n: a year is not what it would become", () => {
    expect(foldText("año")).not.toBe(foldText("ano"));
  });
});

describe("splitWords", () => {
  it.each([
    ["LP/E/SEED/007/2025", ["lp", "e", "seed", "007", "2025"]],
    ["EA-910002998-N11-2025", ["ea", "910002998", "n11", "2025"]],
    [
      'CONSTRUCCIÓN DE "DOMO" 8" (2.ª ETAPA)',
      ["construccion", "de", "domo", "8", "2", "ª", "etapa"],
    ],
    ["Niño’s", ["niño", "s"]],
    [" — ", []],
    ["UNI\u00adFORMES \u200d ⚠\ufe0f", ["uniformes"]],
    ["", []],
  ])("splits %j into %j", (text, words) => {
    expect(splitWords(text)).toEqual(words);
  });
});

describe("spelledWords", () => {
  it("splits as letters, accents and digits of every script say", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const runs =
          /[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d]+(?:\?[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d]+)*/gu;
        const words = text.match(runs)?.filter((run) => foldText(run) !== "");
        expect(spelledWords(text)).toEqual(words ?? []);
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });

  it.each([
    ['ADQUISICI?N DE NI?OS ¿QUÉ? 8" ×2', ["ADQUISICI?N", "DE", "NI?OS", "QUÉ", "8", "2"]],
    ["UNI\u00adFORMES \u200d \u0301 ⚠\ufe0f A", ["UNI\u00adFORMES", "A"]],
    ["Nin\u0303o ªº ½ 𝒜b", ["Nin\u0303o", "ªº", "½", "𝒜b"]],
    ["", []],
  ])("splits %j into %j", (text, words) => {
    expect(spelledWords(text)).toEqual(words);
  });
});
