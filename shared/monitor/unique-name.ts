import { foldText } from "../search/fold.ts";
import { collapseSpaces } from "../values/text.ts";
import { nameLimit } from "./personal-limits.ts";

/** Names that people would take for the same have the same key: `  PAPELERÍA ` and `papeleria`. */
export function nameKey(name: string): string {
  return foldText(collapseSpaces(name));
}

/** The name itself, or with the first number behind it that makes it unlike all `taken`: `Tóner`, `Tóner 2`. */
export function uniqueName(name: string, taken: readonly string[]): string {
  const keys = new Set(taken.map(nameKey));
  const tidy = collapseSpaces(name).slice(0, nameLimit).trimEnd();
  if (!keys.has(nameKey(tidy))) return tidy;
  // A year is no counter: `Papelería 2026` beside itself is `Papelería 2026 2`.
  const stem = tidy.replace(/ [1-9]\d?$/, "");
  for (let number = 2; ; number += 1) {
    const suffix = ` ${number}`;
    const candidate = stem.slice(0, nameLimit - suffix.length).trimEnd() + suffix;
    if (!keys.has(nameKey(candidate))) return candidate;
  }
}
