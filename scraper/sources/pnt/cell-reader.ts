import type { Cell } from "../tables/cell.ts";
import { CellNotTakenError, readAmount, readDay, readLink, readText } from "./cell-values.ts";

/** Where something stands that was not taken, and why. */
export interface Problem {
  sheet?: string;
  row?: number;
  column?: string;
  reason: string;
}

/** Reads the cells of one row by what they hold. What cannot be taken is missing, and told. */
export interface CellReader<Key extends string> {
  text(key: Key): string | undefined;
  texts<Wanted extends Key>(keys: readonly Wanted[]): { [K in Wanted]: string | undefined };
  day(key: Key): string | undefined;
  amount(key: Key): number | undefined;
  link(key: Key): string | undefined;
  placeOf(key: Key): Omit<Problem, "reason">;
}

/** @param find the cell of a key and where it stands. */
export function makeCellReader<Key extends string>(
  problems: Problem[],
  timeZone: string,
  find: (key: Key) => { cell: Cell; place: Omit<Problem, "reason"> },
): CellReader<Key> {
  function take<Value>(key: Key, read: (cell: Cell) => Value): Value | undefined {
    const { cell, place } = find(key);
    try {
      return read(cell);
    } catch (error) {
      if (!(error instanceof CellNotTakenError)) throw error;
      problems.push({ ...place, reason: error.message });
      return undefined;
    }
  }
  return {
    text: (key) => take(key, readText),
    texts: <Wanted extends Key>(keys: readonly Wanted[]) =>
      // One entry for each of the keys that the type names.
      Object.fromEntries(keys.map((key) => [key, take(key, readText)])) as {
        [K in Wanted]: string | undefined;
      },
    day: (key) => take(key, (cell) => readDay(cell, timeZone)),
    amount: (key) => take(key, readAmount),
    link: (key) => take(key, readLink),
    placeOf: (key) => find(key).place,
  };
}
