import type { ProcedureTruth } from "../../../fixtures/practice-portal/truth.ts";

/**
 * What a filter should find, worked out over the truth in the plainest way there is: no index, no shared code, one predicate a
 * side. Folding is written out again on purpose.
 */
export function bruteForce(
  procedures: readonly ProcedureTruth[],
  keep: (procedure: ProcedureTruth) => boolean,
): string[] {
  return procedures.filter((procedure) => procedure.listed && keep(procedure)).map(({ id }) => id);
}

/** Words that titles of the practice portal use for the same, as far as these tests ask for them. */
const synonyms: Record<string, string[]> = { mantenimiento: ["conservacion", "reparacion"] };

/**
 * Whether every word, or a synonym of it, begins a word of the description or the number; n and ñ are taken for one,
 * and a `?` within a word for the letter that was lost there.
 */
export function mentions(procedure: ProcedureTruth, text: string): boolean {
  const split = (whole: string) =>
    fold(whole)
      .replaceAll("ñ", "n")
      .split(/[^a-z0-9?]+/)
      .filter((part) => part !== "");
  const words = split(`${procedure.descripcion} ${procedure.numeroProcedimiento ?? ""}`);
  return split(text).every((part) =>
    [part, ...(synonyms[part] ?? [])].some((meant) => words.some((word) => begins(word, meant))),
  );
}

function begins(word: string, meant: string): boolean {
  return [...meant].every((letter, at) => word[at] === letter || word[at] === "?");
}

export function day(instant: string | undefined): string | undefined {
  return instant?.slice(0, 10);
}

function fold(text: string): string {
  const plain: Record<string, string> = { á: "a", é: "e", í: "i", ó: "o", ú: "u", ü: "u" };
  return text.toLowerCase().replace(/[áéíóúü]/g, (letter) => plain[letter] ?? letter);
}
