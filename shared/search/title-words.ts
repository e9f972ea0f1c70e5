import type { FindIndex } from "./find-index.ts";
import { addWord, type Levels, type MatchLevel } from "./levels.ts";
import { addSequence } from "./sequence.ts";
import { gap } from "./word-tables.ts";

/** Adds the rows that have a word in their title, as `addWord` does those that have it anywhere. Only words that any number has cost more. */
export function addTitleWord(
  index: FindIndex,
  word: number,
  levels: Levels,
  level: MatchLevel,
): void {
  index.numberWords ??= readNumberWords(index);
  if (!index.numberWords.has(word)) {
    addWord(index, word, levels, level);
    return;
  }
  const rest = level === "head" ? levels.tail : levels[level];
  addSequence(index, [[word]], levels[level], rest, { where: "title" });
}

/** The words that stand behind the gap of any row. */
function readNumberWords({ size, tables: { sequence, sequenceStart } }: FindIndex): Set<number> {
  const words = new Set<number>();
  for (let row = 0; row < size; row += 1) {
    const end = sequenceStart[row + 1] ?? 0;
    for (let at = sequence.indexOf(gap, sequenceStart[row]) + 1; at < end; at += 1) {
      words.add(sequence[at] as number); // Within the bounds.
    }
  }
  return words;
}
