/** What stands in the place of a part of a path that differs from file to file. */
export interface PathParameter {
  name: string;
  /** The name for people, in Spanish. */
  word: string;
  /** In Spanish. */
  about: string;
  /** A regular expression for the whole part. */
  pattern: string;
  example: string;
}

const pathParameters: readonly PathParameter[] = [
  {
    name: "year",
    word: "año",
    about: "Año, con cuatro cifras.",
    pattern: "^\\d{4}$",
    example: "2026",
  },
  {
    name: "date",
    word: "día",
    about: "Día.",
    pattern: "^\\d{4}-\\d{2}-\\d{2}$",
    example: "2026-03-18",
  },
  {
    name: "hash",
    word: "huella",
    about:
      "Principio de la huella del archivo; lo dicen extension/index.json y extension/detalles-<huella>.json.",
    pattern: "^[0-9a-f]{16}$",
    example: "0123456789abcdef",
  },
  {
    name: "shard",
    word: "xx",
    about:
      "Las dos primeras cifras hexadecimales del SHA-256 del identificador del proveedor o de la unidad.",
    pattern: "^[0-9a-f]{2}$",
    example: "0f",
  },
  {
    name: "kind",
    word: "clase",
    about: "Clase de tema; suscripciones.json enumera los temas que hay.",
    pattern: "^(?:dependencia|modalidad|clase)$",
    example: "modalidad",
  },
  {
    name: "topic",
    word: "tema",
    about: "El tema; suscripciones.json enumera los que hay.",
    pattern: "^[a-z0-9-]+$",
    example: "abierta",
  },
];

/** The parameters that a template names. */
export function parametersOf(template: string): PathParameter[] {
  return pathParameters.filter(({ name }) => template.includes(`{${name}}`));
}

/** A template for people: `releases/{year}.jsonl` → `releases/<año>.jsonl`. */
export function spellTemplate(template: string): string {
  return parametersOf(template).reduce(
    (text, { name, word }) => text.replace(`{${name}}`, `<${word}>`),
    template,
  );
}

/** What the paths of a template look like, whole. */
export function toPattern(template: string): RegExp {
  const text = parametersOf(template).reduce(
    (pattern, { name, pattern: part }) =>
      pattern.replace(`\\{${name}\\}`, `(?:${part.slice(1, -1)})`),
    template.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"),
  );
  return new RegExp(`^${text}$`);
}
