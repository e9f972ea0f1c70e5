import { foldText, spelledWords, splitWords } from "../fold.ts";
import { isStopWord, stemWord } from "../stem.ts";
import { standardList } from "../synonym-list.ts";
import { gap } from "../word-tables.ts";
import { type PartidaList, standardPartidas } from "./partida-list.ts";

/** What a phrase of a title belongs to: to one of these codes. Its words stand from one place to before another. */
export interface FoundPartida {
  codes: readonly string[];
  from: number;
  to: number;
}

/** The phrases that begin with some stems; codes where one ends there. */
interface Node {
  next: Map<number, Node>;
  codes?: readonly string[];
}

/** What a word lets count behind it. */
interface Operation {
  /** A bit for each chapter. */
  chapters: number;
  startsAnew: boolean;
}

/** A list made ready for looking through titles. */
export interface PartidaWords {
  root: Node;
  /** Every stem that the list knows → its number. */
  stems: ReadonlyMap<string, number>;
  fillers: ReadonlySet<number>;
  enders: ReadonlySet<number>;
  operations: ReadonlyMap<number, Operation>;
}

/** What each word of a vocabulary is to a list. */
export interface WordParts {
  /** The number of its stem; -1 for one that the list does not know. */
  stemOf: Int32Array;
  /** Whether it may stand within a phrase without belonging to it; 2 where it joins what follows to what stands before, as `de`. */
  isSkipped: Uint8Array;
}

const joining = new Set(["de", "del", "la", "las", "los", "el"]);

const allChapters = 0xff;

function chapterBit(code: string): number {
  return 1 << Number(code.charAt(0));
}

function makePartidaWords(list: PartidaList): PartidaWords {
  const stems = new Map<string, number>();
  for (const { id, words } of standardList.groups) {
    if (!list.sameWords.includes(id)) continue;
    const number = stems.size;
    for (const word of words.map(splitWords)) {
      if (word.length === 1) stems.set(stemWord(word[0] as string), number); // It has just one.
    }
  }
  const numberOf = (word: string): number => {
    const stem = stemWord(word);
    const number = stems.get(stem) ?? stems.size;
    stems.set(stem, number);
    return number;
  };
  const each = (texts: readonly string[]): number[] => texts.flatMap(splitWords).map(numberOf);
  const root: Node = { next: new Map() };
  for (const { codes, words, helpOnly } of list.groups) {
    if (helpOnly) continue;
    for (const text of words) {
      let node = root;
      for (const word of splitWords(text)) {
        if (isStopWord(word)) continue;
        const stem = numberOf(word);
        const next = node.next.get(stem) ?? { next: new Map() };
        node.next.set(stem, next);
        node = next;
      }
      node.codes = codes;
    }
  }
  const operations = new Map<number, Operation>();
  for (const { words, chapters, startsAnew = false } of list.operations) {
    const bits = chapters.map(chapterBit).reduce((sum, bit) => sum | bit, 0);
    for (const stem of each(words)) operations.set(stem, { chapters: bits, startsAnew });
  }
  const fillers = new Set(each(list.fillers));
  return { root, stems, fillers, enders: new Set(each(list.enders)), operations };
}

/** The list that comes with the program. */
export const standardPartidaWords = makePartidaWords(standardPartidas);

export function readWordParts(table: PartidaWords, words: readonly string[]): WordParts {
  const stemOf = new Int32Array(words.length);
  const isSkipped = new Uint8Array(words.length);
  for (const [place, word] of words.entries()) {
    const stem = table.stems.get(stemWord(word)) ?? -1;
    stemOf[place] = stem;
    const isFiller = table.fillers.has(stem) || isStopWord(word) || /^\d+$/.test(word);
    isSkipped[place] = joining.has(word) ? 2 : isFiller ? 1 : 0;
  }
  return { stemOf, isSkipped };
}

/**
 * Tells by the words of a title what it buys: the longest phrase at each place counts, up to the word behind which the title says for whom; nothing where no
 * phrase of the list is there.
 *
 * @param sequence numbers of words of the vocabulary that `parts` were read of. The title stands from `start` to `gap`, or to `end`.
 */
export function findPartidas(
  { root, enders, operations }: PartidaWords,
  { stemOf, isSkipped }: WordParts,
  sequence: Uint32Array,
  [start, end]: readonly [start: number, end: number],
  found: (partida: FoundPartida) => void,
): void {
  let allowed = allChapters;
  // Up to where what stands before can still be made more precise: `LLANTAS DE CAMION`.
  let joinedTo = -1;
  let lastEnd = -1;
  let at = start;
  while (at < end) {
    const word = sequence[at] as number; // Within the bounds.
    if (word === gap) return;
    const stem = stemOf[word] as number; // Every word of a row is one of the vocabulary.
    if (isSkipped[word] === 2 && joinedTo === at) joinedTo = at + 1;
    if (stem === -1) {
      at += 1;
      continue;
    }
    const phrase = root.next.get(stem);
    const longest = phrase && longestPhrase(phrase, at + 1);
    if (longest !== undefined) {
      const codes = longest.codes.filter((code) => (allowed & chapterBit(code)) !== 0);
      const isPrecision = joinedTo === at && at > lastEnd;
      if (codes.length > 0 && !isPrecision) found({ codes, from: at, to: longest.to });
      joinedTo = longest.to;
      lastEnd = longest.to;
    }
    const operation = operations.get(stem);
    if (operation !== undefined) {
      allowed = operation.startsAnew ? operation.chapters : allowed & operation.chapters;
    }
    if (longest === undefined && at > start && enders.has(stem)) return;
    at = longest?.to ?? at + 1;
  }

  function longestPhrase(
    first: Node,
    from: number,
  ): { codes: readonly string[]; to: number } | undefined {
    let node = first;
    let best = node.codes && { codes: node.codes, to: from };
    for (let place = from; place < end; place += 1) {
      const word = sequence[place] as number; // Within the bounds.
      if (word === gap) break;
      const next = node.next.get(stemOf[word] as number); // As above.
      if (next === undefined) {
        if (isSkipped[word] !== 0) continue;
        break;
      }
      node = next;
      if (node.codes !== undefined) best = { codes: node.codes, to: place + 1 };
    }
    return best;
  }
}

/** The same of a text by itself, with the words that say it as they are written there. */
export function readPartidas(text: string): { codes: readonly string[]; words: string }[] {
  const spelled = spelledWords(text);
  const words = spelled.map(foldText);
  return readPartidasOf(words).map(({ codes, from, to }) => ({
    codes,
    words: spelled.slice(from, to).join(" "),
  }));
}

/** The same of folded words. */
export function readPartidasOf(words: readonly string[]): FoundPartida[] {
  const found: FoundPartida[] = [];
  findPartidas(
    standardPartidaWords,
    readWordParts(standardPartidaWords, words),
    Uint32Array.from(words.keys()),
    [0, words.length],
    (partida) => found.push(partida),
  );
  return found;
}
