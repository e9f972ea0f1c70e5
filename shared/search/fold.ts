/** Signs that are not seen, which copying from documents leaves within words: soft hyphens, joiners, spaces of no width. */
const unseen = /[\u00ad\u200b-\u200d]|\ufe0f/g;

/** A text without signs that are not seen: `UNI\u00adFORMES` → `UNIFORMES`. */
export function dropUnseen(text: string): string {
  return text.replace(unseen, "");
}

/**
 * Text folded for search: lower case without accents, yet ñ stays ñ: `Niño` → `niño`, `Ánima` → `anima`. "año" is not "ano".
 */
export function foldText(text: string): string {
  return dropUnseen(text)
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

/**
 * The words of a text as it spells them, letters lost on the way included: `NI?O` is one word, and so is `Niño`. Each has a letter or
 * a digit, so that the words of a row and those of its text are as many.
 */
export function spelledWords(text: string, most = Number.POSITIVE_INFINITY): string[] {
  const words: string[] = [];
  let start = -1;
  for (let at = 0; at <= text.length && words.length < most; at += 1) {
    if (at < text.length && isOfWord(text, at)) {
      if (start === -1) start = at;
    } else if (start !== -1 && !(text[at] === "?" && isOfWord(text, at + 1))) {
      const word = text.slice(start, at);
      if (isLatin(text.charCodeAt(start)) || foldText(word) !== "") words.push(word);
      start = -1;
    }
  }
  return words;
}

/** Whether a letter, a digit, an accent or a sign that is not seen stands at a place. Told by its code where that is plain: a regex costs far more. */
function isOfWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) {
    return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || isDigit(code);
  }
  if (isLatin(code)) return code !== 0xd7 && code !== 0xf7;
  // Half of a pair is taken for a letter where the pair is one; NaN, behind the end, is none.
  return code > 0 && /[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d]/u.test(pairAt(text, at));
}

function isLatin(code: number): boolean {
  return code < 0x80 || (code >= 0xc0 && code <= 0xff);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function pairAt(text: string, at: number): string {
  const code = text.charCodeAt(at);
  const isSecond = code >= 0xdc00 && code <= 0xdfff;
  return String.fromCodePoint(text.codePointAt(isSecond ? at - 1 : at) ?? 0);
}

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
