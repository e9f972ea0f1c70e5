import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeReleases } from "../../../shared/ocds/merge/merge-releases.ts";
import { withRemovals } from "../../../shared/ocds/removals.ts";

describe("withRemovals", () => {
  it.each<[string, object, object, object]>([
    ["a field that vanished", { a: 1 }, { a: 1, b: 2 }, { a: 1, b: null }],
    ["a field of an object", { p: { s: 1 } }, { p: { s: 1, e: 2 } }, { p: { s: 1, e: null } }],
    ["an object, at its fields", {}, { p: { s: 1, e: 2 } }, { p: { s: null, e: null } }],
    ["a list of texts", {}, { l: ["x"] }, { l: null }],
    [
      "a field of a listed object",
      { d: [{ id: "1" }] },
      { d: [{ id: "1", t: "x" }] },
      { d: [{ id: "1", t: null }] },
    ],
  ])("says null for %s", (_what, now, before, expected) => {
    expect(withRemovals(now, before)).toEqual(expected);
  });

  it("leaves what is new or has changed as it is, and neither object changed", () => {
    const now = { a: 2, d: [{ id: "1", t: "y" }, { id: "2" }] };
    const before = { a: 1, d: [{ id: "1", t: "x" }] };
    const copies = structuredClone([now, before]);
    expect(withRemovals(now, before)).toEqual(now);
    expect([now, before]).toEqual(copies);
  });

  it("refuses to take an item out of a list that merges by id", () => {
    expect(() => withRemovals({ d: [{ id: "2" }] }, { d: [{ id: "1" }] })).toThrow(
      'd: the item "1" cannot be taken out',
    );
  });

  it("is undone by the standard's merge: before, then the result, give the object again", () => {
    const leaf = fc.oneof(fc.integer(), fc.string(), fc.array(fc.string(), { minLength: 1 }));
    const flat = fc.dictionary(fc.constantFrom("a", "b", "c"), leaf);
    const state = fc.record({ tender: flat, buyer: flat }, { requiredKeys: [] });
    fc.assert(
      fc.property(state, state, (before, now) => {
        const releases = [
          { ...before, ocid: "o", date: "2026-01-01T00:00:00Z" },
          { ...withRemovals(now, before), ocid: "o", date: "2026-01-02T00:00:00Z" },
        ];
        const { tag: _t, id: _i, date: _d, ocid: _o, ...merged } = mergeReleases(releases);
        const filled = (value: object) =>
          Object.fromEntries(
            Object.entries(value).filter(([, field]) => Object.keys(field).length > 0),
          );
        expect(filled(merged)).toEqual(filled(now));
      }),
    );
  });
});
