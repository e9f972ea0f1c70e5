import type { Bitset } from "./bitset.ts";

/** How often each number of a column occurs in the rows of a set: a list as long as `choices`. */
export function countColumn(
  column: Uint8Array | Uint32Array,
  choices: number,
  within: Bitset,
): Uint32Array {
  const counts = new Uint32Array(choices);
  for (let word = 0; word < within.length; word += 1) {
    let rest = within[word] as number; // Within the bounds.
    if (rest === 0) continue;
    const base = word * 32 + 31;
    while (rest !== 0) {
      const choice = column[base - Math.clz32(rest & -rest)] as number; // A row of the set.
      counts[choice] = (counts[choice] as number) + 1; // One place for each choice.
      rest &= rest - 1;
    }
  }
  return counts;
}
