import { describe, expect, it } from "vitest";
import type { ProcessDetails } from "../../../shared/feed/process-details.ts";
import { describePrices } from "../../../shared/registry/price-ranges.ts";
import { sumAwards } from "../../../shared/registry/sum-awards.ts";

type Award = ProcessDetails["awards"][number];

const award = (winner: string | undefined, amount?: number, currency = "MXN"): Award => ({
  suppliers: winner === undefined ? [] : [{ party: winner, name: `Empresa ${winner}` }],
  ...(amount !== undefined && { value: { amount, currency } }),
  contracts: [],
});

const details = (...awards: Award[]): ProcessDetails => ({
  id: "1201",
  ocid: "ocds-000000-1201",
  counts: { invited: 0, bids: 0, awards: awards.length },
  invited: [],
  bids: [],
  awards,
});

describe("what the awards of a procedure come to", () => {
  it("is the sum, to the cent, with each winner once", () => {
    expect(sumAwards(details(award("a", 0.1), award("b", 0.2), award("a", 1_000)))).toEqual({
      id: "1201",
      awards: 3,
      winnerCount: 2,
      winners: [
        { party: "a", name: "Empresa a" },
        { party: "b", name: "Empresa b" },
      ],
      value: { amount: 1000.3, currency: "MXN" },
    });
  });

  it.each<[string, ProcessDetails]>([
    ["the amount of one is not told", details(award("a", 10), award("b"))],
    ["no amount is told", details(award("a"))],
    ["they are of two currencies", details(award("a", 10), award("b", 10, "USD"))],
    [
      "not all of them are listed",
      { ...details(award("a", 10)), counts: { invited: 0, bids: 0, awards: 2 } },
    ],
  ])("is no sum where %s", (_case, told) => {
    expect(sumAwards(told)).not.toHaveProperty("value");
    expect(sumAwards(told)?.awards).toBe(told.counts.awards);
  });

  it("names five winners, counts all, and is nothing where none is told", () => {
    const many = sumAwards(details(..."abcdefg".split("").map((winner) => award(winner, 1))));
    expect([many?.winners.length, many?.winnerCount, many?.value?.amount]).toEqual([5, 7, 7]);
    expect(sumAwards(details(award(undefined, 5)))).toMatchObject({ winnerCount: 0, winners: [] });
    expect(sumAwards(details())).toBeUndefined();
  });
});

describe("from what to what purchases went", () => {
  const values = (...amounts: number[]) =>
    amounts.map((amount) => ({ amount, currency: "MXN" as string }));

  it("is a range with its n from four amounts on, and each amount where they are fewer", () => {
    expect(describePrices(values(40, 10, 20, 35))).toEqual([
      { currency: "MXN", n: 4, least: 10, median: 27.5, most: 40 },
    ]);
    expect(describePrices(values(40, 10, 20))).toEqual([{ currency: "MXN", few: [10, 20, 40] }]);
    expect(describePrices([])).toEqual([]);
  });

  it("keeps currencies apart", () => {
    const dollars = { amount: 5, currency: "USD" };
    expect(describePrices([dollars, ...values(1, 2, 3, 4)])).toEqual([
      { currency: "MXN", n: 4, least: 1, median: 2.5, most: 4 },
      { currency: "USD", few: [5] },
    ]);
  });
});
