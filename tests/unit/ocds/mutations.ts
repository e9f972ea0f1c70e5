import fc from "fast-check";

export type Path = readonly (string | number)[];

/** The steps to every value in a JSON document, the document itself aside. */
export function pathsIn(value: unknown, at: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const path = [...at, Array.isArray(value) ? Number(key) : key];
    return [path, ...pathsIn(item, path)];
  });
}

const instants = [
  "2026-03-02",
  "2026-03-02T12:00:00",
  "2026-03-02T12:00-06:00",
  "2026-02-29T12:00:00Z",
  "2024-02-29T12:00:00Z",
  "2026-13-01T12:00:00Z",
  "2026-03-02T24:00:00Z",
  "2026-03-02T12:00:00.123+05:30",
  "2026-03-02t12:00:00z",
  "mañana",
];

/** Instants that ajv accepts although RFC 3339 does not write them so, and leap seconds, which JavaScript's dates do not have. */
export const laxInstants = [
  "2026-03-02 12:00:00Z",
  "2026-03-02T12:00:00+06",
  "2026-03-02T12:00:00-0600",
  "2016-12-31T23:59:60Z",
];

const uris = [
  "texto",
  "example.org/a",
  "//example.org/a",
  "https://example.org/ñ",
  "https://example.org/a b",
  "https://example.org/%zz",
  "https://a:b/",
  "https://u@example.org:80/a;b?c/d#e?f",
  "https://[::1]/",
  "mailto:compras@example.org",
  "urn:isbn:1",
  "https:",
];

const values = [
  null,
  true,
  0,
  -3,
  5,
  5.5,
  1e21,
  "",
  " ",
  "otro",
  "tender",
  "compiled",
  "MXN",
  {},
  [],
  { id: "1" },
  { clave: "valor" },
  ["texto"],
  ["compiled"],
  [{ id: "1" }],
  [1],
  [null],
  [true],
];

const fieldNames = [
  "color",
  "title_es",
  "title_es-MX-x-a",
  "name_",
  "title_1",
  "Title_es",
  "uri_es",
];

interface Mutation {
  what: string;
  value?: unknown;
  name?: string;
}

/** One thing that is done to one value: replaced, taken out, given a further field, or repeated in its list. */
export const mutations: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ what: fc.constant("replace"), value: fc.constantFrom(...values) }),
  fc.record({ what: fc.constant("instant"), value: fc.constantFrom(...instants, ...laxInstants) }),
  fc.record({ what: fc.constant("uri"), value: fc.constantFrom(...uris) }),
  fc.record({
    what: fc.constant("add"),
    name: fc.constantFrom(...fieldNames),
    value: fc.constantFrom<unknown>("texto", "", null, 1, ["texto"]),
  }),
  fc.constant({ what: "remove" }),
  fc.constant({ what: "repeat" }),
);

/** Does it to the value at `path`, in place. What does not apply there does nothing. */
export function mutate(document: unknown, path: Path, { what, value, name }: Mutation): void {
  const parent = valueAt(document, path.slice(0, -1));
  const here = valueAt(document, path);
  const key = path.at(-1);
  if (typeof parent !== "object" || parent === null || key === undefined) return;
  if (here === undefined) return;
  const isInstant = typeof here === "string" && /^\d{4}-/.test(here);
  const isUri = typeof here === "string" && here.startsWith("https:");
  if (what === "replace" || (what === "instant" && isInstant) || (what === "uri" && isUri)) {
    Reflect.set(parent, key, structuredClone(value));
  }
  if (what === "add" && name !== undefined && typeof here === "object" && !Array.isArray(here)) {
    Reflect.set(here ?? {}, name, structuredClone(value));
  }
  if (what === "remove") {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else Reflect.deleteProperty(parent, key);
  }
  if (what === "repeat" && Array.isArray(parent)) parent.push(structuredClone(here));
}

/** The value at the end of the path; undefined where there is none. */
export function valueAt(document: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined,
    document,
  );
}
