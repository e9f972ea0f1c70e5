/** A set of row numbers, one bit a row. All sets of an index have the same length. */
export type Bitset = Uint32Array;

export function emptySet(rows: number): Bitset {
  return new Uint32Array((rows + 31) >>> 5);
}

export function fullSet(rows: number): Bitset {
  const set = emptySet(rows).fill(0xffffffff);
  const rest = rows & 31;
  if (rest > 0) set[set.length - 1] = 0xffffffff >>> (32 - rest);
  return set;
}

export function addTo(set: Bitset, row: number): void {
  set[row >>> 5] = (set[row >>> 5] ?? 0) | (1 << (row & 31));
}

export function has(set: Bitset, row: number): boolean {
  return ((set[row >>> 5] ?? 0) & (1 << (row & 31))) !== 0;
}

/** Keeps in `set` only what `other` holds too. */
export function intersect(set: Bitset, other: Bitset): Bitset {
  for (let word = 0; word < set.length; word += 1) {
    set[word] = (set[word] ?? 0) & (other[word] ?? 0);
  }
  return set;
}

/** Adds to `set` all that `other` holds. */
export function unite(set: Bitset, other: Bitset): Bitset {
  for (let word = 0; word < set.length; word += 1) {
    set[word] = (set[word] ?? 0) | (other[word] ?? 0);
  }
  return set;
}

/** Takes out of `set` all that `other` holds. */
export function subtract(set: Bitset, other: Bitset): Bitset {
  for (let word = 0; word < set.length; word += 1) {
    set[word] = (set[word] ?? 0) & ~(other[word] ?? 0);
  }
  return set;
}

export function countSet(set: Bitset): number {
  let count = 0;
  for (let word = 0; word < set.length; word += 1) {
    let bits = set[word] ?? 0;
    bits -= (bits >>> 1) & 0x55555555;
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    count += (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }
  return count;
}

/** The rows of a set in ascending order. */
export function* rowsOf(set: Bitset): Generator<number> {
  for (const [word, bits] of set.entries()) {
    for (let rest = bits; rest !== 0; rest &= rest - 1) {
      yield word * 32 + 31 - Math.clz32(rest & -rest);
    }
  }
}
