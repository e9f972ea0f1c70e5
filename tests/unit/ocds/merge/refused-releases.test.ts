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
import { days, merged, rules } from "./sample-releases.ts";

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
