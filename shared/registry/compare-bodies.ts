import { foldLabel } from "../values/text.ts";
import { obligedBodies } from "./obliged-bodies.ts";

/** Words that tell no body from another: every one is of Durango, and articles come and go. */
const idle = new Set(
  "a al c de del dgo durango e el en estado gobierno h la las lo los municipal municipio para por r su un una y".split(
    " ",
  ),
);

interface FoldedBody {
  words: ReadonlySet<string>;
  /** Short names in parentheses: `(SECOPE)`. */
  initials: ReadonlySet<string>;
  isMunicipal: boolean;
}

/** One text for a body, however its name is written: `Secretaría de Salud del Estado de Durango (SSD)` → `salud secretaria`. */
export function bodyKey(name: string): string {
  const { words, isMunicipal } = foldBody(name);
  return [...words].sort().join(" ") + (isMunicipal ? " (municipal)" : "");
}

/**
 * How two names of bodies stand to each other: `same` body; `similar`, where one has all words of the other, as an office has its ministry's; `other`,
 * where they have nothing to do with each other or the state's list knows them as two; undefined where that cannot be told.
 */
export function compareBodies(a: string, b: string): "same" | "similar" | "other" | undefined {
  const [left, right] = [foldBody(a), foldBody(b)];
  if (left.words.size === 0 || right.words.size === 0) return undefined;
  if (left.isMunicipal !== right.isMunicipal) return "other";
  if (bodyKey(a) === bodyKey(b)) return "same";
  const [listedA, listedB] = [listedAs(a), listedAs(b)];
  if (listedA !== undefined && listedB !== undefined) return "other";
  if ([...left.initials].some((short) => right.initials.has(short))) return "same";
  const shared = [...left.words].filter((word) => right.words.has(word)).length;
  if (shared >= 2 && (shared === left.words.size || shared === right.words.size)) return "similar";
  return "other";
}

/** The name by which the state's list has a body; undefined where it has none of that name. */
export function listedAs(name: string): string | undefined {
  return listed.get(bodyKey(name));
}

const listed = new Map(obligedBodies.map((name) => [bodyKey(name), name]));

function foldBody(name: string): FoldedBody {
  const initials = new Set<string>();
  // What the list says in parentheses of more than a word is a note: `(Asignado a Secretaría General de Gobierno)`.
  const plain = name.replace(/\(([^()]*)\)/g, (_, inside: string) => {
    const short = foldLabel(inside).replace(/[^a-z]/g, "");
    if (!/\s/.test(inside.trim()) && short.length >= 3) initials.add(short);
    return " ";
  });
  const words: string[] = foldLabel(plain).match(/[a-z0-9]+/g) ?? [];
  const isMunicipal = words.includes("ayuntamiento") || words.includes("municipio");
  const telling = words.filter((word) => !idle.has(word));
  // The municipality of Durango has the state's own name.
  if (isMunicipal && words.includes("durango") && telling.length <= 1) telling.push("durango");
  return { words: new Set(telling), initials, isMunicipal };
}
