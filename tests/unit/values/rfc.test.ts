import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  hasValidCheck,
  normalizeRfc,
  publishableRfc,
  rfcOwner,
} from "../../../shared/values/rfc.ts";

const companies = [
  "ZZ&990101J53",
  "ZZA010203AB3",
  "ZZB150630K13",
  "ZÑC200229QA0",
  "ZZQ991130U9A",
  "MAB9307148T4",
];
const persons = ["ZZZZ800101HD0", "ZXPÑ751231TT4", "ZAXB910714M24", "GODE561231GR8"];

describe("rfcOwner and hasValidCheck", () => {
  it.each(companies)("%s is a company's and its check character is right", (rfc) => {
    expect([rfcOwner(rfc), hasValidCheck(rfc)]).toEqual(["company", true]);
  });

  it.each(persons)("%s is a person's and its check character is right", (rfc) => {
    expect([rfcOwner(rfc), hasValidCheck(rfc)]).toEqual(["person", true]);
  });

  it.each(["XAXX010101000", "XEXX010101000"])(
    "%s is the generic one, good whatever its check character",
    (rfc) => {
      expect([rfcOwner(rfc), hasValidCheck(rfc)]).toEqual(["generic", true]);
    },
  );

  it("warns of a check character that is wrong, and still knows whose RFC it is", () => {
    expect([rfcOwner("VACE460910SX6"), hasValidCheck("VACE460910SX6")]).toEqual(["person", false]);
  });

  it.each([
    "",
    "ZZZZ800101",
    "ZZA010203",
    "ZXP?751231TT4",
    "ZZA0102O3AB3",
    "ZZA010203AB",
    "ZZZZZ010203AB3",
    "zza010203ab3",
  ])("%j is shaped like no RFC", (text) => {
    expect(rfcOwner(text)).toBeUndefined();
  });

  it("finds every single wrong character before the check character", () => {
    const alphabet = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZÑ";
    fc.assert(
      fc.property(
        fc.constantFrom(...companies, ...persons),
        fc.nat(10),
        fc.constantFrom(...alphabet),
        (rfc, place, char) => {
          const weight = 13 - place - (rfc.length === 12 ? 1 : 0);
          const changed = rfc.slice(0, place) + char + rfc.slice(place + 1);
          const known = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ";
          const difference = (known.indexOf(char) - known.indexOf(rfc.charAt(place))) * weight;
          expect(hasValidCheck(changed)).toBe(difference % 11 === 0);
        },
      ),
    );
  });
});

describe("normalizeRfc", () => {
  it.each([
    ["zza-010203-ab3", "ZZA010203AB3"],
    [" ZZB 150630\u00a0K13 ", "ZZB150630K13"],
    ["Z.Z.A. 010203 AB3", "ZZA010203AB3"],
    ["ZZA–010203–AB3", "ZZA010203AB3"],
    ["zn\u0303c200229qa0", "ZÑC200229QA0"],
    ["zz&990101j53", "ZZ&990101J53"],
    ["", ""],
  ])("writes %j as %j", (text, rfc) => {
    expect(normalizeRfc(text)).toBe(rfc);
  });
});

describe("publishableRfc", () => {
  it.each(companies)("publishes %s", (rfc) => {
    expect(publishableRfc(rfc)).toBe(rfc);
  });

  it.each([...persons, "XAXX010101000", "ZZZZ800101", "", "ZXP?751231TT4"])(
    "does not publish %j",
    (rfc) => {
      expect(publishableRfc(rfc)).toBeUndefined();
    },
  );
});
