import { compareTenders } from "../../shared/feed/order.ts";
import type { TenderRow } from "../../shared/feed/tender-row.ts";
import type { RowList } from "../../shared/search/row-list.ts";
import type { PackedRows } from "./packed-rows.ts";

/** The rows of the feed, and others where they belong by their dates. */
export class MergedRows implements RowList {
  readonly ids: readonly string[];
  readonly #base: PackedRows;
  readonly #added: readonly TenderRow[];
  /** Where each row stands: among those of the feed, or behind their end among those added. */
  readonly #places: Uint32Array;

  /** @param base in the order of `compareTenders`. */
  constructor(base: PackedRows, added: readonly TenderRow[]) {
    this.#base = base;
    this.#added = added.toSorted(compareTenders);
    this.#places = new Uint32Array(base.length + added.length);
    let taken = 0;
    for (const [position, row] of this.#added.entries()) {
      const end = placeOf(row, base);
      for (; taken < end; taken += 1) this.#places[taken + position] = taken;
      this.#places[end + position] = base.length + position;
    }
    for (; taken < base.length; taken += 1) this.#places[taken + added.length] = taken;
    this.ids = Array.from(
      this.#places,
      (place) => (base.ids[place] ?? this.#added[place - base.length]?.id) as string, // Of one of them.
    );
  }

  get length(): number {
    return this.#places.length;
  }

  at(number: number): TenderRow | undefined {
    const place = this.#places[number];
    if (place === undefined) return undefined;
    return this.#base.at(place) ?? this.#added[place - this.#base.length];
  }

  *[Symbol.iterator](): Generator<TenderRow> {
    for (const number of this.ids.keys()) yield this.at(number) as TenderRow; // Each number has a row.
  }
}

/** How many of the rows come before a row. */
function placeOf(row: TenderRow, rows: RowList): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = rows.at(middle);
    if (other !== undefined && compareTenders(other, row) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
