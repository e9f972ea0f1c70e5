import { describe, expect, it } from "vitest";
import { InconsistentTypeError, MissingDateError } from "../../../../shared/ocds/merge/errors.ts";
import { buildMergeRules } from "../../../../shared/ocds/merge/rules.ts";
import { versionReleases } from "../../../../shared/ocds/merge/version-releases.ts";

const rules = buildMergeRules({ omit: ["id", "date", "secret"], whole: ["whole"] });

const days = (...contents: object[]) =>
  contents.map((content, i) => ({
    ocid: "o",
    id: `r${i + 1}`,
    date: `2026-01-0${i + 1}`,
    tag: [`t${i + 1}`],
    ...content,
  }));

/** The value as the release of that day says it. */
const on = (day: number, value: unknown) => ({
  releaseID: `r${day}`,
  releaseDate: `2026-01-0${day}`,
  releaseTag: [`t${day}`],
  value,
});

function versioned(...contents: object[]): unknown {
  const { ocid, ...rest } = versionReleases(days(...contents), { rules });
  return rest;
}

describe("a versioned release", () => {
  it.each<[string, object[], object]>([
    ["records a value once", [{ x: 1 }, { x: 1 }], { x: [on(1, 1)] }],
    ["records each change", [{ x: 1 }, { x: 2 }, { x: 1 }], { x: [on(1, 1), on(2, 2), on(3, 1)] }],
    ["records null", [{ x: 1 }, { x: null }], { x: [on(1, 1), on(2, null)] }],
    ["records null from the start", [{ x: null }], { x: [on(1, null)] }],
    ["drops what is omitted when merged", [{ secret: 1 }], {}],
    ["versions the fields of objects, id too", [{ o: { id: 1 } }], { o: { id: [on(1, 1)] } }],
    ["adds nothing for what is empty", [{ o: {}, l: [], p: { q: {} } }], {}],
    [
      "keeps the id of a list's objects as it is, and puts it first",
      [{ l: [{ x: 1, id: 1 }] }, { l: [{ id: 1, x: 2 }, { id: "1" }] }],
      { l: [{ id: 1, x: [on(1, 1), on(2, 2)] }, { id: "1" }] },
    ],
    [
      "appends an object without id",
      [{ l: [{ x: 1 }] }, { l: [{ x: 1 }] }],
      { l: [{ x: [on(1, 1)] }, { x: [on(2, 1)] }] },
    ],
    [
      "takes a whole list for one value, whatever the order of its objects' fields",
      [{ whole: [{ a: 1, b: 2 }] }, { whole: [{ b: 2, a: 1 }] }, { whole: [] }],
      { whole: [on(1, [{ a: 1, b: 2 }]), on(3, [])] },
    ],
    [
      "records null over an object for each of its fields",
      [{ o: { x: 1, y: null, p: { z: 2 }, l: [{ id: 1, w: 3 }] } }, { o: null }],
      {
        o: {
          x: [on(1, 1), on(2, null)],
          y: [on(1, null)],
          p: { z: [on(1, 2), on(2, null)] },
          l: [{ id: 1, w: [on(1, 3), on(2, null)] }],
        },
      },
    ],
    [
      "forgets null where an object comes",
      [{ o: null }, { o: { x: 1 } }],
      { o: { x: [on(2, 1)] } },
    ],
    [
      "records of two objects with one id in a release what the last says",
      [
        { l: [{ id: 1, x: 1 }] },
        {
          l: [
            { id: 1, x: 2, y: 1 },
            { id: 1, x: 3 },
          ],
        },
      ],
      { l: [{ id: 1, x: [on(1, 1), on(2, 3)], y: [on(2, 1)] }] },
    ],
    [
      "records no change where the last of two says what was there before",
      [
        { l: [{ id: 1, x: 1 }] },
        {
          l: [
            { id: 1, x: 2 },
            { id: 1, x: 1 },
          ],
        },
      ],
      { l: [{ id: 1, x: [on(1, 1)] }] },
    ],
  ])("%s", (_name, contents, expected) => {
    expect(JSON.stringify(versioned(...contents))).toBe(JSON.stringify(expected));
  });

  it("has the ocid as it is, first, and none where there is none", () => {
    expect(JSON.stringify(versionReleases([{ x: 1, ocid: "o" }], { rules }))).toBe(
      '{"ocid":"o","x":[{"releaseID":null,"releaseDate":null,"releaseTag":null,"value":1}]}',
    );
    expect(versionReleases([{}], { rules })).toEqual({});
  });

  it.each<[string, unknown, unknown]>([
    ["from literal to object", 1, { x: 1 }],
    ["from object to literal", { x: 1 }, 1],
    ["from object to list of objects", { x: 1 }, [{ id: 1 }]],
    ["from list of objects to object", [{ id: 1 }], { x: 1 }],
    ["from list of strings to list of objects", ["a"], [{ id: 1 }]],
    ["from list of objects to list of strings", [{ id: 1 }], ["a"]],
  ])("refuses a field that changes %s", (_name, before, after) => {
    const releases = days({ t: { f: before } }, { t: { f: after } });
    expect(() => versionReleases(releases, { rules })).toThrow(InconsistentTypeError);
    expect(() => versionReleases(releases, { rules })).toThrow("o: t/f holds ");
  });

  it("needs dates as the compiled release does", () => {
    expect(() => versionReleases([{ ocid: "o" }, { ocid: "o" }])).toThrow(MissingDateError);
  });
});
