import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addTo,
  countSet,
  emptySet,
  fullSet,
  has,
  intersect,
  rowsOf,
} from "../../../shared/search/bitset.ts";

const size = fc.integer({ min: 0, max: 200 });
const numbers = fc.uniqueArray(fc.nat(199), { maxLength: 80 });
const ascending = (a: number, b: number) => a - b;

function setOf(rows: readonly number[], length: number) {
  const set = emptySet(length);
  for (const row of rows) addTo(set, row);
  return set;
}

describe("a set of row numbers", () => {
  it("holds what was added and nothing else, in ascending order", () => {
    fc.assert(
      fc.property(numbers, (rows) => {
        const set = setOf(rows, 200);
        expect([...rowsOf(set)]).toEqual([...rows].sort(ascending));
        expect(countSet(set)).toBe(rows.length);
        for (let row = 0; row < 200; row += 1) expect(has(set, row)).toBe(rows.includes(row));
      }),
    );
  });

  it("is full up to its last row and not beyond", () => {
    fc.assert(
      fc.property(size, (length) => {
        expect([...rowsOf(fullSet(length))]).toEqual(Array.from({ length }, (_, row) => row));
        expect(countSet(fullSet(length))).toBe(length);
      }),
    );
  });

  it("intersects as sets do, changing only the first", () => {
    fc.assert(
      fc.property(numbers, numbers, (left, right) => {
        const set = setOf(left, 200);
        const other = setOf(right, 200);
        intersect(set, other);
        expect([...rowsOf(set)]).toEqual(left.filter((row) => right.includes(row)).sort(ascending));
        expect(countSet(other)).toBe(right.length);
      }),
    );
  });

  it.each([0, 31, 32, 63, 64, 199])("knows row %i, at the edge of a word", (row) => {
    expect([...rowsOf(setOf([row], 200))]).toEqual([row]);
  });
});
