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

/** Whether every word is part of a word of the description or the number. */
export function mentions(procedure: ProcedureTruth, text: string): boolean {
  const words = fold(`${procedure.descripcion} ${procedure.numeroProcedimiento ?? ""}`).split(
    /[^a-z0-9ñ]+/,
  );
  return fold(text)
    .split(/[^a-z0-9ñ]+/)
    .filter((part) => part !== "")
    .every((part) => words.some((word) => word.includes(part)));
}

export function day(instant: string | undefined): string | undefined {
  return instant?.slice(0, 10);
}

function fold(text: string): string {
  const plain: Record<string, string> = { á: "a", é: "e", í: "i", ó: "o", ú: "u", ü: "u" };
  return text.toLowerCase().replace(/[áéíóúü]/g, (letter) => plain[letter] ?? letter);
}
