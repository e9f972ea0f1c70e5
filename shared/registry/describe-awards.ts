import { type Money, summarizeAmounts } from "./summarize-amounts.ts";

/** How many awards there are, of how many the amount is told, and how those amounts are spread. */
export function describeAwards(awards: readonly { value: Money | undefined }[]) {
  const values = awards.flatMap(({ value }) => value ?? []);
  return { awards: awards.length, withAmount: values.length, amounts: summarizeAmounts(values) };
}
