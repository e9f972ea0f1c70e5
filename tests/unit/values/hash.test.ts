import canonicalize from "canonicalize";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashBytes, hashJson } from "../../../shared/values/hash.ts";

describe("hashBytes", () => {
  it.each([
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
  ])("is SHA-256: %j", (text, digest) => {
    expect(hashBytes(text)).toBe(digest);
  });

  it("takes text as UTF-8", () => {
    expect(hashBytes("Peñón")).toBe(hashBytes(new TextEncoder().encode("Peñón")));
  });
});

describe("hashJson", () => {
  it("does not see the order of keys", () => {
    expect(hashJson({ a: 1, b: { c: 2, d: 3 } })).toBe(hashJson({ b: { d: 3, c: 2 }, a: 1 }));
  });

  it("sees the order of lists, and the kind of a value", () => {
    const values = [[1, 2], [2, 1], [1, "2"], {}, [], null, "null", "", 0, false];
    expect(new Set(values.map(hashJson)).size).toBe(values.length);
  });

  it("is the same for any value that JSON writes the same way", () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        (value) => hashJson(JSON.parse(JSON.stringify(value))) === hashJson(value),
      ),
    );
  });

  it("is of the canonical form of RFC 8785, as another library writes it", () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
        expect(hashJson(value)).toBe(hashBytes(String(canonicalize(value))));
      }),
    );
    const wide = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`${n * 7919}`, n]));
    for (const value of [wide, { "\u20ac": 1, "\r": 2, "\ufb33": 3, "\u{1f600}": 4, ö: 5 }, 1e21]) {
      expect(hashJson(value)).toBe(hashBytes(String(canonicalize(value))));
    }
  });

  it.each([undefined, "\ud800", { a: ["\\\udc00 b"] }])(
    "refuses what has no JSON form: %j",
    (value) => {
      expect(() => hashJson(value)).toThrow("hashJson: the value has no JSON form");
    },
  );

  it("refuses a number that JSON cannot write", () => {
    expect(() => hashJson([Number.NaN])).toThrow("NaN");
  });

  it("takes a text that only speaks of half a character", () => {
    expect(hashJson("\\ud800")).toBe(hashBytes('"\\\\ud800"'));
  });
});
