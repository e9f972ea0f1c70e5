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

/** A folded word as it is typed where there is no ñ: `niño` → `nino`. */
export function plainWord(word: string): string {
  return word.includes("ñ") ? word.replaceAll("ñ", "n") : word;
}

/** Words are sorted by their plain form, so that `nino` and `niño` are neighbours and every beginning is one run of words. */
export function vocabularyKey(word: string): string {
  const plain = plainWord(word);
  return plain === word ? word : `${plain}\u0001${word}`;
}
