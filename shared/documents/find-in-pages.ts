import { foldText, plainWord } from "../search/fold.ts";
import { stemWord } from "../search/stem.ts";

/** A place where what is looked for stands. */
export interface TextHit {
  /** From 1. */
  page: number;
  /** What stands around it, in order, what was looked for marked. */
  parts: { text: string; isHit: boolean }[];
}

interface Word {
  /** Without accents and ñ. */
  plain: string;
  stem: string;
  from: number;
  to: number;
}

/** Characters before and after the first word that was found. */
const before = 60;
const after = 140;
/** A shorter beginning of a word stands for too many. */
const shortestBeginning = 4;

/**
 * The pages on which all of a text's words stand, and what is around the first of them. In any form and with or without accents, as in
 * the search; within quotation marks, one behind the other.
 *
 * @param most hits that are given; all are counted.
 */
export function findInPages(
  pages: readonly string[],
  query: string,
  most: number,
): { hits: TextHit[]; count: number } {
  const terms = termsOf(query);
  const hits: TextHit[] = [];
  let count = 0;
  if (terms.length === 0) return { hits, count };
  for (const [index, text] of pages.entries()) {
    if (!mayHold(text, terms)) continue;
    const words = wordsOf(text);
    const found = terms.map((term) => placesOf(term, words));
    const [first] = found;
    if (first?.[0] === undefined || found.some((places) => places.length === 0)) continue;
    count += 1;
    if (hits.length < most)
      hits.push({ page: index + 1, parts: cutOut(text, first[0], found.flat()) });
  }
  return { hits, count };
}

/** Whether each word's first letters, which all of its forms have, stand on a page: telling its words apart costs many times more. */
function mayHold(text: string, terms: readonly (readonly Word[])[]): boolean {
  const plainText = plainWord(foldText(text));
  return terms
    .flat()
    .every(
      ({ plain }) =>
        /^\d/.test(plain) || plainText.includes(plain.slice(0, Math.max(plain.length - 3, 2))),
    );
}

/** What is looked for: words, and runs of words that stand within quotation marks. */
function termsOf(query: string): Word[][] {
  const quoted = /["“”«»]([^"“”«»]*)["“”«»]?/g;
  const phrases = [...query.matchAll(quoted)].map(([, phrase = ""]) => wordsOf(phrase));
  const single = wordsOf(query.replace(quoted, " ")).map((word) => [word]);
  return [...phrases, ...single].filter((term) => term.length > 0);
}

function wordsOf(text: string): Word[] {
  // Soft hyphens and other signs that are not seen belong to the word that they stand in.
  return [...text.matchAll(/[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d]+/gu)].flatMap(
    ({ 0: word, index }) => {
      const plain = plainWord(foldText(word));
      if (plain === "") return [];
      return [{ plain, stem: stemWord(plain), from: index, to: index + word.length }];
    },
  );
}

interface Place {
  from: number;
  to: number;
}

function placesOf(term: readonly Word[], words: readonly Word[]): Place[] {
  return words.flatMap((word, at) => {
    const isThere = term.every((wanted, step) => isSame(words[at + step], wanted));
    const last = words[at + term.length - 1];
    return isThere && last ? [{ from: word.from, to: last.to }] : [];
  });
}

function isSame(word: Word | undefined, wanted: Word): boolean {
  if (word === undefined) return false;
  if (word.stem === wanted.stem) return true;
  return wanted.plain.length >= shortestBeginning && word.plain.startsWith(wanted.plain);
}

function cutOut(text: string, first: Place, places: readonly Place[]): TextHit["parts"] {
  const from = wordStart(text, Math.max(first.from - before, 0));
  const to = Math.max(wordStart(text, Math.min(first.to + after, text.length)), first.to);
  const parts: TextHit["parts"] = [];
  const add = (start: number, end: number, isHit: boolean): void => {
    const piece = text.slice(start, end).replace(/\s+/g, " ");
    if (piece !== "") parts.push({ text: piece, isHit });
  };
  if (from > 0) parts.push({ text: "… ", isHit: false });
  let at = from;
  for (const place of [...places].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (place.from < at || place.to > to) continue;
    add(at, place.from, false);
    add(place.from, place.to, true);
    at = place.to;
  }
  add(at, to, false);
  if (to < text.length) parts.push({ text: " …", isHit: false });
  return parts;
}

/** The beginning of the word that a place is in, so that none is cut. */
function wordStart(text: string, at: number): number {
  if (at >= text.length) return text.length;
  let start = at;
  while (start > 0 && at - start < before && /\S/.test(text[start - 1] ?? "")) start -= 1;
  return start;
}
