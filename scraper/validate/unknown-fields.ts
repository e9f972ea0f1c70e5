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
  }
  if (isObject(schema.patternProperties)) {
    for (const [pattern, property] of Object.entries(schema.patternProperties)) {
      if (new RegExp(pattern, "u").test(name)) found.push(property);
    }
  }
  return found.filter(isObject).map((property) => ({ schema: property, root }));
}

/** Fields that say nothing: null, an empty text, an empty list, an empty object. What is missing should be absent. */
export function findEmptyFields(value: unknown, at: Steps = []): Fault[] {
  const isEmpty =
    value === null ||
    value === "" ||
    (Array.isArray(value) && value.length === 0) ||
    (isObject(value) && Object.keys(value).length === 0);
  if (isEmpty) {
    return [{ path: faultPath(at), message: `an empty field (${JSON.stringify(value)})` }];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => findEmptyFields(item, [...at, index]));
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, child]) => findEmptyFields(child, [...at, name]));
}
