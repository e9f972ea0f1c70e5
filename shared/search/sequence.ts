import { addTo, type Bitset } from "./bitset.ts";
import type { FindIndex } from "./find-index.ts";
import { isStopWord } from "./stem.ts";
import { gap } from "./word-tables.ts";

/** Words one of which must stand at a place: their numbers. */
export type Step = readonly number[];

/** Where words must stand one after another. */
export interface SequenceOptions {
  where?: "title" | "number";
  /** Words such as `de` may stand between them. */
  skipsStopWords?: boolean;
}

/** Adds the rows in which words of these steps follow one another: to `head` those whose title begins so before "para", to `tail` others. */
export function addSequence(
  index: FindIndex,
  steps: readonly Step[],
  head: Bitset,
  tail: Bitset,
  options: SequenceOptions = {},
): void {
  const { postings, postingStart } = index.tables;
  const tests = steps.map((step) => new Set(step));
  for (const word of rarest(index, steps)) {
    const end = postingStart[word + 1] ?? 0;
    for (let at = postingStart[word] ?? 0; at < end; at += 1) {
      const posting = postings[at] as number; // Within the bounds.
      const row = posting >>> 1;
      if (!holdsSequence(index, row, tests, options)) continue;
      addTo((posting & 1) === 0 ? head : tail, row);
    }
  }
}

/** The step that the fewest rows have: only those are looked at. */
function rarest({ tables: { postingStart } }: FindIndex, steps: readonly Step[]): Step {
  let best: Step = [];
  let fewest = Number.POSITIVE_INFINITY;
  for (const step of steps) {
    let rows = 0;
    for (const word of step) rows += (postingStart[word + 1] ?? 0) - (postingStart[word] ?? 0);
    if (rows < fewest) {
      fewest = rows;
      best = step;
    }
  }
  return best;
}

function holdsSequence(
  index: FindIndex,
  row: number,
  tests: readonly ReadonlySet<number>[],
  { where, skipsStopWords = false }: SequenceOptions,
): boolean {
  const { sequence, sequenceStart } = index.tables;
  let start = sequenceStart[row] ?? 0;
  let end = sequenceStart[row + 1] ?? 0;
  if (where !== undefined) {
    const middle = sequence.indexOf(gap, start);
    if (where === "title") end = middle;
    else start = middle + 1;
  }
  for (let from = start; from < end; from += 1) {
    let at = from;
    let step = 0;
    while (at < end && step < tests.length) {
      const word = sequence[at] as number; // Within the bounds.
      if (tests[step]?.has(word)) step += 1;
      else if (!(skipsStopWords && step > 0 && isStopWord(index.words[word] ?? ""))) break;
      at += 1;
    }
    if (step === tests.length) return true;
  }
  return false;
}
