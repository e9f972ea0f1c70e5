import type { AmountSummary } from "../feed/supplier-profile.ts";
import { groupBy } from "../values/group-by.ts";

/** An amount with its currency, as a code of ISO 4217. */
export interface Money {
  amount: number;
  currency: string;
}

/** Amounts by currency, which are never added up: how many, their sum, and how they are spread. By currency in order of the codes. */
export function summarizeAmounts(values: readonly Money[]): AmountSummary[] {
  const byCurrency = groupBy(
    values,
    ({ currency }) => currency,
    ({ amount }) => amount,
  );
  return [...byCurrency]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, amounts]) =>
      summarize(
        currency,
        amounts.sort((a, b) => a - b),
      ),
    );
}

function summarize(currency: string, sorted: readonly number[]): AmountSummary {
  // In cents, so that a sum has none that no amount had.
  const cents = sorted.reduce((sum, amount) => sum + Math.round(amount * 100), 0);
  return {
    currency,
    n: sorted.length,
    sum: cents / 100,
    least: quantile(sorted, 0),
    lowerQuartile: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    upperQuartile: quantile(sorted, 0.75),
    most: quantile(sorted, 1),
  };
}

/** Between two values, the share of the way from one to the other (Hyndman and Fan's type 7, as spreadsheets do), in whole cents. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [low = 0, high = low] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return Math.round((low + (high - low) * (place - Math.floor(place))) * 100) / 100;
}
