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
