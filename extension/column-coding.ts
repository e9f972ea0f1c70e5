/** The kinds of column that tables have. */
export const columnKinds = { Uint8Array, Uint32Array, Int32Array, Float64Array } as const;
export type ColumnKind = keyof typeof columnKinds;
export type AnyColumn = InstanceType<(typeof columnKinds)[ColumnKind]>;

/** What a whole number of 32 bits takes at most. */
const mostBytes = 5;

/**
 * A column as bytes, in pieces of at most `pieceBytes`, which no number straddles; a piece holds until the next one is asked for.
 *
 * Whole numbers go by what each differs from the one before, seven bits to a byte, the lowest first, with the eighth set where more follow: in
 * the tables of the search they differ by little, and take less than half of the room. Others go as they are.
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
  const bytes = new Uint8Array(pieceBytes);
  let filled = 0;
  let before = 0;
  for (const value of column) {
    const number = value | 0;
    const step = (number - before) | 0;
    before = number;
    // A step back is an odd number, one ahead an even one.
    let rest = ((step << 1) ^ (step >> 31)) >>> 0;
    for (; rest > 0x7f; rest >>>= 7) {
      bytes[filled] = (rest & 0x7f) | 0x80;
      filled += 1;
    }
    bytes[filled] = rest;
    filled += 1;
    if (filled + mostBytes > pieceBytes) {
      yield bytes.subarray(0, filled);
      filled = 0;
    }
  }
  if (filled > 0) yield bytes.subarray(0, filled);
}

/** Puts the numbers of a piece of `encodeColumn` into their column, from a place on, and returns the place behind them. */
export function decodePiece(bytes: Uint8Array, column: AnyColumn, from: number): number {
  if (column instanceof Float64Array) {
    new Uint8Array(column.buffer).set(bytes, from * column.BYTES_PER_ELEMENT);
    return from + bytes.length / column.BYTES_PER_ELEMENT;
  }
  let number = (column[from - 1] ?? 0) | 0;
  let place = from;
  let rest = 0;
  let shift = 0;
  for (const byte of bytes) {
    rest |= (byte & 0x7f) << shift;
    if (byte > 0x7f) {
      shift += 7;
      continue;
    }
    number = (number + ((rest >>> 1) ^ -(rest & 1))) | 0;
    column[place] = number;
    place += 1;
    rest = 0;
    shift = 0;
  }
  return place;
}
