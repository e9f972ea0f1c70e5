import { emptySet, fullSet, intersect, subtract, unite } from "./bitset.ts";
import type { FindIndex } from "./find-index.ts";
import { findWords } from "./find-words.ts";
import { groupTerms, isOfList, type SearchTerm } from "./group-terms.ts";
import {
  accumulate,
  addWord,
  emptyLevels,
  evenLevels,
  intersectLevels,
  type Levels,
  matchLevels,
} from "./levels.ts";
import { rowsOfSide } from "./match-side.ts";
import { rowsOfPartidas } from "./partidas/rows-of-partida.ts";
import type { QueryTerm } from "./query.ts";
import { addSequence } from "./sequence.ts";
import { sequenceSteps } from "./sequence-steps.ts";
import type { SynonymPhrase, SynonymTable } from "./synonyms.ts";
import { addTitleWord } from "./title-words.ts";

/** What words mean besides themselves. */
export interface Lexicon {
  synonyms: SynonymTable;
  /** The codes of the COG that a text behind `partida:` names. */
  partidasNamed: (text: string) => string[];
}

/** The rows that have every term of a query and none that it excludes, by how surely they do. */
export function matchQuery(
  index: FindIndex,
  terms: readonly QueryTerm[],
  lexicon: Lexicon,
  nowMs: number,
): Levels {
  const size = index.size;
  let levels: Levels | undefined;
  for (const term of groupTerms(
    terms.filter(({ isExcluded }) => !isExcluded),
    lexicon.synonyms,
  )) {
    const found = matchTerm(index, term, lexicon, nowMs);
    levels = levels === undefined ? found : intersectLevels(levels, found);
  }
  const all = levels ?? evenLevels(fullSet(size));
  for (const term of terms.filter(({ isExcluded }) => isExcluded)) {
    const excluded = matchTerm(index, { ...term, others: [] }, lexicon, nowMs).similar;
    for (const level of matchLevels) subtract(all[level], excluded);
  }
  return all;
}

function matchTerm(
  index: FindIndex,
  term: SearchTerm,
  { partidasNamed }: Lexicon,
  nowMs: number,
): Levels {
  const { field } = term;
  if (field === "partida") {
    return evenLevels(rowsOfPartidas(index, partidasNamed(term.text)));
  }
  if (field === "buyer" || field === "method" || field === "state") {
    return evenLevels(rowsOfSide(index, term, field, nowMs));
  }
  if (term.isPhrase || field !== undefined) return matchSequence(index, term, field);
  const size = index.size;
  const levels = emptyLevels(size);
  for (const [position, word] of term.words.entries()) {
    const found = position === 0 ? levels : emptyLevels(size);
    matchWord(index, word, term, found);
    if (position > 0) intersectLevels(levels, found);
  }
  for (const other of term.others) addSynonym(index, other, levels);
  return accumulate(levels);
}

/** Fills the levels of one word, each with all that is surer. */
function matchWord(index: FindIndex, word: string, term: SearchTerm, levels: Levels): void {
  const { same, begun, similar, part } = findWords(index, word, term.isOpen);
  const add = isOfList(term) ? addTitleWord : addWord;
  for (const form of same) add(index, form, levels, "head");
  if (!term.isExcluded) {
    for (const other of begun) add(index, other, levels, "begun");
    for (const other of [...similar, ...part]) add(index, other, levels, "similar");
  }
  accumulate(levels);
}

function addSynonym(index: FindIndex, { words, key }: SynonymPhrase, levels: Levels): void {
  const [only] = words;
  if (words.length === 1 && only !== undefined) {
    for (const word of findWords(index, only, false).same) {
      addWord(index, word, levels, "synonym");
    }
    return;
  }
  let rows = index.rowsOfPhrase.get(key);
  if (rows === undefined) {
    const steps = words.map((word) => findWords(index, word, false).same);
    rows = emptySet(index.size);
    addSequence(index, steps, rows, rows, { skipsStopWords: true });
    index.rowsOfPhrase.set(key, rows);
  }
  unite(levels.synonym, rows);
}

/** A phrase, or words that must stand in the title or in the number. */
function matchSequence(
  index: FindIndex,
  { words, isPhrase, isOpen }: QueryTerm,
  where: "title" | "number" | undefined,
): Levels {
  const levels = emptyLevels(index.size);
  const steps = sequenceSteps(index, { words, isPhrase, isOpen }, where);
  const options = where === undefined ? {} : { where };
  if (isPhrase) addSequence(index, steps, levels.head, levels.tail, options);
  else {
    for (const [position, step] of steps.entries()) {
      const found = position === 0 ? levels : emptyLevels(index.size);
      addSequence(index, [step], found.head, found.tail, options);
      if (position > 0) {
        unite(found.tail, found.head);
        unite(levels.tail, levels.head);
        intersect(levels.head, found.head);
        intersect(levels.tail, found.tail);
      }
    }
  }
  return accumulate(levels);
}
