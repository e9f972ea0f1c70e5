import type * as z from "zod";

/** The type of a state: nothing in it is null. */
export type WithoutNulls<T> = T extends object
  ? { [Key in keyof T]: WithoutNulls<T[Key]> }
  : Exclude<T, null>;

/** The schema of what is so now, where `schema` is that of a change: null, by which a change removes a field, is a fault. */
export function stateOf<Schema extends z.ZodType>(
  schema: Schema,
): z.ZodType<WithoutNulls<z.output<Schema>>> {
  const checked = schema.superRefine(
    (value, context) => {
      if (!hasNull(value)) return;
      for (const path of findNulls(value, [])) {
        context.addIssue({ code: "custom", path, message: "null; what is missing is left out" });
      }
    },
    // Also where something else is wrong: all faults are found at once.
    { when: () => true },
  );
  // The check above refuses every null.
  return checked as unknown as z.ZodType<WithoutNulls<z.output<Schema>>>;
}

function hasNull(value: unknown): boolean {
  if (value === null) return true;
  if (typeof value !== "object") return false;
  if (Array.isArray(value)) return value.some(hasNull);
  return Object.values(value).some(hasNull);
}

function findNulls(value: unknown, path: readonly PropertyKey[]): PropertyKey[][] {
  if (value === null) return [[...path]];
  if (typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, item]) => findNulls(item, [...path, key]));
}
