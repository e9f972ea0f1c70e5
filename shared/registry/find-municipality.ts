import { repairText } from "../values/repair.ts";
import { foldLabel } from "../values/text.ts";
import { municipalities, shortWords } from "./municipalities.ts";

const codes = new Map(
  municipalities.flatMap(({ name, others = [] }, index) =>
    [name, ...others].map((each) => [foldPlace(each), codeOf(index + 1)] as const),
  ),
);

/**
 * The INEGI's key of the municipality of Durango that a text names: `PEAON BLANCO`, `Peñón Blanco, Dgo.` and `10021` → `10021`.
 *
 * Undefined for places elsewhere, for what names the state alone (`Dgo.`), and for names that nothing explains. The text itself stays what it
 * is: this only stands beside it. `Durango` is taken for the municipality, since it stands where one is asked for.
 */
export function findMunicipality(text: string): string | undefined {
  const plain = repairText(text).trim();
  const [, number] = /^10(0\d\d)$/.exec(plain) ?? [];
  if (number !== undefined) {
    return municipalities[Number(number) - 1] === undefined ? undefined : plain;
  }
  const folded = foldPlace(plain);
  return codes.get(folded) ?? findWithLostLetters(folded);
}

function codeOf(number: number): string {
  return String(10_000 + number);
}

/** Without accents, punctuation, the state behind it and the word before it: `Mpio. de Hidalgo, Dgo.` → `hidalgo`. */
function foldPlace(text: string): string {
  const words = foldLabel(text)
    .replace(/\(([^)]*)\)$/, " $1")
    // A lost letter stays one place wide.
    .replace(/[^a-z?\ufffd]+/g, " ")
    .replace(/\ufffd/g, "?")
    .trim()
    .split(" ")
    .map((word) => shortWords[word] ?? word)
    .join(" ");
  return words
    .replace(/^(?:h ayuntamiento|municipio|mpio)(?: de)? /, "")
    .replace(/(?<=\w) (?:dgo|durango)(?: mexico| mex)?$/, "")
    .replace(/^(?!el |oro )(.*) el$/, "el $1");
}

/** `pe?on blanco` is the one name that fits; where several do, none. */
function findWithLostLetters(folded: string): string | undefined {
  if (!folded.includes("?") || folded.replace(/[? ]/g, "").length < 4) return undefined;
  const pattern = new RegExp(`^${folded.replaceAll("?", "[a-z]{1,2}")}$`);
  const found = new Set([...codes].flatMap(([name, code]) => (pattern.test(name) ? [code] : [])));
  const [only, ...others] = found;
  return others.length === 0 ? only : undefined;
}
