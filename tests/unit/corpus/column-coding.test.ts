import fc from "fast-check";
import { expect, it } from "vitest";
import { type AnyColumn, decodePiece, encodeColumn } from "../../../extension/column-coding.ts";

const columns: fc.Arbitrary<AnyColumn> = fc.oneof(
  fc.uint8Array({ maxLength: 60 }),
  fc.uint32Array({ maxLength: 60 }),
  fc.int32Array({ maxLength: 60 }),
  fc.float64Array({ maxLength: 60 }), // NaN among them.
  fc.constant(Uint32Array.of(0, 2 ** 32 - 1, 0, 2 ** 31, 2 ** 31 - 1, 5)),
  fc.constant(Int32Array.of(-(2 ** 31), 2 ** 31 - 1, -1, 0)),
);
const pieceSizes = fc.constantFrom(8, 16, 64, 4096);

it("columns come back as they were, in pieces of whatever size", () => {
  fc.assert(
    fc.property(columns, pieceSizes, (column, pieceBytes) => {
      const back = column.map(() => 0);
      let place = 0;
      for (const piece of encodeColumn(column, pieceBytes)) {
        expect(piece.length).toBeLessThanOrEqual(pieceBytes);
        place = decodePiece(piece.slice(), back, place);
      }
      expect(place).toBe(column.length);
      expect(back).toEqual(column);
    }),
    { numRuns: 500 },
  );
});

it("numbers that differ by little take a byte each", () => {
  const ascending = Uint32Array.from({ length: 1000 }, (_, at) => 100_000 + at * 63);
  const [piece] = encodeColumn(ascending, 4096);
  expect(piece?.length).toBe(1002);
});
