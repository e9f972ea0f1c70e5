/** A JSON object whose fields are not known. */
export type JsonObject = Record<string, unknown>;

/** Whether a JSON value is an object, neither null nor a list. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An object's own field; undefined where it has none, though every object inherits a `constructor`. */
export function getField(object: JsonObject, key: string): unknown {
  if (key === "__proto__" && !Object.hasOwn(object, key)) return undefined;
  const value = object[key];
  // All else that an object inherits are functions, which JSON has not. This is asked for every field of every release.
  return typeof value === "function" ? undefined : value;
}

/** Sets an object's own field, even one named `__proto__`, which JSON allows and an assignment would misread. */
export function setField(object: JsonObject, key: string, value: unknown): void {
  if (key === "__proto__") {
    Object.defineProperty(object, key, {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  } else {
    object[key] = value;
  }
}

/** Whether two JSON values say the same; the order of an object's fields says nothing. */
export function equalJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, i) => equalJson(item, b[i]));
  }
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && equalJson(a[key], b[key]))
  );
}
