import Ajv from "ajv";
import formats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import {
  DateTime,
  Integer,
  TextOrInteger,
  Uri,
  uniqueList,
} from "../../../shared/ocds/model/field.ts";

const ajv = new Ajv();
formats.default(ajv);
const isFormat = (format: string) => ajv.compile({ type: "string", format });
const accepts = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;

describe("a date", () => {
  it.each([
    ["2026-03-02T12:00:00-06:00", true],
    ["2026-03-02T18:00:00Z", true],
    ["2026-03-02T18:00:00.5Z", true],
    ["2026-03-02t18:00:00z", true],
    ["2024-02-29T00:00:00Z", true],
    ["2000-02-29T00:00:00Z", true],
    ["1900-02-29T00:00:00Z", false],
    ["2026-02-29T00:00:00Z", false],
    ["2026-04-31T00:00:00Z", false],
    ["2026-00-10T00:00:00Z", false],
    ["2026-03-02T24:00:00Z", false],
    ["2026-03-02T12:60:00Z", false],
    ["2026-03-02T12:00:00", false],
    ["2026-03-02T12:00-06:00", false],
    ["2026-03-02T12:00:00-0600", false],
    ["2026-03-02 12:00:00Z", false],
    ["2026-03-02", false],
    ["2026-03-02T12:00:00Z\n", false],
    ["", false],
  ])("%j: %s", (text, isDate) => {
    expect(accepts(DateTime, text)).toBe(isDate);
  });

  it("is one for every instant that can be written", () => {
    const years = { min: new Date("0000-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59Z") };
    fc.assert(
      fc.property(fc.date({ ...years, noInvalidDate: true }), (date) => {
        expect(accepts(DateTime, date.toISOString())).toBe(true);
      }),
    );
  });

  it("has the days that the calendar has", () => {
    const digits = (max: number) => fc.integer({ min: 0, max }).map((n) => `${n}`.padStart(2, "0"));
    const isDate = isFormat("date-time");
    const year = fc.integer({ min: 1890, max: 2110 });
    fc.assert(
      fc.property(year, digits(13), digits(32), (y, month, day) => {
        const text = `${y}-${month}-${day}T00:00:00Z`;
        expect([text, accepts(DateTime, text)]).toEqual([text, isDate(text)]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("an address", () => {
  it.each([
    ["https://comprasestatal.durango.gob.mx/anexo/1?x=a%20b#c", true],
    ["http://usuario@[2001:db8::1]:8080/a;b=c,d", true],
    ["mailto:compras@example.org", true],
    ["urn:isbn:0451450523", true],
    ["https://example.org/año", false],
    ["https://example.org/a b", false],
    ["https://example.org/a[1].pdf", false],
    ["https://example.org/a|b", false],
    ["https://example.org/%zz", false],
    ["https://example.org/%4", false],
    ["example.org/a", false],
    ["/anexo/1", false],
    ["//example.org", false],
    ["https:", false],
    ["https:#a", false],
    ["", false],
  ])("%j: %s", (text, isUri) => {
    expect([accepts(Uri, text), isFormat("uri")(text)]).toEqual([isUri, isUri]);
  });

  it("is what the format `uri` of JSON schemas takes, whatever characters it is made of", () => {
    const isUri = isFormat("uri");
    const parts = [
      "http:",
      "//",
      "a",
      "Z9",
      "-._~",
      "?",
      "#",
      "%41",
      "%",
      "@",
      ":",
      " ",
      "é",
      "<",
      "|",
      "\\",
    ];
    const texts = fc.array(fc.constantFrom(...parts), { maxLength: 7 });
    fc.assert(
      fc.property(fc.constantFrom("", "http:", "a+b:"), texts, (scheme, rest) => {
        const text = scheme + rest.join("");
        expect([text, accepts(Uri, text)]).toEqual([text, isUri(text)]);
      }),
      { numRuns: 3000 },
    );
  });

  it("is read in a time that grows with its length alone", () => {
    const start = performance.now();
    for (const piece of ["@", "a@", "//", "%41", "?", "[", "a:"]) {
      accepts(Uri, `http://${piece.repeat(100_000)} `);
    }
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe("an identifier", () => {
  it.each([
    ["LP-1", true],
    [7, true],
    [-1, true],
    [1e21, true],
    ["", false],
    [7.5, false],
    [Number.NaN, false],
    [true, false],
    [null, false],
  ])("%j: %s", (id, isId) => {
    expect(accepts(TextOrInteger, id)).toBe(isId);
  });

  it("says what it should be", () => {
    expect(TextOrInteger.safeParse(true).error?.issues).toMatchObject([
      { message: "expected a whole number, or a text that is not empty" },
    ]);
    expect(Integer.safeParse(1.5).error?.issues).toMatchObject([{ message: "not a whole number" }]);
  });
});

describe("a list without twins", () => {
  const List = uniqueList(z.unknown());

  it.each<[string, unknown[], boolean]>([
    ["one item", [{ id: "1" }], true],
    ["items with different ids", [{ id: "1" }, { id: "2" }], true],
    [
      "items with one id that say different things",
      [
        { id: "1", a: 1 },
        { id: "1", a: 2 },
      ],
      true,
    ],
    ["ids of different types", [{ id: "1" }, { id: 1 }], true],
    ["items without an id", [{ a: 1 }, { a: 2 }], true],
    ["the same item twice", [{ id: "1" }, { id: "2" }, { id: "1" }], false],
    [
      "the same item twice, in another order",
      [
        { id: "1", a: [{ b: 1, c: 2 }] },
        { a: [{ c: 2, b: 1 }], id: "1" },
      ],
      false,
    ],
    ["the same item twice, without an id", [{ a: 1 }, { b: 1 }, { a: 1 }], false],
    [
      "the same record twice",
      [
        { ocid: "1", a: 1 },
        { ocid: "1", a: 1 },
      ],
      false,
    ],
    ["the same text twice", ["a", "b", "a"], false],
    ["nothing", [], false],
  ])("%s", (_what, items, isList) => {
    expect(accepts(List, items)).toBe(isList);
  });
});
