import * as z from "zod";
import type { Codelist } from "../codelists.ts";
import { hasTwins } from "./has-twins.ts";

/**
 * The kinds of value that the fields of OCDS hold. A field that the standard's schema lets be null is declared `.nullish()`,
 * one that may only be absent `.optional()`.
 */

export const Text = z.string().min(1, "an empty text");

const leapYear = String.raw`(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)`;
const day = [
  String.raw`\d{4}-(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])`,
  String.raw`\d{4}-(?:0[469]|11)-(?:0[1-9]|[12]\d|30)`,
  String.raw`\d{4}-02-(?:0[1-9]|1\d|2[0-8])`,
  `${leapYear}-02-29`,
].join("|");
const hour = "(?:[01]\\d|2[0-3])";

/** An instant by RFC 3339, `2026-03-02T12:00:00-06:00`: its day exists, and it has seconds and an offset. */
export const DateTime = z
  .string()
  .regex(
    new RegExp(`^(?:${day})T${hour}:[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-]${hour}:[0-5]\\d)$`, "i"),
    "not an instant with seconds and offset, such as 2026-03-02T12:00:00-06:00",
  );

const uriCharacter = "(?:[\\w.~!$&'()*+,;=:@/-]|%[\\da-f]{2})";
const uri = [
  "[a-z][a-z\\d+.-]*:(?=[^?#])",
  // Only the address of a host by IPv6 stands in brackets.
  `(?://(?:${uriCharacter}*@)?\\[[\\da-f:.]+\\])?${uriCharacter}*`,
  `(?:\\?(?:${uriCharacter}|\\?)*)?`,
  `(?:#(?:${uriCharacter}|\\?)*)?`,
].join("");

/** An absolute URI by RFC 3986: characters beyond ASCII, spaces and quotes stand percent-encoded. */
export const Uri = z
  .string()
  .regex(new RegExp(`^${uri}$`, "i"), "not an absolute URI, such as https://example.org/a%20b");

/** A number; JSON has none that is infinite. */
export const Amount = z.number();

export const Integer = z.number().multipleOf(1, "not a whole number");

/** The standard lets most identifiers be numbers. What this project publishes are texts. */
export const TextOrInteger = z.union(
  [Text, Integer],
  "expected a whole number, or a text that is not empty",
);

/** A list that holds something. */
export const list = <Item extends z.ZodType>(item: Item) => z.array(item).min(1, "an empty list");

/** A list that holds something, and nothing twice. */
export const uniqueList = <Item extends z.ZodType>(item: Item) =>
  list(item).refine((items) => !hasTwins(items), "an item stands twice");

/** A code of a closed codelist, or any text where the codelist is open. */
export function code<const Code extends string>(
  codelist: Codelist<Code, false>,
): z.ZodEnum<{ [C in Code]: C }>;
export function code(codelist: Codelist<string, true>): typeof Text;
export function code(codelist: Codelist<string>) {
  if (codelist.isOpen) return Text;
  // zod names all codes, which helps where they are few.
  const isLong = codelist.codes.length > 20;
  return z.enum(codelist.codes, isLong ? "not a code of its closed codelist" : undefined);
}
