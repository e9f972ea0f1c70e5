import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TenderRow } from "../../../shared/feed/tender-row.ts";
import { rowsOf } from "../../../shared/search/bitset.ts";
import { emptyFilter, stateOf, type TenderFilter } from "../../../shared/search/filter.ts";
import { splitWords } from "../../../shared/search/fold.ts";
import { buildSearchIndex, search, takeRows } from "../../../shared/search/search-index.ts";
import { searchedAtMs, tenderFilters, tenderRows } from "./arbitrary.ts";

fc.configureGlobal({ seed: 20261122 });

/** Whether a row is found, said as plainly as can be, one row at a time. */
function isFound(row: TenderRow, filter: TenderFilter): boolean {
  const words = splitWords(`${row.title ?? ""} ${row.number ?? ""}`);
  const within = (instant: string | undefined, from?: string, to?: string) => {
    if (from === undefined && to === undefined) return true;
    const day = instant?.slice(0, 10);
    return (
      day !== undefined && (from === undefined || day >= from) && (to === undefined || day <= to)
    );
  };
  return (
    splitWords(filter.text).every((part) => words.some((word) => word.includes(part))) &&
    (filter.buyers.length === 0 || filter.buyers.some((buyer) => buyer === row.buyerId)) &&
    (filter.methods.length === 0 || filter.methods.includes(row.method ?? "unknown")) &&
    (filter.states.length === 0 || filter.states.includes(stateOf(row, searchedAtMs))) &&
    within(row.publishedAt, filter.publishedFrom, filter.publishedTo) &&
    within(row.opensAt, filter.opensFrom, filter.opensTo)
  );
}

/** How many rows each choice has under the rest of the filter, for the choices that occur in the rows at all. */
function countChoices<Choice>(
  rows: readonly TenderRow[],
  rest: TenderFilter,
  choiceOf: (row: TenderRow) => Choice | undefined,
): Map<Choice, number> {
  const counts = new Map<Choice, number>();
  for (const row of rows) {
    const choice = choiceOf(row);
    if (choice === undefined) continue;
    counts.set(choice, (counts.get(choice) ?? 0) + (isFound(row, rest) ? 1 : 0));
  }
  return counts;
}

describe("search", () => {
  it("finds what looking at every row finds, with the counts of every choice", () => {
    fc.assert(
      fc.property(tenderRows, tenderFilters, (rows, filter) => {
        const found = search(buildSearchIndex(rows), filter, searchedAtMs);
        const expected = rows.flatMap((row, number) => (isFound(row, filter) ? [number] : []));
        expect({ ...found, matches: [...rowsOf(found.matches)] }).toEqual({
          matches: expected,
          count: expected.length,
          buyers: countChoices(rows, { ...filter, buyers: [] }, (row) => row.buyerId),
          methods: countChoices(rows, { ...filter, methods: [] }, (row) => row.method ?? "unknown"),
          states: countChoices(rows, { ...filter, states: [] }, (row) =>
            stateOf(row, searchedAtMs),
          ),
        });
      }),
      { numRuns: 500 },
    );
  });

  it("finds the same a second time: searching changes nothing in the index", () => {
    fc.assert(
      fc.property(tenderRows, tenderFilters, (rows, filter) => {
        const index = buildSearchIndex(rows);
        const first = search(index, filter, searchedAtMs);
        expect(search(index, filter, searchedAtMs)).toEqual(first);
        expect(search(index, emptyFilter, searchedAtMs).count).toBe(rows.length);
      }),
    );
  });

  it.each([
    ["nino", ["2"]],
    ["niño", ["1"]],
    ["ADQUISICION", ["1"]],
    ["quisi", ["1"]],
    ["domo jardin", ["2"]],
    ["jardin domo", ["2"]],
    ["007/2025", ["1"]],
    ["LP-E-SEED", ["1"]],
    ["desayuno", []],
    ["", ["1", "2", "3"]],
    ["—", ["1", "2", "3"]],
  ])("finds by the words %j the rows %j", (text, ids) => {
    const row = (id: string, fields: Partial<TenderRow>): TenderRow => ({
      id,
      ocid: `ocds-000000-${id}`,
      url: `https://example.org/${id}`,
      ...fields,
    });
    const index = buildSearchIndex([
      row("1", { title: "ADQUISICIÓN DE JUGUETES DÍA DEL NIÑO", number: "LP/E/SEED/007/2025" }),
      row("2", { title: "DOMO EN JARDIN DE NINOS" }),
      row("3", {}),
    ]);
    const { matches } = search(index, { ...emptyFilter, text }, searchedAtMs);
    expect(takeRows(index, matches, 10).map(({ id }) => id)).toEqual(ids);
  });
});

describe("takeRows", () => {
  it("takes the first in order, leaving out what is to be skipped", () => {
    fc.assert(
      fc.property(tenderRows, fc.nat(20), (rows, limit) => {
        const index = buildSearchIndex(rows);
        const { matches } = search(index, emptyFilter, searchedAtMs);
        const isSkipped = ({ id }: TenderRow) => Number(id) % 3 === 0;
        expect(takeRows(index, matches, limit, isSkipped)).toEqual(
          rows.filter((row) => !isSkipped(row)).slice(0, limit),
        );
      }),
    );
  });
});
