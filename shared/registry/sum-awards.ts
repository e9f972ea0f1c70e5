import { maxWinners, type ProcessAwards } from "../feed/process-awards.ts";
import type { ProcessDetails } from "../feed/process-details.ts";
import { dropUndefined } from "../values/present.ts";

/** What a procedure's awards come to; undefined where none is told. */
export function sumAwards({ id, awards, counts }: ProcessDetails): ProcessAwards | undefined {
  if (awards.length === 0) return undefined;
  const winners = new Map(
    awards.flatMap(({ suppliers }) => suppliers.map(({ party, name }) => [party, name] as const)),
  );
  return dropUndefined<ProcessAwards>({
    id,
    awards: counts.awards,
    winnerCount: winners.size,
    winners: [...winners].slice(0, maxWinners).map(([party, name]) => ({ party, name })),
    value: sumValues(awards, counts.awards),
  });
}

function sumValues(awards: ProcessDetails["awards"], count: number): ProcessAwards["value"] {
  const [first] = awards;
  if (first?.value === undefined || awards.length < count) return undefined;
  const { currency } = first.value;
  let cents = 0;
  for (const { value } of awards) {
    if (value === undefined || value.currency !== currency) return undefined;
    cents += Math.round(value.amount * 100);
  }
  return { amount: cents / 100, currency };
}
