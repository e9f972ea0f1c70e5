import { type Bitset, countSet, fullSet, subtract } from "./bitset.ts";

/** What each row has of something, as a number below `choices`. */
export interface Column {
  numberOf: Uint8Array | Uint32Array;
  choices: number;
}

/** How often each number of a column occurs. */
type Counts = Uint32Array;
type Three<Value> = readonly [Value, Value, Value];

/**
 * How often each number of each column occurs in the rows of the set beside it.
 *
 * @param inAll the same of all rows, asked for only where it spares counting most of them.
 */
export function countColumns(
  columns: Three<Column>,
  within: Three<Bitset>,
  inAll: () => Three<Counts>,
): Three<Counts> {
  const [first, second, third] = within;
  if (first !== second || second !== third) {
    return [countOne(columns[0], first), countOne(columns[1], second), countOne(columns[2], third)];
  }
  // Where nothing is chosen, as while someone types, all three sets are one, and one pass counts them all.
  const rows = columns[0].numberOf.length;
  if (2 * countSet(first) <= rows) return countTogether(columns, first);
  const all = inAll();
  const others = countTogether(columns, subtract(fullSet(rows), first));
  return [without(all[0], others[0]), without(all[1], others[1]), without(all[2], others[2])];
}

function without(all: Counts, others: Counts): Counts {
  return all.map((count, number) => count - (others[number] as number)); // As long.
}

/** What `countColumns` tells of all rows. */
export function countAll(columns: Three<Column>): Three<Counts> {
  return countTogether(columns, fullSet(columns[0].numberOf.length));
}

function countTogether(columns: Three<Column>, within: Bitset): Three<Counts> {
  const [a, b, c] = [columns[0].numberOf, columns[1].numberOf, columns[2].numberOf];
  const counts = [
    startCounts(columns[0]),
    startCounts(columns[1]),
    startCounts(columns[2]),
  ] as const;
  const [inA, inB, inC] = counts;
  for (let word = 0; word < within.length; word += 1) {
    for (let rest = within[word] as number; rest !== 0; rest &= rest - 1) {
      const row = word * 32 + 31 - Math.clz32(rest & -rest);
      // A row of the set has its place in each column, and each number its place in the counts.
      (inA[a[row] as number] as number) += 1;
      (inB[b[row] as number] as number) += 1;
      (inC[c[row] as number] as number) += 1;
    }
  }
  return counts;
}

function countOne(column: Column, within: Bitset): Counts {
  const counts = startCounts(column);
  for (let word = 0; word < within.length; word += 1) {
    for (let rest = within[word] as number; rest !== 0; rest &= rest - 1) {
      const row = word * 32 + 31 - Math.clz32(rest & -rest);
      (counts[column.numberOf[row] as number] as number) += 1;
    }
  }
  return counts;
}

function startCounts({ choices }: Column): Counts {
  return new Uint32Array(choices);
}
