import { type Money, summarizeAmounts } from "./summarize-amounts.ts";

/** From what to what some purchases went in one currency. */
export type PriceRange =
  | { currency: string; n: number; least: number; median: number; most: number }
  /** So few that each is told, lowest first, and no range: it would be one of them passed off as many. */
  | { currency: string; few: number[] };

const leastForRange = 4;

/** The ranges of amounts, a currency each, in order of the codes. All that is published is with tax, so there is nothing to be kept apart by that. */
export function describePrices(values: readonly Money[]): PriceRange[] {
  return summarizeAmounts(values).map(({ currency, n, least, median, most }) => {
    if (n >= leastForRange) return { currency, n, least, median, most };
    const own = values.filter((value) => value.currency === currency);
    return { currency, few: own.map(({ amount }) => amount).sort((a, b) => a - b) };
  });
}
