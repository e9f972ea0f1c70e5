import { describe, expect, it } from "vitest";
import {
  InconsistentTypeError,
  MergeError,
  MissingDateError,
  NonObjectReleaseError,
  NonStringDateError,
  NullDateError,
} from "../../../../shared/ocds/merge/errors.ts";
import { mergeReleases } from "../../../../shared/ocds/merge/merge-releases.ts";
import type { DuplicateId } from "../../../../shared/ocds/merge/merge-walk.ts";
import { buildMergeRules } from "../../../../shared/ocds/merge/rules.ts";

const rules = buildMergeRules({ omit: ["id", "date", "secret", "a/secret"], whole: ["whole"] });

/** Releases of one process, a day apart, that hold what is given. */
const days = (...contents: object[]) =>
  contents.map((content, i) => ({
    ocid: "o",
    id: `r${i + 1}`,
    date: `2026-01-0${i + 1}`,
    tag: ["tender"],
    ...content,
  }));

/** What is compiled of them, without what every compiled release has. */
function merged(...contents: object[]): unknown {
  const { tag, id, date, ocid, ...rest } = mergeReleases(days(...contents), { rules });
  return rest;
}

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

describe("the order of releases", () => {
  it("is that of their dates, and that given where dates are equal", () => {
    const releases = [
      { ocid: "o", date: "2026-02", x: "later" },
      { ocid: "o", date: "2026-01", x: "first", y: "first" },
      { ocid: "o", date: "2026-01", y: "second" },
    ];
    expect(mergeReleases(releases, { rules })).toMatchObject({ x: "later", y: "second" });
  });

  it("is not needed for a lone release", () => {
    expect(mergeReleases([{ ocid: "o", x: 1 }], { rules })).toEqual({
      tag: ["compiled"],
      id: "o-None",
      ocid: "o",
      x: 1,
    });
    expect(mergeReleases([{ date: null }], { rules })).toEqual({
      tag: ["compiled"],
      id: "None-None",
    });
  });

  it.each([
    ["missing", {}, MissingDateError, 'release 2 of 2 (ocid "o", id "b") has no date'],
    ["null", { date: null }, NullDateError, "has null for its date"],
    ["a number", { date: 2026 }, NonStringDateError, "has a date that is no string"],
    ["an object", { date: {} }, NonStringDateError, "has a date that is no string"],
  ])("is refused where a date is %s", (_what, second, kind, message) => {
    const releases = [
      { ocid: "o", id: "a", date: "2026" },
      { ocid: "o", id: "b", ...second },
    ];
    expect(() => mergeReleases(releases)).toThrow(kind);
    expect(() => mergeReleases(releases)).toThrow(MergeError);
    expect(() => mergeReleases(releases)).toThrow(message);
  });

  it.each([
    [null, "null"],
    ["{}", "string"],
    [[], "a list"],
  ])("is refused where a release is %j", (release, kind) => {
    expect(() => mergeReleases([{ date: "2026" }, release])).toThrow(NonObjectReleaseError);
    expect(() => mergeReleases([release])).toThrow(`release 1 is not an object but ${kind}`);
  });

  it("needs a release", () => {
    expect(() => mergeReleases([])).toThrow(RangeError);
  });
});

describe("a field that changes its kind", () => {
  it.each<[string, unknown, unknown, string]>([
    ["from literal to object", 1, { x: 1 }, "o: t/f holds 1 and cannot become an object"],
    ["from object to literal", { x: 1 }, 1, "o: t/f holds an object and cannot become 1"],
    [
      "from list of strings to object",
      ["a"],
      { x: 1 },
      "t/f holds a list and cannot become an object",
    ],
    [
      "from object to list of strings",
      { x: 1 },
      ["a"],
      "t/f holds an object and cannot become a list",
    ],
    ["from object to list of objects", { x: 1 }, [{ id: 1 }], "cannot become a list"],
    [
      "from list of objects to object",
      [{ id: 1 }],
      { x: 1 },
      "t/f holds a list of objects and cannot become an object",
    ],
    ["from literal to list of objects", 1, [{ id: 1 }], "t/f holds 1 and cannot become a list"],
    [
      "from list of objects to literal",
      [{ id: 1 }],
      1,
      "t/f holds a list of objects and cannot become 1",
    ],
  ])("is refused: %s", (_name, before, after, message) => {
    const releases = days({ t: [{ id: 1, f: before }] }, { t: [{ id: 1, f: after }] });
    expect(() => mergeReleases(releases, { rules })).toThrow(InconsistentTypeError);
    expect(() => mergeReleases(releases, { rules })).toThrow(message);
  });

  it("passes where the object says nothing", () => {
    expect(merged({ x: 1 }, { x: {} })).toEqual({ x: 1 });
  });

  it("passes in what is taken whole", () => {
    expect(merged({ whole: [1] }, { whole: { x: 1 } }, { whole: 3 })).toEqual({ whole: 3 });
  });
});

describe("two objects of one id in one release", () => {
  function duplicatesOf(...contents: object[]): DuplicateId[] {
    const found: DuplicateId[] = [];
    mergeReleases(days(...contents), { rules, onDuplicateId: (each) => found.push(each) });
    return found;
  }

  it("merge, and the last counts", () => {
    const items = [
      { id: 1, x: "first", y: 1 },
      { id: 1, x: "last" },
    ];
    expect(merged({ a: [{ id: 2, items }] })).toEqual({
      a: [{ id: 2, items: [{ id: 1, x: "last", y: 1 }] }],
    });
  });

  it("are told of, with the path and the id", () => {
    expect(duplicatesOf({ a: [{ id: 2, items: [{ id: 1 }, { id: 1 }, { id: "1" }] }] })).toEqual([
      { ocid: "o", path: "a/items", id: 1 },
    ]);
  });

  it("are no duplicates in two releases, nor in two lists", () => {
    expect(duplicatesOf({ a: [{ id: 1 }], b: [{ id: 1 }] }, { a: [{ id: 1 }] })).toEqual([]);
    const nested = (id: number) => ({ id, items: [{ id: 1 }] });
    expect(duplicatesOf({ a: [nested(1), nested(2)] })).toEqual([]);
  });

  it("pass in a whole list and without an id", () => {
    expect(duplicatesOf({ whole: [{ id: 1 }, { id: 1 }], a: [{ x: 1 }, { x: 1 }] })).toEqual([]);
  });
});
