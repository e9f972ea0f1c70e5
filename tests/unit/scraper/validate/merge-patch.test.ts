import { expect, it } from "vitest";
import { mergePatch } from "../../../../scraper/validate/merge-patch.ts";

it("merges patches as RFC 7396 says", () => {
  const target = { a: { b: 1, c: [1, 2] }, d: 1 };
  expect(mergePatch(target, { a: { b: null, c: [3] }, e: { f: null } })).toEqual({
    a: { c: [3] },
    d: 1,
    e: {},
  });
  expect(target).toEqual({ a: { b: 1, c: [1, 2] }, d: 1 });
});
