import type { FindIndex } from "./find-index.ts";
import { plainWord } from "./fold.ts";
import { beginningsOf, isStopWord, stemWord } from "./stem.ts";

/** Words of the vocabulary that a searched word means, by their numbers, from the surest to the least sure. */
export interface FoundWords {
  /** The word itself and its other forms: singular, plural, masculine, feminine. */
  same: number[];
  /** Words that begin with it. */
  begun: number[];
  /** The same, or begun, but for n in the place of ñ or the other way round. */
  similar: number[];
  /** Words that hold it; looked for only where no other is found. */
  part: number[];
}

/** @param isOpen whether words that only begin with it, or hold it, count too. */
export function findWords(index: FindIndex, word: string, isOpen: boolean): FoundWords {
  const found: FoundWords = { same: [], begun: [], similar: [], part: [] };
  const forms = findForms(index, word);
  for (const form of forms) {
    const isSame = stemWord(index.words[form] ?? "") === stemWord(word);
    (isSame ? found.same : found.similar).push(form);
  }
  if (!isOpen) return found;
  const known = new Set(forms);
  const [from, to] = wordsFrom(index, plainWord(word));
  for (let begun = from; begun < to; begun += 1) {
    // Who types "d" is on the way to a word that says something, which "de" does not.
    if (known.has(begun) || isStopWord(index.words[begun] ?? "")) continue;
    const isBegun = index.words[begun]?.startsWith(word) === true;
    (isBegun ? found.begun : found.similar).push(begun);
  }
  if (forms.length === 0 && from === to) found.part = findParts(index, word);
  return found;
}

/** Words of the same stem, ñ and n taken for one. */
function findForms(index: FindIndex, word: string): number[] {
  const stem = stemWord(plainWord(word));
  if (/^\d+$/.test(stem)) {
    // Numbers differ by zeros in front, which portals write now and then.
    const written = [0, 1, 2, 3, 4, 5].map((zeros) => "0".repeat(zeros) + stem);
    return written.flatMap((number) => {
      const at = lowerBound(index.plainWords, number);
      return index.plainWords[at] === number ? [at] : [];
    });
  }
  return beginningsOf(stem).flatMap((beginning) => {
    const [from, to] = wordsFrom(index, beginning);
    const forms: number[] = [];
    for (let form = from; form < to; form += 1) {
      const candidate = index.plainWords[form] ?? "";
      if (candidate.length <= beginning.length + 2 && stemWord(candidate) === stem)
        forms.push(form);
    }
    return forms;
  });
}

function findParts({ tables, wordStart }: FindIndex, part: string): number[] {
  const found: number[] = [];
  let at = tables.vocabulary.indexOf(part);
  while (at !== -1) {
    const word = lowerBound(wordStart, at + 1) - 1;
    found.push(word);
    const next = wordStart[word + 1];
    if (next === undefined) break;
    at = tables.vocabulary.indexOf(part, next);
  }
  return found;
}

/** The run of words that begin so, as its first place and the one behind its last. */
function wordsFrom({ plainWords }: FindIndex, beginning: string): [from: number, to: number] {
  const from = lowerBound(plainWords, beginning);
  // No word has a letter of this code.
  return [from, lowerBound(plainWords, `${beginning}\uffff`)];
}

/** The first place whose item is not below the value. */
function lowerBound<Item extends string | number>(items: ArrayLike<Item>, value: Item): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((items[middle] as Item) < value)
      low = middle + 1; // Between the bounds.
    else high = middle;
  }
  return low;
}
