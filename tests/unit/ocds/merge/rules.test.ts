import { describe, expect, it } from "vitest";
import { MergeSchemaError } from "../../../../shared/ocds/merge/errors.ts";
import { mergeReleases } from "../../../../shared/ocds/merge/merge-releases.ts";
import { readMergeRules } from "../../../../shared/ocds/merge/rules.ts";
import { listMergeRules } from "./list-merge-rules.ts";

const objects = (properties: object, more: object = {}) => ({
  type: "array",
  items: { type: "object", properties },
  ...more,
});

describe("merge rules from a release schema", () => {
  it.each<[string, object, { omit?: string[]; whole?: string[] }]>([
    ["omit what omitWhenMerged says", { type: "string", omitWhenMerged: true }, { omit: ["f"] }],
    ["omit what OCDS 1.0 called ocdsOmit", { mergeStrategy: "ocdsOmit" }, { omit: ["f"] }],
    [
      "omit a list before anything else",
      objects({}, { omitWhenMerged: true, wholeListMerge: true }),
      { omit: ["f"] },
    ],
    [
      "take whole what wholeListMerge says",
      objects({ id: {} }, { wholeListMerge: true }),
      { whole: ["f"] },
    ],
    [
      "take whole what OCDS 1.0 called ocdsVersion",
      objects({ id: {} }, { mergeStrategy: "ocdsVersion" }),
      { whole: ["f"] },
    ],
    [
      "ignore wholeListMerge on an object",
      { type: "object", properties: {}, wholeListMerge: true },
      {},
    ],
    [
      "ignore keywords that are false",
      objects({ id: {} }, { wholeListMerge: false, omitWhenMerged: false }),
      {},
    ],
    ["ignore versionId", objects({ id: { type: "string", versionId: true } }), {}],
    [
      "take whole a list of strings",
      { type: ["array", "null"], items: { type: "string" } },
      { whole: ["f"] },
    ],
    [
      "take whole a list of objects and others",
      { type: "array", items: { type: ["object", "string"], properties: { id: {} } } },
      { whole: ["f"] },
    ],
    ["take whole a list of objects that have no id", objects({ name: {} }), { whole: ["f"] }],
    ["merge a list of objects with id", objects({ id: {} }), {}],
    [
      "merge a list whose objects list no properties",
      { type: "array", items: { type: "object" } },
      {},
    ],
    ["merge a list of which the items are unknown", { type: "array" }, {}],
    [
      "reach into objects and lists",
      { type: "object", properties: { g: objects({ id: {}, h: objects({}) }) } },
      { whole: ["f/g/h"] },
    ],
    [
      "stop at what is whole",
      objects({ h: { omitWhenMerged: true } }, { wholeListMerge: true }),
      { whole: ["f"] },
    ],
    ["follow a $ref", { $ref: "#/definitions/Part" }, { whole: ["f/tags"] }],
    [
      "follow a $ref of items",
      { type: "array", items: { $ref: "#/definitions/Part" } },
      { whole: ["f/tags"] },
    ],
    ["read nothing beside a $ref", { $ref: "#/definitions/Text", omitWhenMerged: true }, {}],
  ])("%s", (_name, f, expected) => {
    const definitions = {
      Part: { type: "object", properties: { id: {}, tags: objects({}) } },
      Text: { type: "string" },
    };
    const rules = readMergeRules({ definitions, properties: { f } });
    expect(listMergeRules(rules)).toEqual({ omit: [], whole: [], ...expected });
  });

  it("hold at any depth of a schema that points back to itself", () => {
    const rules = readMergeRules({
      properties: { part: { $ref: "#/definitions/Part" } },
      definitions: {
        Part: {
          type: "object",
          properties: { note: { omitWhenMerged: true }, part: { $ref: "#/definitions/Part" } },
        },
      },
    });
    const release = { ocid: "o", date: "2026", part: { part: { part: { note: 1, x: 1 } } } };
    expect(mergeReleases([release], { rules }).part).toEqual({ part: { part: { x: 1 } } });
  });

  it.each([
    ["no object", [], "it has no `properties`"],
    ["no properties", {}, "it has no `properties`"],
    [
      "a $ref that leads nowhere",
      { properties: { f: { $ref: "#/definitions/None" } } },
      "#/definitions/None leads nowhere",
    ],
    [
      "a $ref to elsewhere",
      { properties: { f: { $ref: "https://example.org/x.json" } } },
      "leads out of the schema",
    ],
    ["a $ref to itself", { properties: { f: { $ref: "#/properties/f" } } }, "leads back to itself"],
  ])("cannot be read where there is %s", (_name, schema, message) => {
    expect(() => readMergeRules(schema)).toThrow(MergeSchemaError);
    expect(() => readMergeRules(schema)).toThrow(message);
  });
});
