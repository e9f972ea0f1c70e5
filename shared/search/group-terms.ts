import type { QueryTerm } from "./query.ts";
import { phraseKey, type SynonymPhrase, type SynonymTable } from "./synonyms.ts";

/** A term with what may stand for it. */
export interface SearchTerm extends QueryTerm {
  others: readonly SynonymPhrase[];
}

/** Whether a term is several words that make a phrase of the list: they name a thing, and what stands in a number, as `LP`, is none. */
export function isOfList({ words, isPhrase, field }: SearchTerm): boolean {
  return words.length > 1 && !isPhrase && field === undefined;
}

/**
 * Gives each word its synonyms. Words that make a phrase of the list together, as `material oficina`, become one term: what has
 * them all is found, and what has a synonym of the phrase.
 */
export function groupTerms(terms: readonly QueryTerm[], synonyms: SynonymTable): SearchTerm[] {
  const grouped: SearchTerm[] = [];
  let at = 0;
  while (at < terms.length) {
    const group = longestPhrase(terms, at, synonyms);
    grouped.push(group.term);
    at += group.length;
  }
  return grouped;
}

function longestPhrase(
  terms: readonly QueryTerm[],
  at: number,
  { others, longest }: SynonymTable,
): { term: SearchTerm; length: number } {
  const first = terms[at] as QueryTerm; // `at` is within the terms.
  const plain = terms.slice(at, at + longest);
  const odd = plain.findIndex(({ isPhrase, field }) => isPhrase || field !== undefined);
  for (let length = odd === -1 ? plain.length : odd; length > 0; length -= 1) {
    const words = plain.slice(0, length).flatMap((term) => term.words);
    const found = others.get(phraseKey(words));
    if (found === undefined) continue;
    const text = plain
      .slice(0, length)
      .map((term) => term.text)
      .join(" ");
    return { term: { ...first, text, words, others: found }, length };
  }
  return { term: { ...first, others: [] }, length: 1 };
}
