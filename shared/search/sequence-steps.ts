import type { FindIndex } from "./find-index.ts";
import { findWords } from "./find-words.ts";
import type { QueryTerm } from "./query.ts";
import type { Step } from "./sequence.ts";

/**
 * The words that may stand at each place of a phrase, or for each word that a title or a number must have. A phrase is taken by
 * the letter, but for zeros in the parts of a number; elsewhere any form of the word will do.
 */
export function sequenceSteps(
  index: FindIndex,
  { words, isPhrase, isOpen }: Pick<QueryTerm, "words" | "isPhrase" | "isOpen">,
  where: QueryTerm["field"],
): Step[] {
  return words.map((word, position) => {
    const isLast = position === words.length - 1;
    const { same, begun, part } = findWords(index, word, isOpen && isLast);
    return isPhrase && where !== "number"
      ? [...same.filter((form) => index.words[form] === word), ...begun]
      : [...same, ...begun, ...part];
  });
}
