import { writeSuggestion } from "../../../shared/portal/diagnosis/suggestion.ts";
import { findLabel, foldLabelText } from "../../../shared/portal/labels.ts";
import type { PageDefinition } from "../../../shared/portal/pages/definition.ts";
import { answered, type Reply, unanswered } from "../question.ts";
import type { SeenPage, Visit } from "../visit.ts";

/** Which labels of pages the profile knows, which it does not, and which required field has none. */
export function replyOnLabels(
  visit: Visit,
  definition: PageDefinition,
  pages: readonly SeenPage[],
  because: string,
): Reply {
  if (pages.length === 0) return unanswered(because);
  const keyOf = (label: string) => findLabel(label, definition.id, visit.profile)?.key;
  const labels = new Map<string, string>();
  for (const label of pages.flatMap(({ page }) => page.labels)) {
    const folded = foldLabelText(label);
    if (folded !== "" && !labels.has(folded)) labels.set(folded, label);
  }
  const keys = new Set([...labels.values()].map(keyOf));
  const known = [...labels.values()].filter((label) => keyOf(label) !== undefined);
  const unknown = [...labels.values()].filter((label) => keyOf(label) === undefined);
  const missing = Object.entries(definition.fields).filter(([key]) => !keys.has(key));
  const lacking = missing.filter(([, field]) => field.required).map(([key]) => key);
  const others = missing.filter(([, field]) => !field.required).map(([key]) => key);
  const lines = visit.suggestions.filter(
    ({ path }) => path[0] === "labels" && path[1] === definition.id,
  );
  const parts = [
    `known: ${list(known.map((label) => `"${label}" (${keyOf(label)})`))}`,
    `unknown: ${list(unknown.map((label) => `"${label}"`))}`,
    ...(lacking.length > 0 ? [`required and not found: ${lacking.join(", ")}`] : []),
    ...(others.length > 0 ? [`not on it: ${others.join(", ")}`] : []),
    ...(lines.length > 0
      ? [`see the ${lines.length === 1 ? "line" : "lines"} below for the profile`]
      : []),
  ];
  const differs = lacking.length > 0 ? "required" : unknown.length > 0 ? "optional" : undefined;
  return answered(
    parts.join("; "),
    [
      ...pages.map(({ url, page }) => ({ url, text: page.heading || undefined })),
      ...lines.map((line) => ({ url: pages[0]?.url ?? "", text: writeSuggestion(line) })),
    ],
    { differs },
  );
}

function list(texts: readonly string[]): string {
  return texts.length === 0 ? "none" : texts.join(", ");
}
