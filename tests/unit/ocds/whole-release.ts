import { isObject, type Schema } from "./official-schema.ts";

/** A value for every field that a release schema defines, and one variant in English of each that may be translated. */
export function makeWholeRelease(schema: Schema): Record<string, unknown> {
  const release = exampleOf(schema, schema);
  if (!isObject(release)) throw new TypeError("the schema is not one of objects");
  return { ...release, tag: ["tender"] };
}

function exampleOf(part: unknown, root: Schema): unknown {
  const schema = resolve(part, root);
  const [type] = [schema.type].flat();
  if (Array.isArray(schema.enum)) return schema.enum.find((code) => code !== null);
  if (schema.format === "date-time") return "2026-03-02T12:00:00-06:00";
  if (schema.format === "uri") return "https://example.org/a%20b?c#d";
  if (type === "array") return [exampleOf(schema.items, root)];
  if (type === "object") return objectOf(schema, root);
  const examples: Record<string, unknown> = { integer: 3, number: 3.5, boolean: true };
  return examples[String(type)] ?? "texto";
}

function objectOf(schema: Schema, root: Schema): Record<string, unknown> {
  if (!isObject(schema.properties)) return { clave: "valor" };
  const example = Object.entries(schema.properties).map(([name, field]) => [
    name,
    exampleOf(field, root),
  ]);
  const variants = Object.keys(isObject(schema.patternProperties) ? schema.patternProperties : {});
  return {
    ...Object.fromEntries(example),
    ...Object.fromEntries(variants.map((pattern) => [variantName(pattern), "text"])),
  };
}

/** `^(title_(…))$` → `title_en` */
function variantName(pattern: string): string {
  return `${/^\^\((\w+)_\(/.exec(pattern)?.[1]}_en`;
}

/** What a schema says of a field, `$ref` followed within the schema; of what another schema defines, nothing. */
export function resolve(part: unknown, root: Schema): Schema {
  if (!isObject(part)) throw new TypeError("not a schema");
  if (typeof part.$ref !== "string") return part;
  if (!part.$ref.startsWith("#")) return {};
  const name = part.$ref.replace("#/definitions/", "");
  return resolve(isObject(root.definitions) ? root.definitions[name] : undefined, root);
}
