/**
 * Text folded for search: lower case without accents, yet ñ stays ñ: `Niño` → `niño`, `Ánima` → `anima`. "año" is not "ano".
 */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/n\u0303/g, "ñ")
    .replace(/\p{M}/gu, "")
    .normalize("NFC");
}

/** The words of a text, folded: runs of letters and digits. */
export function splitWords(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A word as a title spells it, letters lost on the way included: `NI?O` is one word, and so is `Niño`. */
export const spelledWord = /[\p{L}\p{M}\p{N}]+(?:\?[\p{L}\p{M}\p{N}]+)*/gu;

/** The words that a folded word with lost letters may have been: those that get lost are ñ and vowels with accents. */
export function wholeWords(word: string): string[] {
  const [before, ...rest] = word.split("?");
  let wholes = [before ?? ""];
  // More than two letters are lost in no word that could still be told.
  if (rest.length > 2) return [];
  for (const part of rest) {
    wholes = wholes.flatMap((whole) => [..."ñoiaeu"].map((letter) => whole + letter + part));
  }
  return wholes;
}

/** A folded word as it is typed where there is no ñ: `niño` → `nino`. */
export function plainWord(word: string): string {
  return word.includes("ñ") ? word.replaceAll("ñ", "n") : word;
}

/** Words are sorted by their plain form, so that `nino` and `niño` are neighbours and every beginning is one run of words. */
export function vocabularyKey(word: string): string {
  const plain = plainWord(word);
  return plain === word ? word : `${plain}\u0001${word}`;
}
