import { isCucopKey, readPartidaCode } from "../../values/partida-code.ts";
import { splitWords } from "../fold.ts";
import { isStopWord, stemWord } from "../stem.ts";
import { phraseKey, type SynonymTable } from "../synonyms.ts";
import { type NamedPartida, namePartida, standardPartidas } from "./partida-list.ts";
import { readPartidas } from "./partida-words.ts";

/** A code that someone may mean who typed words or digits. */
export interface PartidaSuggestion extends NamedPartida {
  /** The words of the list for which it is offered; absent where it is for its digits or its name. */
  words?: string;
  /** Set where only the beginning of what was typed is its code: of a key of the CUCoP, or of a longer code of the COG. */
  of?: "cucop" | "longer";
}

/**
 * How well what was typed is met, best first: by a phrase itself, by a synonym of it or words of an official name, by the beginning of a phrase or by a phrase
 * within what was typed, by other words of a phrase, by one word of a name.
 */
type Rank = 0 | 1 | 2 | 3 | 4;

interface Phrase {
  codes: readonly string[];
  text: string;
  key: string;
  words: readonly string[];
}

const phrases: readonly Phrase[] = standardPartidas.groups.flatMap(({ codes, words }) =>
  words.map((text) => ({ codes, ...phraseOf(text) })),
);
const namePhrases: readonly Phrase[] = standardPartidas.partidas.map(({ code, name }) => ({
  codes: [code],
  ...phraseOf(name),
}));

function phraseOf(text: string): Omit<Phrase, "codes"> {
  const words = splitWords(text).filter((word) => !isStopWord(word));
  return { text, words, key: phraseKey(words) };
}

/**
 * The codes that someone may mean, the surest first: for digits the code and what lies right below it, for words those whose words or names have them.
 *
 * @param known codes beyond those of the list, as far as any row has them.
 */
export function suggestPartidas(
  text: string,
  synonyms: SynonymTable,
  known: readonly string[],
): PartidaSuggestion[] {
  const typed = text.trim();
  if (/^\d+$/.test(typed)) return suggestByDigits(typed, known);
  return (
    [...rankByWords(typed, synonyms)]
      // Of equal rank the list's own order counts: of several codes that a word may mean, the likeliest stands first.
      .sort(([, one], [, other]) => one.rank - other.rank)
      .map(([code, { words }]) => ({
        ...namePartida(code),
        ...(words !== undefined && { words }),
      }))
  );
}

/** The codes that typed text names: of digits that which they begin with, of words those that they surely mean, or else may. */
export function namedPartidas(text: string, synonyms: SynonymTable): string[] {
  const typed = text.trim();
  if (/^\d+$/.test(typed)) {
    const code = readPartidaCode(typed);
    return code === undefined ? [] : [code];
  }
  const ranked = [...rankByWords(typed, synonyms)];
  const sure = ranked.filter(([, { rank }]) => rank <= 1);
  const meant = sure.length > 0 ? sure : ranked.filter(([, { rank }]) => rank <= 3);
  return meant.map(([code]) => code);
}

function suggestByDigits(typed: string, known: readonly string[]): PartidaSuggestion[] {
  const code = readPartidaCode(typed);
  if (code === undefined) return [];
  const all = new Set([...standardPartidas.partidas.map((each) => each.code), ...known]);
  const below = [...all].filter((each) => each.startsWith(code) && each.length === code.length + 1);
  if (!all.has(code) && below.length === 0) return [];
  const isWhole = typed.replace(/0+$/, "") === code;
  const of = isCucopKey(typed) ? "cucop" : "longer";
  return [{ ...namePartida(code), ...(!isWhole && { of }) }, ...below.sort().map(namePartida)];
}

function rankByWords(
  typed: string,
  { others }: SynonymTable,
): Map<string, { rank: Rank; words?: string }> {
  const ranked = new Map<string, { rank: Rank; words?: string }>();
  const add = (codes: readonly string[], rank: Rank, words?: string): void => {
    for (const code of codes) {
      const better = ranked.get(code);
      if (better !== undefined && better.rank <= rank) continue;
      ranked.delete(code);
      ranked.set(code, { rank, ...(words !== undefined && { words }) });
    }
  };
  const asked = phraseOf(typed);
  if (asked.words.length === 0) return ranked;
  for (const { codes, words } of readPartidas(typed)) {
    add(codes, phraseOf(words).key === asked.key ? 0 : 2, words);
  }
  const alike = new Set(others.get(asked.key)?.map(({ key }) => key));
  for (const phrase of phrases) {
    if (phrase.key === asked.key) add(phrase.codes, 0, phrase.text);
    else if (alike.has(phrase.key)) add(phrase.codes, 1, phrase.text);
    else if (hasWords(phrase, asked.words)) {
      add(phrase.codes, beginsWith(phrase, asked.words) ? 2 : 3, phrase.text);
    }
  }
  for (const name of namePhrases) {
    // One word of a long name says little: `equipo`.
    if (hasWords(name, asked.words)) add(name.codes, asked.words.length > 1 ? 1 : 4);
  }
  return ranked;
}

/** Whether every word is one of the phrase's, and the last one the beginning of one. */
function hasWords({ words }: Phrase, asked: readonly string[]): boolean {
  return asked.every((want, place) => {
    const stem = stemWord(want);
    return words.some(
      (word) => stemWord(word) === stem || (place === asked.length - 1 && word.startsWith(want)),
    );
  });
}

function beginsWith({ words: [first = ""] }: Phrase, [asked = ""]: readonly string[]): boolean {
  return stemWord(first) === stemWord(asked) || first.startsWith(asked);
}
