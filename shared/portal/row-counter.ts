import { findLabel } from "./labels.ts";
import type { Entry } from "./page.ts";
import type { PageDefinition } from "./pages/definition.ts";
import type { PortalProfile } from "./profile.ts";

/**
 * The labels of columns that could be the number of a procedure and only count the rows, 1, 2, 3 or 26, 25, 24: "No." heads the one
 * as often as the other.
 */
export function findRowCounters(
  entries: readonly Entry[],
  definition: PageDefinition,
  profile: PortalProfile,
): ReadonlySet<string> {
  const columns = new Map<string, string[]>();
  for (const { pairs } of entries) {
    for (const { label, texts } of pairs) {
      const key = findLabel(label, definition.id, profile)?.key;
      if (key === undefined || definition.fields[key]?.kind !== "number") continue;
      columns.set(label, [...(columns.get(label) ?? []), texts.join(" ")]);
    }
  }
  return new Set([...columns].filter(([, texts]) => isCount(texts)).map(([label]) => label));
}

/** Small numbers that only rise or only fall, hardly missing one. */
function isCount(texts: readonly string[]): boolean {
  if (!texts.every((text) => /^\d{1,6}$/.test(text))) return false;
  const numbers = texts.map(Number);
  const steps = numbers.slice(1).map((number, row) => number - (numbers[row] ?? 0));
  if (steps.length === 0) return numbers[0] === 1;
  return (
    steps.every((step) => step > 0 && step < 5) || steps.every((step) => step < 0 && step > -5)
  );
}
