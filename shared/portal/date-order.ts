import { PageChangedError } from "./errors.ts";
import type { PageDefinition } from "./pages/definition.ts";
import type { PortalProfile } from "./profile.ts";

/** What a date of three numbers says of the order in which a portal writes day and month: `18/03/2026`, `03/18/2026`, `03/04/2026`. */
type DateOrder = "dayFirst" | "monthFirst" | "either";

/** What the dates of some records say of their order. */
type DateOrders = ReadonlySet<DateOrder>;

/** @param originals texts of records by field, as the portal prints them. */
function findDateOrders(
  originals: readonly Readonly<Record<string, string>>[],
  { fields }: PageDefinition,
): DateOrders {
  const dates = Object.keys(fields).filter((key) => fields[key]?.kind === "date");
  const found = new Set<DateOrder>();
  for (const original of originals) {
    for (const key of dates) {
      const order = orderOf(original[key] ?? "");
      if (order !== undefined) found.add(order);
    }
  }
  return found;
}

/**
 * Throws `PageChangedError` where the dates of a page can only be of the order that the profile does not declare: then `03/04/2026`
 * cannot be trusted either. Where dates of both orders stand beside each other, one was typed wrongly, and is unreadable for itself.
 */
export function requireDateOrder(
  originals: readonly Readonly<Record<string, string>>[],
  definition: PageDefinition,
  profile: PortalProfile,
  where: string,
): void {
  const declared = declaredOrder(profile);
  if (declared === undefined) return;
  const other = declared === "dayFirst" ? "monthFirst" : "dayFirst";
  const orders = findDateOrders(originals, definition);
  if (!orders.has(other) || orders.has(declared)) return;
  const example = originals
    .flatMap((original) => Object.values(original))
    .find((text) => orderOf(text) === other);
  throw new PageChangedError(
    `${where}: the page writes dates as "${example}", and dateFormats of the profile "${profile.id}" says "${declared}". ` +
      `Look at its dates in a browser; if they are so, write "${other}" in its place.`,
  );
}

function declaredOrder({ dateFormats }: PortalProfile): "dayFirst" | "monthFirst" | undefined {
  return dateFormats.find((format) => format === "dayFirst" || format === "monthFirst");
}

/** Undefined for a text that is no date of three numbers, or none that there is. */
export function orderOf(text: string): DateOrder | undefined {
  const [, first = "", second = ""] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}\b/.exec(text) ?? [];
  const [a, b] = [Number(first), Number(second)];
  if (a < 1 || b < 1 || a > 31 || b > 31) return undefined;
  if (a > 12) return b > 12 ? undefined : "dayFirst";
  return b > 12 ? "monthFirst" : "either";
}
