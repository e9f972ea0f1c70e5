import * as z from "zod";
import { Text } from "./field.ts";

/** A BCP 47 language tag as the standard's schema has it: language, script, region, variants, extensions, private use. */
const privateUse = "x(?:-[A-Za-z0-9]{1,8})+";
const languageTag = [
  "(?:[A-Za-z]{2,3}(?:-[A-Za-z]{3}(?:-[A-Za-z]{3}){0,2})?|[A-Za-z]{4,8})",
  "(?:-[A-Za-z]{4})?",
  "(?:-(?:[A-Za-z]{2}|[0-9]{3}))?",
  "(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*",
  "(?:-[0-9A-WY-Za-wy-z](?:-[A-Za-z0-9]{2,8})+)*",
  `(?:-${privateUse})?|${privateUse}`,
].join("");

/**
 * An object of the standard: a field that its schema does not know is a fault, and so is an object without any field.
 *
 * @param translated fields that may also stand in other languages, as `title_en` beside `title`. The type lacks these
 * variants: nothing here reads them.
 */
export function object<Shape extends z.ZodRawShape>(
  shape: Shape,
  ...translated: string[]
): z.ZodObject<Shape, z.core.$strict> {
  const known = new Set(Object.keys(shape));
  const variant = new RegExp(`^(?:${translated.join("|")})_(?:${languageTag})$`);
  const isVariant = (key: string) => translated.length > 0 && variant.test(key);
  const schema = z.looseObject(shape).superRefine(
    (value, context) => {
      if (typeof value !== "object" || value === null || Array.isArray(value)) return;
      const keys = Object.keys(value);
      if (keys.length === 0) context.addIssue("an empty object");
      for (const key of keys) {
        if (known.has(key)) continue;
        const message = isVariant(key)
          ? Text.nullable().safeParse(value[key]).error?.issues[0]?.message
          : "no schema defines this field";
        if (message !== undefined) context.addIssue({ code: "custom", path: [key], message });
      }
    },
    // Also where a known field is wrong: all faults are found at once.
    { when: () => true },
  );
  // Loose, then made as strict as its type says by the check above.
  return schema as unknown as z.ZodObject<Shape, z.core.$strict>;
}
