import { expect, it } from "vitest";
import type { PublishedProcess } from "../../../scraper/publish/publication.ts";
import { tenderColumns } from "../../../scraper/publish/tender-columns.ts";
import type { CompiledRelease } from "../../../shared/ocds/schema.ts";

type Awards = NonNullable<CompiledRelease["awards"]>;

function amountOf(awards: Awards): number | undefined {
  const column = tenderColumns.find(({ heading }) => heading === "Monto adjudicado");
  if (column === undefined || !("amount" in column)) throw new Error("there is no such column");
  // The column reads nothing but the awards.
  return column.amount({ compiled: { awards } } as PublishedProcess);
}

function award(id: string, amount: number | undefined, more: Partial<Awards[number]> = {}) {
  const value = amount === undefined ? {} : { value: { amount, currency: "MXN" } };
  return { id, status: "active", ...value, ...more } as Awards[number];
}

it.each<[string, Awards, number | undefined]>([
  ["one", [award("1", 1500.5)], 1500.5],
  ["several, to the cent", [award("1", 0.1), award("2", 0.2)], 0.3],
  ["one whose amount nobody tells", [award("1", 100), award("2", undefined)], undefined],
  ["one in dollars", [award("1", 100, { value: { amount: 100, currency: "USD" } })], undefined],
  [
    "pesos and dollars",
    [award("1", 1), award("2", 1, { value: { amount: 1, currency: "USD" } })],
    undefined,
  ],
  [
    "one that was cancelled beside one that stands",
    [award("1", 7), award("2", 9, { status: "cancelled" })],
    7,
  ],
  ["none that stands", [award("1", 9, { status: "unsuccessful" })], undefined],
  ["none", [], undefined],
])("sums what was awarded in pesos, where that is the whole of it: %s", (_, awards, expected) => {
  expect(amountOf(awards)).toBe(expected);
});
