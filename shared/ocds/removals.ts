/**
 * The object with null for each field of `before` that it lacks, so that laying the result over `before` by the standard's merging
 * rules gives the object again. Nulls stand at the fields themselves, never in the place of an object: the schema of OCDS
 * allows them there only. Neither object is changed.
 *
 * Lists whose items have an `id` merge by it, and nothing can take an item out of them: `now` must hold every item of `before`.
 * Throws `RangeError` where it does not.
 */
export function withRemovals(now: object, before: object): object {
  return addRemovals(now, before, []);
}

function addRemovals(now: object, before: object, path: readonly string[]): object {
  const result: Record<string, unknown> = { ...now };
  for (const [key, old] of Object.entries(before)) {
    result[key] = removal(result[key], old, [...path, key]);
  }
  return result;
}

function removal(value: unknown, old: unknown, path: readonly string[]): unknown {
  if (isIdentifiedList(old)) {
    return carryItems(isIdentifiedList(value) ? value : [], old, path);
  }
  if (isObject(old)) return addRemovals(isObject(value) ? value : {}, old, path);
  return value === undefined ? null : value;
}

function carryItems(items: readonly Item[], old: readonly Item[], path: readonly string[]): Item[] {
  const before = new Map(old.map((item) => [item.id, item]));
  for (const { id } of old) {
    if (items.some((item) => item.id === id)) continue;
    throw new RangeError(`${path.join("/")}: the item ${JSON.stringify(id)} cannot be taken out`);
  }
  return items.map((item) => {
    const known = before.get(item.id);
    // The result is the item with nulls added, so its id stays what it is.
    return known === undefined
      ? item
      : (addRemovals(item, known, [...path, String(item.id)]) as Item);
  });
}

interface Item {
  id: unknown;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isIdentifiedList(value: unknown): value is Item[] {
  return Array.isArray(value) && value.length > 0 && value.every((v) => isObject(v) && "id" in v);
}
