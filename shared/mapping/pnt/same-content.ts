import { hashJson } from "../../values/hash.ts";

/** Whether two states say the same. The order of what is known by an `id` says nothing: merging keeps that of the first. */
export function sameContent(a: object, b: object): boolean {
  return hashJson(ordered(a)) === hashJson(ordered(b));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(ordered);
    return items.every(hasId)
      ? items.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1))
      : items;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, ordered(field)]));
}

function hasId(value: unknown): value is { id: unknown } {
  return typeof value === "object" && value !== null && "id" in value;
}
