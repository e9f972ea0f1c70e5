import type { Bitset } from "./bitset.ts";

/** What each row has of something, as a number below `choices`. */
export interface Column {
  numberOf: Uint8Array | Uint32Array;
  choices: number;
}

/** How often each number of each column occurs in the rows of the set beside it. */
export function countColumns(
  columns: readonly [Column, Column, Column],
  within: readonly [Bitset, Bitset, Bitset],
): [Uint32Array, Uint32Array, Uint32Array] {
  const counts = columns.map(({ choices }) => new Uint32Array(choices));
  const [a, b, c] = counts as [Uint32Array, Uint32Array, Uint32Array]; // One for each column.
  const [first, second, third] = within;
  // Where nothing is chosen, as while someone types, all three sets are one, and one pass counts them all.
  if (first === second && second === third) countTogether(columns, first, [a, b, c]);
  else for (const [at, count] of counts.entries()) countOne(columns[at], within[at], count);
  return [a, b, c];
}

function countTogether(
  [a, b, c]: readonly [Column, Column, Column],
  within: Bitset,
  [countA, countB, countC]: readonly [Uint32Array, Uint32Array, Uint32Array],
): void {
  for (let word = 0; word < within.length; word += 1) {
    for (let rest = within[word] as number; rest !== 0; rest &= rest - 1) {
      const row = word * 32 + 31 - Math.clz32(rest & -rest);
      // A row of the set has its place in each column, and each number its place in the counts.
      const [inA, inB, inC] = [a.numberOf[row], b.numberOf[row], c.numberOf[row]] as [
        number,
        number,
        number,
      ];
      countA[inA] = (countA[inA] as number) + 1;
      countB[inB] = (countB[inB] as number) + 1;
      countC[inC] = (countC[inC] as number) + 1;
    }
  }
}

function countOne(
  column: Column | undefined,
  within: Bitset | undefined,
  counts: Uint32Array,
): void {
  if (column === undefined || within === undefined) return; // There are as many of each as counts.
  for (let word = 0; word < within.length; word += 1) {
    for (let rest = within[word] as number; rest !== 0; rest &= rest - 1) {
      const number = column.numberOf[word * 32 + 31 - Math.clz32(rest & -rest)] as number;
      counts[number] = (counts[number] as number) + 1;
    }
  }
}
