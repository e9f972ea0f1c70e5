import { describe, expect, it } from "vitest";
import { mergeReleases } from "../../../../shared/ocds/merge/merge-releases.ts";
import { buildMergeRules } from "../../../../shared/ocds/merge/rules.ts";
import { days, merged, rules } from "./sample-releases.ts";

describe("a compiled release", () => {
  it("has the ocid, the latest date, an id made of both, and the tag compiled, in that order", () => {
    const compiled = mergeReleases(days({ title: "a" }, { title: "b" }), { rules });
    expect(JSON.stringify(compiled)).toBe(
      '{"tag":["compiled"],"id":"o-2026-01-02","date":"2026-01-02","ocid":"o","title":"b"}',
    );
  });

  it.each<[string, object[], object]>([
    ["takes the latest literal", [{ x: 1 }, { x: 2 }], { x: 2 }],
    ["keeps what a later release does not mention", [{ x: 1 }, { y: 2 }], { x: 1, y: 2 }],
    ["drops a field that is omitted when merged", [{ secret: 1, x: 1 }], { x: 1 }],
    ["drops it inside of list items too", [{ a: [{ id: 1, secret: 1 }] }], { a: [{ id: 1 }] }],
    ["drops it without regard to what it holds", [{ secret: [{ id: 1 }] }], {}],
    ["removes a field that is null", [{ x: 1, y: 1 }, { x: null }], { y: 1 }],
    ["never shows a field that was null from the start", [{ x: null, y: 1 }], { y: 1 }],
    ["takes a field up again after null", [{ x: 1 }, { x: null }, { x: 2 }], { x: 2 }],
    ["keeps an object, empty, whose only field is null", [{ o: { x: null } }], { o: {} }],
    ["removes an object that is null", [{ o: { x: 1 } }, { o: null }], {}],
    ["removes a list of objects that is null", [{ l: [{ id: 1 }] }, { l: null }], {}],
    [
      "begins an object anew after null",
      [{ o: { x: 1 } }, { o: null }, { o: { y: 2 } }],
      { o: { y: 2 } },
    ],
    ["takes an object where null was", [{ o: null }, { o: { x: 1 } }], { o: { x: 1 } }],
    ["lets the kind change with null between", [{ o: { x: 1 } }, { o: null }, { o: 3 }], { o: 3 }],
    ["merges objects field by field", [{ o: { x: 1 } }, { o: { y: 2 } }], { o: { x: 1, y: 2 } }],
    ["adds nothing for an empty object", [{ o: {} }], {}],
    ["changes nothing for an empty object", [{ o: { x: 1 } }, { o: {} }], { o: { x: 1 } }],
    ["adds nothing for an object of empty objects", [{ o: { p: {}, q: [{}] } }], {}],
    ["adds nothing for an empty list that merges by id", [{ a: [] }], {}],
    ["changes nothing for it either", [{ a: [{ id: 1 }] }, { a: [] }], { a: [{ id: 1 }] }],
    ["keeps an empty list that is whole", [{ whole: [] }], { whole: [] }],
    [
      "empties a whole list by an empty one",
      [{ whole: [{ id: 1 }] }, { whole: [] }],
      { whole: [] },
    ],
    [
      "replaces a whole list of objects",
      [{ whole: [{ id: 1, x: 1 }] }, { whole: [{ id: 1, y: 1 }] }],
      { whole: [{ id: 1, y: 1 }] },
    ],
    [
      "keeps two objects of one id in a whole list",
      [{ whole: [{ id: 1 }, { id: 1 }] }],
      { whole: [{ id: 1 }, { id: 1 }] },
    ],
    ["keeps null inside of a whole list", [{ whole: [{ x: null }] }], { whole: [{ x: null }] }],
    ["replaces a list of strings", [{ l: ["a"] }, { l: ["b"] }], { l: ["b"] }],
    [
      "replaces a list of objects and others",
      [{ l: [{ id: 1 }, "a"] }, { l: [{ id: 2 }, "b"] }],
      { l: [{ id: 2 }, "b"] },
    ],
    [
      "replaces a list of objects by one that holds others",
      [{ l: [{ id: 1 }] }, { l: [{ id: 2 }, "b"] }],
      { l: [{ id: 2 }, "b"] },
    ],
    [
      "replaces a list that holds others by one of objects",
      [{ l: [{ id: 1 }, "a"] }, { l: [{ id: 2 }] }],
      { l: [{ id: 2 }] },
    ],
    [
      "merges the objects of an unknown list by id",
      [{ l: [{ id: 1, x: 1 }] }, { l: [{ id: 2 }, { y: 2, id: 1 }] }],
      { l: [{ id: 1, x: 1, y: 2 }, { id: 2 }] },
    ],
    [
      "merges lists within lists by id",
      [{ l: [{ id: 1, m: [{ id: 1, x: 1 }] }] }, { l: [{ id: 1, m: [{ id: 1, y: 2 }] }] }],
      { l: [{ id: 1, m: [{ id: 1, x: 1, y: 2 }] }] },
    ],
    [
      'tells the id 1 from the id "1"',
      [{ l: [{ id: 1, x: 1 }] }, { l: [{ id: "1", x: 2 }] }],
      {
        l: [
          { id: 1, x: 1 },
          { id: "1", x: 2 },
        ],
      },
    ],
    [
      "appends an object without id, though it was there before",
      [{ l: [{ x: 1 }] }, { l: [{ x: 1 }, { id: 1 }] }],
      { l: [{ x: 1 }, { x: 1 }, { id: 1 }] },
    ],
    [
      "takes null for no id",
      [
        {
          l: [
            { id: null, x: 1 },
            { id: null, x: 2 },
          ],
        },
      ],
      { l: [{ x: 1 }, { x: 2 }] },
    ],
    [
      "reads names that every object inherits",
      [{ constructor: 1 }, { toString: { valueOf: 2 } }],
      { constructor: 1, toString: { valueOf: 2 } },
    ],
  ])("%s", (_name, contents, expected) => {
    expect(JSON.stringify(merged(...contents))).toBe(JSON.stringify(expected));
  });

  it("reads a field named __proto__ as any other", () => {
    const release = JSON.parse('{"ocid":"o","date":"2026","__proto__":{"x":1}}');
    const compiled = mergeReleases([release], { rules });
    expect(JSON.stringify(compiled)).toContain('"__proto__":{"x":1}');
    expect(Object.getPrototypeOf(compiled)).toBe(Object.prototype);
  });

  it("keeps the fields in the order in which they first came", () => {
    const compiled = merged({ b: 1, c: null, a: { z: 1 } }, { d: 1, c: 2, a: { y: 1, z: 2 } });
    expect(JSON.stringify(compiled)).toBe('{"b":1,"c":2,"a":{"z":2,"y":1},"d":1}');
  });

  it("puts the release's own id and date over the compiled ones where the schema does not omit them", () => {
    const open = buildMergeRules({ omit: [], whole: [] });
    expect(mergeReleases(days({}, {}), { rules: open })).toEqual({
      tag: ["compiled"],
      id: "r2",
      date: "2026-01-02",
      ocid: "o",
    });
  });

  it("keeps the ocid of a schema that omits it, as OCDS 1.0 did", () => {
    const old = buildMergeRules({ omit: ["ocid", "id", "date"], whole: [] });
    expect(mergeReleases(days({}), { rules: old }).ocid).toBe("o");
  });

  it("merges by the rules of OCDS 1.1 unless told otherwise", () => {
    const changed = (id: string) => ({
      parties: [{ id: "1", roles: [id], additionalIdentifiers: [{ id }] }],
    });
    expect(mergeReleases(days(changed("a"), changed("b")))).toEqual({
      tag: ["compiled"],
      id: "o-2026-01-02",
      date: "2026-01-02",
      ocid: "o",
      ...changed("b"),
    });
  });
});
