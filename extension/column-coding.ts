import { PbfReader, PbfWriter } from "pbf";

/** The kinds of column that tables have. */
export const columnKinds = { Uint8Array, Uint32Array, Int32Array, Float64Array } as const;
export type ColumnKind = keyof typeof columnKinds;
export type AnyColumn = InstanceType<(typeof columnKinds)[ColumnKind]>;

/** What a whole number of 32 bits takes at most. */
const mostBytes = 5;

/**
 * A column as bytes, in pieces of at most `pieceBytes`, which no number straddles; a piece holds until the next one is asked for.
 *
 * Whole numbers go by what each differs from the one before, round after 32 bits, as the `sint32` of Protocol Buffers: in the tables of the
 * search they differ by little, and take less than half of the room. Others go as they are.
 *
 * @param pieceBytes a multiple of eight, and no less.
 */
export function* encodeColumn(column: AnyColumn, pieceBytes: number): Generator<Uint8Array> {
  if (column instanceof Float64Array) {
    const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      yield bytes.subarray(at, at + pieceBytes);
    }
    return;
  }
  const writer = new PbfWriter(new Uint8Array(pieceBytes));
  let before = 0;
  for (const number of column) {
    writer.writeSVarint((number - before) | 0);
    before = number;
    if (writer.pos + mostBytes > pieceBytes) {
      yield writer.buf.subarray(0, writer.pos);
      writer.pos = 0;
    }
  }
  if (writer.pos > 0) yield writer.buf.subarray(0, writer.pos);
}

/** Puts the numbers of a piece of `encodeColumn` into their column, from a place on, and returns the place behind them. */
export function decodePiece(bytes: Uint8Array, column: AnyColumn, from: number): number {
  if (column instanceof Float64Array) {
    new Uint8Array(column.buffer).set(bytes, from * column.BYTES_PER_ELEMENT);
    return from + bytes.length / column.BYTES_PER_ELEMENT;
  }
  const reader = new PbfReader(bytes);
  let number = column[from - 1] ?? 0;
  let place = from;
  for (; reader.pos < reader.length; place += 1) {
    number = (number + reader.readSVarint()) | 0;
    column[place] = number;
  }
  return place;
}
