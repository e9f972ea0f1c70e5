import { findDateFormat } from "../values/dates.ts";
import { DateOrderError } from "./errors.ts";
import type { PageDefinition } from "./pages/definition.ts";
import type { PortalProfile } from "./profile.ts";

/** What a date of three numbers says of the order in which a portal writes day and month: `18/03/2026`, `03/18/2026`, `03/04/2026`. */
type DateOrder = "dayFirst" | "monthFirst" | "either";

/** A record's texts, as the portal prints them: by field, and those under labels that nobody knows. */
interface PrintedTexts {
  original: Readonly<Record<string, string>>;
  desconocidos: readonly { texto: string }[];
}

/**
 * Throws `DateOrderError` where the dates of a page can only be of the order that the profile does not declare: then `03/04/2026`
 * cannot be trusted either. Where dates of both orders stand beside each other, one was typed wrongly, and is unreadable for itself; so
 * is one of the other order on a page whose other dates are in words or in ISO's form.
 */
export function requireDateOrder(
  records: readonly PrintedTexts[],
  definition: PageDefinition,
  profile: PortalProfile,
  where: string,
): void {
  const declared = declaredOrder(profile);
  if (declared === undefined) return;
  const other = declared === "dayFirst" ? "monthFirst" : "dayFirst";
  const texts = records.flatMap((record) => dateTexts(record, definition));
  const orders = new Set(texts.map(orderOf));
  if (!orders.has(other) || orders.has(declared)) return;
  const plain = profile.dateFormats.filter((format) => format !== declared);
  const isPlain = (text: string) => findDateFormat(text, profile.timeZone, plain) !== undefined;
  if (!orders.has("either") && texts.some(isPlain)) return;
  const example = texts.find((text) => orderOf(text) === other);
  throw new DateOrderError(
    `${where}: the page writes dates as "${example}", and dateFormats of the profile "${profile.id}" says "${declared}". ` +
      `Look at its dates in a browser; if they are so, write "${other}" in its place, and if only some were typed so, leave "${declared}" out.`,
  );
}

/** What the dates of a record say of the order that the profile declares: they prove it, rest on it, or neither. */
export function judgeDateOrder(
  record: PrintedTexts,
  definition: PageDefinition,
  profile: PortalProfile,
): "proven" | "needed" | undefined {
  const declared = declaredOrder(profile);
  if (declared === undefined) return undefined;
  const orders = new Set(dateTexts(record, definition).map(orderOf));
  if (orders.has(declared)) return "proven";
  return orders.has("either") ? "needed" : undefined;
}

function dateTexts({ original, desconocidos }: PrintedTexts, { fields }: PageDefinition): string[] {
  const dates = Object.keys(original).filter((key) => fields[key]?.kind === "date");
  return [...dates.map((key) => original[key] ?? ""), ...desconocidos.map(({ texto }) => texto)];
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
