import type { ProfileCoverage } from "../feed/supplier-profile.ts";
import type { CompiledRelease } from "../ocds/schema.ts";
import { partsTaken, standingAwards } from "./who-took-part.ts";

/** The coverage of no process at all. */
export function emptyCoverage(): ProfileCoverage {
  return {
    processes: 0,
    withBidders: 0,
    withAwards: 0,
    awards: 0,
    awardsWithSupplier: 0,
    awardsWithAmount: 0,
    awardsShared: 0,
  };
}

/** Counts what is told of one more process. */
export function cover(coverage: ProfileCoverage, state: CompiledRelease): void {
  const awards = standingAwards(state);
  coverage.processes += 1;
  if ([...partsTaken(state).values()].some((own) => own.has("bid"))) coverage.withBidders += 1;
  if (awards.length > 0) coverage.withAwards += 1;
  for (const { suppliers, value } of awards) {
    coverage.awards += 1;
    if (suppliers.length > 0) coverage.awardsWithSupplier += 1;
    if (suppliers.length > 1) coverage.awardsShared += 1;
    if (value !== undefined) coverage.awardsWithAmount += 1;
  }
}
