import { addTo, type Bitset, emptySet, intersect, unite } from "./bitset.ts";
import type { FindIndex } from "./find-index.ts";

/**
 * How surely a row is what was looked for, best first: the word (or a form of it) in the head of the title, which says what is
 * bought and not for whom; behind that, or in the number; a synonym; a word that only begins so; and last what is nearly so:
 * n for ñ, or the letters within a word.
 */
export const matchLevels = ["head", "tail", "synonym", "begun", "similar"] as const;
export type MatchLevel = (typeof matchLevels)[number];

/** For each level, the rows that are as sure or surer. */
export type Levels = Record<MatchLevel, Bitset>;

export function emptyLevels(rows: number): Levels {
  return {
    head: emptySet(rows),
    tail: emptySet(rows),
    synonym: emptySet(rows),
    begun: emptySet(rows),
    similar: emptySet(rows),
  };
}

/** The same rows at every level. Takes the set over. */
export function evenLevels(rows: Bitset): Levels {
  const copy = (): Bitset => rows.slice();
  return { head: rows, tail: copy(), synonym: copy(), begun: copy(), similar: copy() };
}

/** Adds the rows of a word at a level; where that is `head`, those that have it elsewhere go to `tail`. */
export function addWord(
  { tables, commonWords }: FindIndex,
  word: number,
  levels: Levels,
  level: MatchLevel,
): void {
  const head = levels[level];
  const tail = level === "head" ? levels.tail : head;
  const common = commonWords.get(word);
  if (common !== undefined) {
    unite(head, common.head);
    unite(tail, common.tail);
    return;
  }
  const { postings, postingStart } = tables;
  const end = postingStart[word + 1] ?? 0;
  for (let at = postingStart[word] ?? 0; at < end; at += 1) {
    const posting = postings[at] as number; // Within the bounds.
    addTo((posting & 1) === 0 ? head : tail, posting >>> 1);
  }
}

/** Adds to each level what is surer. */
export function accumulate(levels: Levels): Levels {
  for (const [place, level] of matchLevels.entries()) {
    const before = matchLevels[place - 1];
    if (before !== undefined) unite(levels[level], levels[before]);
  }
  return levels;
}

/** Keeps what both have: a row is as sure as the least sure of its words. */
export function intersectLevels(levels: Levels, others: Levels): Levels {
  for (const level of matchLevels) intersect(levels[level], others[level]);
  return levels;
}
