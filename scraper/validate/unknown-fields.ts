import { type Fault, faultPath } from "./fault.ts";
import { isObject } from "./merge-patch.ts";

type Schema = Record<string, unknown>;
type Steps = readonly (string | number)[];

/** Fields that no schema defines: OCDS allows them, and every reader ignores them. */
export function findUnknownFields(
  value: unknown,
  schema: Schema,
  resolve: (ref: string, from: Schema) => { schema: Schema; root: Schema } | undefined,
): Fault[] {
  const faults: Fault[] = [];
  const walk = (current: unknown, schemas: { schema: Schema; root: Schema }[], at: Steps): void => {
    const known = schemas.flatMap((one) => expand(one));
    if (Array.isArray(current)) {
      const items = known.flatMap(({ schema: { items }, root }) =>
        isObject(items) ? [{ schema: items, root }] : [],
      );
      for (const [index, item] of current.entries()) walk(item, items, [...at, index]);
      return;
    }
    // Where no schema lists properties, any are allowed.
    if (!isObject(current) || !known.some(({ schema: one }) => isObject(one.properties))) return;
    for (const [name, child] of Object.entries(current)) {
      const next = known.flatMap((one) => propertyOf(one, name));
      if (next.length > 0) walk(child, next, [...at, name]);
      else faults.push({ path: faultPath([...at, name]), message: "no schema defines this field" });
    }
  };
  const expand = (one: { schema: Schema; root: Schema }): { schema: Schema; root: Schema }[] => {
    const { $ref, oneOf, anyOf, allOf } = one.schema;
    const target = typeof $ref === "string" ? resolve($ref, one.root) : undefined;
    const branches = [oneOf, anyOf, allOf].flatMap((list) => (Array.isArray(list) ? list : []));
    return [
      one,
      ...(target ? expand(target) : []),
      ...branches.filter(isObject).flatMap((branch) => expand({ schema: branch, root: one.root })),
    ];
  };
  walk(value, [{ schema, root: schema }], []);
  return faults;
}

function propertyOf(
  { schema, root }: { schema: Schema; root: Schema },
  name: string,
): { schema: Schema; root: Schema }[] {
  const found: unknown[] = [];
  if (isObject(schema.properties) && Object.hasOwn(schema.properties, name)) {
    found.push(schema.properties[name]);
  } else if (isObject(schema.patternProperties)) {
    for (const [pattern, property] of Object.entries(schema.patternProperties)) {
      if (compiled(pattern).test(name)) found.push(property);
    }
  }
  return found.filter(isObject).map((property) => ({ schema: property, root }));
}

const patterns = new Map<string, RegExp>();

/** The few patterns of a schema are asked of every field, and compiling one takes longer than the rest. */
function compiled(pattern: string): RegExp {
  const known = patterns.get(pattern) ?? new RegExp(pattern, "u");
  patterns.set(pattern, known);
  return known;
}

/**
 * Fields that say nothing: an empty text, an empty list, an empty object, and in what is compiled null too. In a release, null says
 * that a field was removed, and whether it may stand there is for the schema to say.
 */
export function findEmptyFields(value: unknown, at: Steps = [], isCompiled = false): Fault[] {
  if (value === "" || (value === null && isCompiled)) return [emptyField(value, at)];
  if (typeof value !== "object" || value === null) return [];
  const isState = isCompiled || (isObject(value) && [value.tag].flat().includes("compiled"));
  const children: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  if (children.length === 0) return [emptyField(value, at)];
  return children.flatMap(([step, child]) => findEmptyFields(child, [...at, step], isState));
}

function emptyField(value: unknown, at: Steps): Fault {
  return { path: faultPath(at), message: `an empty field (${JSON.stringify(value)})` };
}
