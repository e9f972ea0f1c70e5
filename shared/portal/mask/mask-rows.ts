import { maskText } from "./mask-text.ts";
import { keepForm } from "./patterns.ts";
import { isPersonLabel, mayBeName } from "./people.ts";

/** Rows that came as JSON, masked as a page is: by the form of their texts, and names by the names of their properties. */
export function maskRows(value: unknown, property = ""): unknown {
  if (typeof value === "string") {
    const isName = isPersonLabel(property) && mayBeName(value);
    return isName ? keepForm(value) : maskText(value);
  }
  if (Array.isArray(value)) return value.map((each: unknown) => maskRows(each, property));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, maskRows(each, name)]),
  );
}
