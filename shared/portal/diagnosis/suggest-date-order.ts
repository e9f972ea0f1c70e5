import { orderOf } from "../date-order.ts";
import { findLabel } from "../labels.ts";
import type { PageText } from "../page.ts";
import type { PageDefinition } from "../pages/definition.ts";
import type { PortalProfile } from "../profile.ts";
import type { Suggestion } from "./suggestion.ts";

/** The other order of day and month, where the dates of pages can only be of that one. */
export function suggestDateOrder(
  pages: readonly PageText[],
  { id, fields }: PageDefinition,
  profile: PortalProfile,
): Suggestion | undefined {
  const declared = profile.dateFormats.find(
    (format) => format === "dayFirst" || format === "monthFirst",
  );
  if (declared === undefined) return undefined;
  const other = declared === "dayFirst" ? "monthFirst" : "dayFirst";
  const texts = pages.flatMap(({ entries }) =>
    entries.flatMap(({ pairs }) =>
      pairs
        .filter(({ label }) => fields[findLabel(label, id, profile)?.key ?? ""]?.kind === "date")
        .map(({ texts: beside }) => beside.join(" ")),
    ),
  );
  const example = texts.find((text) => orderOf(text) === other);
  if (example === undefined || texts.some((text) => orderOf(text) === declared)) return undefined;
  return {
    path: ["dateFormats"],
    how: "add",
    value: other,
    instead: declared,
    reason: `"${example}" can be read in no other way, and no date says otherwise`,
    strength: "strong",
  };
}
