import { MergeSchemaError } from "./errors.ts";
import { isJsonObject, type JsonObject } from "./json.ts";

/**
 * How the fields of an object merge. A field that is not listed merges by what it holds: objects field by field, lists of
 * objects by `id`, all else as one value.
 */
export interface MergeRules {
  /** `omit`: dropped. `whole`: one value, be it a list or not. `merge`: only its fields have rules. */
  readonly strategy: "omit" | "whole" | "merge";
  /** By name; of a list of objects, the fields of its items. */
  readonly fields: ReadonlyMap<string, MergeRules>;
}

/** Merge rules as plain data: the paths of the fields that do not merge by what they hold, such as `awards/items/unit`. */
export interface MergeRuleTable {
  readonly omit: readonly string[];
  readonly whole: readonly string[];
}

interface OpenRules {
  strategy: MergeRules["strategy"];
  fields: Map<string, OpenRules>;
}

/** Builds merge rules from a table of paths. */
export function buildMergeRules(table: MergeRuleTable): MergeRules {
  const root: OpenRules = { strategy: "merge", fields: new Map() };
  for (const strategy of ["omit", "whole"] as const) {
    for (const path of table[strategy]) {
      let rules = root;
      for (const name of path.split("/")) {
        const field: OpenRules = rules.fields.get(name) ?? { strategy: "merge", fields: new Map() };
        rules.fields.set(name, field);
        rules = field;
      }
      rules.strategy = strategy;
    }
  }
  return root;
}

/**
 * Reads merge rules from a release schema (JSON Schema draft 4), dereferenced or with `$ref`s into itself.
 *
 * `omitWhenMerged` comes before all else and, like `wholeListMerge`, settles the fields below. A list is whole where
 * `wholeListMerge` is true on it, where the type of its items allows other than objects, and where the items list their
 * properties and `id` is not among them. The keywords of OCDS 1.0, `mergeStrategy` of `ocdsOmit` and `ocdsVersion`, count as
 * `omitWhenMerged` and `wholeListMerge`; `versionId` says nothing, and neither does a keyword that is false.
 *
 * Throws `MergeSchemaError` where the schema has no properties, or a `$ref` leads nowhere or out of it.
 */
export function readMergeRules(schema: unknown): MergeRules {
  const root = isJsonObject(schema) ? schema : {};
  if (!isJsonObject(root.properties)) {
    throw new MergeSchemaError("not a release schema: it has no `properties`");
  }
  // A schema may point back to itself. Rules are found by the schema that they were read from, so that they do so too.
  const known = new Map<JsonObject, OpenRules>();

  function readFields(properties: JsonObject, rules: OpenRules): OpenRules {
    for (const [name, property] of Object.entries(properties)) {
      rules.fields.set(name, readProperty(follow(root, property)));
    }
    return rules;
  }

  function readProperty(property: JsonObject): OpenRules {
    const before = known.get(property);
    if (before) return before;
    const rules: OpenRules = { strategy: strategyOf(root, property), fields: new Map() };
    known.set(property, rules);
    if (rules.strategy === "merge") readFields(propertiesOf(root, property), rules);
    return rules;
  }

  return readFields(root.properties, { strategy: "merge", fields: new Map() });
}

function strategyOf(root: JsonObject, property: JsonObject): MergeRules["strategy"] {
  if (property.omitWhenMerged === true || property.mergeStrategy === "ocdsOmit") return "omit";
  const types = typesOf(property);
  if (!types.includes("array")) return "merge";
  if (property.wholeListMerge === true || property.mergeStrategy === "ocdsVersion") return "whole";
  if (types.includes("object") && isJsonObject(property.properties)) return "merge";
  if (!("items" in property)) return "merge";
  const items = follow(root, property.items);
  const itemTypes = typesOf(items);
  if (itemTypes.some((type) => type !== "object")) return "whole";
  if (itemTypes.length === 0 || !isJsonObject(items.properties)) return "merge";
  return Object.hasOwn(items.properties, "id") ? "merge" : "whole";
}

/** The properties of an object, or those of a list's objects. */
function propertiesOf(root: JsonObject, property: JsonObject): JsonObject {
  const types = typesOf(property);
  if (types.includes("object") && isJsonObject(property.properties)) return property.properties;
  if (!types.includes("array") || !("items" in property)) return {};
  const items = follow(root, property.items);
  const isObjects = typesOf(items).includes("object");
  return isObjects && isJsonObject(items.properties) ? items.properties : {};
}

function typesOf({ type }: JsonObject): unknown[] {
  return Array.isArray(type) ? type : type === undefined ? [] : [type];
}

/** The schema itself or, where it is a `$ref`, the one that it points to. As draft 4 has it, what stands beside a `$ref` does not count. */
function follow(root: JsonObject, schema: unknown): JsonObject {
  let found = schema;
  const followed = new Set<string>();
  while (isJsonObject(found) && typeof found.$ref === "string") {
    const { $ref } = found;
    if (followed.has($ref)) throw new MergeSchemaError(`the $ref ${$ref} leads back to itself`);
    followed.add($ref);
    found = lookUp(root, $ref);
  }
  return isJsonObject(found) ? found : {};
}

function lookUp(root: JsonObject, ref: string): unknown {
  if (ref !== "#" && !ref.startsWith("#/")) {
    throw new MergeSchemaError(`the $ref ${ref} leads out of the schema; give a dereferenced one`);
  }
  let found: unknown = root;
  for (const step of ref.split("/").slice(1)) {
    const key = decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~");
    found = isJsonObject(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  }
  if (found === undefined) throw new MergeSchemaError(`the $ref ${ref} leads nowhere`);
  return found;
}
