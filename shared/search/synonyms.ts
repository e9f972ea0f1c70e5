import { splitWords } from "./fold.ts";
import { isStopWord, stemWord } from "./stem.ts";
import type { SynonymList } from "./synonym-list.ts";
import type { UserSynonyms } from "./user-synonyms.ts";

/** A word or phrase of a group, ready to be looked for. */
export interface SynonymPhrase {
  /** As the list writes it. */
  text: string;
  /** Its words that say something, folded, and their stems joined by a space. */
  words: string[];
  key: string;
}

/** Groups of synonyms by the stems of each phrase in them. */
export interface SynonymTable {
  /** Stems of a phrase, joined by a space → the other phrases of its groups. */
  others: ReadonlyMap<string, readonly SynonymPhrase[]>;
  /** Words of the longest phrase. */
  longest: number;
}

/** The key of a phrase, without words that say nothing: `material de oficina` → `material oficin`. */
export function phraseKey(words: readonly string[]): string {
  return sayingWords(words).map(stemWord).join(" ");
}

function sayingWords(words: readonly string[]): string[] {
  return words.filter((word) => !isStopWord(word));
}

/** Makes a list ready for searching, with what the user added to it and took from it. */
export function makeSynonymTable(list: SynonymList, users?: UserSynonyms): SynonymTable {
  const off = new Set(users?.withoutWords.map((word) => phraseKey(splitWords(word))));
  const ours = list.groups.map(({ words }) => phrasesOf(words));
  const kept = ours.map((group) => group.filter(({ key }) => !off.has(key)));
  const others = new Map<string, SynonymPhrase[]>();
  let longest = 1;
  for (const group of [...kept, ...(users?.groups ?? []).map(phrasesOf)]) {
    for (const { key, words } of group) {
      const known = others.get(key) ?? [];
      const isKnown = (other: SynonymPhrase): boolean =>
        other.key === key || known.some((one) => one.key === other.key);
      others.set(key, [...known, ...group.filter((other) => !isKnown(other))]);
      longest = Math.max(longest, words.length);
    }
  }
  return { others, longest };
}

function phrasesOf(texts: readonly string[]): SynonymPhrase[] {
  return texts
    .map((text) => {
      const words = splitWords(text);
      return { text, words: sayingWords(words), key: phraseKey(words) };
    })
    .filter(({ key }) => key !== "");
}
