import { foldText, spelledWords, wholeWords } from "./fold.ts";
import type { RowList } from "./row-list.ts";
import type { SearchTables } from "./search-tables.ts";

/** Stands between the words of a title and those of its number. */
export const gap = 0xffffffff;

/** Words of a row beyond these are not searched: no procedure of the portal has a tenth as many. */
const mostWordsOfRow = 1_000;

interface Sequences {
  words: string[];
  sequenceStart: Uint32Array;
  sequence: Uint32Array;
}

/** The words of every row, numbered as they first occur. */
export function readSequences(rows: RowList): Sequences {
  const words: string[] = [];
  const numberOf = new Map<string, number>();
  // The same word is typed the same way again and again: each spelling is folded once.
  const numberOfSpelling = new Map<string, number>();
  const sequenceStart = new Uint32Array(rows.length + 1);
  let sequence = new Uint32Array(rows.length * 16 + 64);
  let length = 0;
  const add = (text: string): void => {
    for (const spelling of spelledWords(text)) {
      if (length >= limit) return;
      let number = numberOfSpelling.get(spelling);
      if (number === undefined) {
        const word = foldText(spelling);
        number = numberOf.get(word) ?? words.length;
        if (number === words.length) words.push(word);
        numberOf.set(word, number);
        numberOfSpelling.set(spelling, number);
      }
      sequence[length] = number;
      length += 1;
    }
  };
  let limit = 0;
  let row = 0;
  for (const { title, number } of rows) {
    limit = length + mostWordsOfRow;
    if (sequence.length < limit + 1) {
      const larger = new Uint32Array(sequence.length * 2 + limit);
      larger.set(sequence);
      sequence = larger;
    }
    if (title !== undefined) add(title);
    sequence[length] = gap;
    length += 1;
    if (number !== undefined) add(number);
    row += 1;
    sequenceStart[row] = length;
  }
  const kept = sequence.slice(0, length);
  restoreLost(words, numberOf, kept);
  return { words, sequenceStart, sequence: kept };
}

/** Puts in the place of a word that lost letters the one that it was, where another row spells it whole: `NI?O` is `NIÑO`. */
function restoreLost(
  words: readonly string[],
  numberOf: ReadonlyMap<string, number>,
  sequence: Uint32Array,
): void {
  const restored = new Map<number, number>();
  for (const [number, word] of words.entries()) {
    if (!word.includes("?")) continue;
    const whole = wholeWords(word).find((candidate) => numberOf.has(candidate));
    if (whole !== undefined) restored.set(number, numberOf.get(whole) as number); // Just found.
  }
  if (restored.size === 0) return;
  for (const [at, number] of sequence.entries()) {
    const whole = restored.get(number);
    if (whole !== undefined) sequence[at] = whole;
  }
}

/** @param enders words that end the head of a title, which says what is bought. */
export function makePostings(
  wordCount: number,
  sequenceStart: Uint32Array,
  sequence: Uint32Array,
  enders: ReadonlySet<number>,
): Pick<SearchTables, "postingStart" | "postings"> {
  const postingStart = new Uint32Array(wordCount + 1);
  const lastRow = new Int32Array(wordCount).fill(-1);
  const eachPosting = (put: (word: number, row: number, isTail: boolean) => void): void => {
    lastRow.fill(-1);
    for (let row = 0; row + 1 < sequenceStart.length; row += 1) {
      const start = sequenceStart[row] as number; // Rows and their ends are of one length.
      const end = sequenceStart[row + 1] as number;
      let isTail = false;
      for (let at = start; at < end; at += 1) {
        const word = sequence[at] as number; // Within the bounds.
        if (word === gap || (at > start && enders.has(word))) isTail = true;
        if (word === gap || lastRow[word] === row) continue;
        lastRow[word] = row;
        put(word, row, isTail);
      }
    }
  };
  eachPosting((word) => {
    postingStart[word + 1] = (postingStart[word + 1] as number) + 1; // One place for each word.
  });
  for (let word = 0; word < wordCount; word += 1) {
    postingStart[word + 1] = (postingStart[word + 1] as number) + (postingStart[word] as number);
  }
  const postings = new Uint32Array(postingStart[wordCount] as number);
  const next = postingStart.slice();
  eachPosting((word, row, isTail) => {
    const at = next[word] as number; // One place for each word.
    postings[at] = row * 2 + (isTail ? 1 : 0);
    next[word] = at + 1;
  });
  return { postingStart, postings };
}
