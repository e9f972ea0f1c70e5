import type { PublishedText } from "./read-published.ts";

/** What looks personal, written apart from what masks it: whatever that lets through, this shall see. */
const personal: readonly { kind: string; pattern: RegExp; isNone?: (found: string) => boolean }[] =
  [
    {
      kind: "RFC of a person",
      pattern: /(?<![\p{L}\d&])[A-ZÑ&?]{4}[ -]?\d{6}[ -]?[A-Z\d]{2}[A\d](?![\p{L}\d])/giu,
      // The generic ones are nobody's.
      isNone: (found) => /^X[AE]XX010101000$/i.test(found),
    },
    {
      kind: "CURP",
      pattern: /(?<![\p{L}\d])[A-ZÑ]{4}\d{6}[HMX][A-ZÑ]{5}[A-Z\d]\d(?![\p{L}\d])/giu,
    },
    {
      kind: "telephone",
      pattern:
        /(?<![\d.,/-])(?:\+52 ?)?(?:\(\d{2,3}\) ?\d{3}[ -]?\d{2}[ -]?\d{2}|618[ -.]?\d{3}[ -.]?\d{2}[ -.]?\d{2})(?![\d/-])/g,
    },
    {
      kind: "private e-mail",
      pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
      isNone: (found) => found.endsWith(".gob.mx"),
    },
  ];

/** A SHA-256, or the beginning of one that a file is named after: ten digits of it in a row are no telephone. */
const hash = /(?<![\p{L}\d])(?=\d*[a-f])[\da-f]{16}(?:[\da-f]{48})?(?![\p{L}\d])/gu;

/** Everything in published texts that looks personal, each once: `licitaciones.csv: CURP ZZZZ800101HDGXXX09`. */
export function findPersonal(texts: readonly PublishedText[]): string[] {
  const found = new Set<string>();
  for (const { file, text: whole } of texts) {
    const text = whole.replace(hash, " ");
    for (const { kind, pattern, isNone = () => false } of personal) {
      for (const [match] of text.matchAll(pattern)) {
        if (!isNone(match)) found.add(`${file}: ${kind} ${match}`);
      }
    }
  }
  return [...found].sort();
}
