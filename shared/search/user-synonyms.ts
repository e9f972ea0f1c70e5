import { collapseSpaces } from "../values/text.ts";
import { splitWords } from "./fold.ts";

/** What a user wants of synonyms beyond the list that comes with the program. */
export interface UserSynonyms {
  /** Groups of their own. */
  groups: string[][];
  /** Words of our groups that should have no synonyms from there. */
  withoutWords: string[];
}

/** Why a line is not used; lines are counted from 1. */
export interface SynonymProblem {
  line: number;
  kind: "oneWord" | "tooLong" | "tooMany";
}

const most = { lines: 500, words: 50, characters: 100 };

/**
 * Reads what a user wrote, one group a line: `tóner, cartuchos, tinta`. A line that begins with a hyphen takes words out of our
 * groups: `-seguro`. Empty lines and lines with `#` say nothing. A line that cannot be used is reported and left out.
 */
export function readUserSynonyms(text: string): UserSynonyms & { problems: SynonymProblem[] } {
  const groups: string[][] = [];
  const withoutWords: string[] = [];
  const problems: SynonymProblem[] = [];
  for (const [index, raw] of text.split("\n").entries()) {
    const line = index + 1;
    const written = raw.trim();
    if (written === "" || written.startsWith("#")) continue;
    if (line > most.lines) {
      problems.push({ line, kind: "tooMany" });
      break;
    }
    const isRemoval = /^[-\u2010-\u2015\u2212]/.test(written);
    const words = splitList(isRemoval ? written.slice(1) : written);
    if (words.length > most.words || words.some((word) => word.length > most.characters)) {
      problems.push({ line, kind: "tooLong" });
    } else if (words.length < (isRemoval ? 1 : 2)) {
      problems.push({ line, kind: "oneWord" });
    } else if (isRemoval) withoutWords.push(...words);
    else groups.push(words);
  }
  return { groups, withoutWords, problems };
}

function splitList(text: string): string[] {
  const words = text.split(/[,;]/).map(collapseSpaces);
  return [...new Set(words.filter((word) => splitWords(word).length > 0))];
}
