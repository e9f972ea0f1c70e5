import { type DetailCounts, type DetailsTask, readDetails } from "./details.ts";
import type { PlannedPage, ReadingPlan } from "./plan-reading.ts";
import { type ReadingReason, readingReasons } from "./reading-rules.ts";
import type { RunSource } from "./run-source.ts";
import type { ScrapeSettings } from "./scrape.ts";
import { addCounts, checkVanished } from "./vanished.ts";

/** What came of a plan. */
export interface PlanOutcome {
  counts: DetailCounts & Readonly<Record<ReadingReason, number>> & PlanCounts;
  /** Listed procedures whose page was asked for. */
  listed: number;
}

interface PlanCounts {
  /** Pages that were asked for though they had not failed before. */
  tried: number;
  /** Procedures that the list does not show though the portal still has the page that was asked for. */
  unlisted: number;
  /** Procedures that vanished from the portal since the run before. */
  withdrawn: number;
}

/** A sample says something about the others from so many pages on. */
const leastSample = 3;

/**
 * Reads the pages of a plan. Where most pages of the sample are not what they were, the list does
 * not tell what changes, and the pages of all other procedures are read too.
 */
export async function readPlan(
  plan: ReadingPlan,
  task: DetailsTask,
  source: RunSource,
  { reporter }: Pick<ScrapeSettings, "reporter">,
): Promise<PlanOutcome> {
  const isAsked = (isDue: boolean) => {
    return ({ procedimiento: { id } }: PlannedPage) => source.reads(id, isDue);
  };
  const readBatch = async <Result>(
    pages: readonly PlannedPage[],
    read: (task: DetailsTask) => Promise<Result>,
  ): Promise<Result> => {
    if (pages.length === 0) return read(task);
    const progress = reporter.progress("Procedures", pages.length);
    const onPage: DetailsTask["onPage"] = (url, skipped) => {
      source.judged(url);
      progress.tick();
      if (skipped !== undefined) reporter.warn("Skipped", { reason: skipped });
    };
    return read({ ...task, onPage }).finally(() => progress.stop());
  };

  const chosen = plan.chosen.filter(isAsked(true));
  reporter.event("The pages to be read are chosen", onlySome(countReasons(chosen)));
  const first = await readBatch(chosen, (batch) => readDetails(chosen, batch));
  const sampled = chosen.filter(({ reason }) => reason === "sample").length;
  const hasChanged = sampled >= leastSample && first.changedInSample * 2 > sampled;
  // A run that is done again by another reader has reasons of its own for what was read then.
  const rest = plan.rest
    .filter(isAsked(hasChanged))
    .map((page): PlannedPage => (hasChanged ? page : { ...page, reason: "reader" }));
  if (hasChanged) {
    reporter.warn("Pages have changed of which the list says nothing; all are read", {
      sampled,
      changed: first.changedInSample,
    });
  }
  const second = await readBatch(rest, (batch) => readDetails(rest, batch));
  const unlisted = plan.unlisted.filter(isAsked(true));
  const vanished = await readBatch(unlisted, (batch) => checkVanished(unlisted, batch));

  const pages = [...chosen, ...rest, ...unlisted];
  return {
    listed: chosen.length + rest.length,
    counts: {
      ...countReasons(pages),
      ...[first, second, vanished.details].reduce(addCounts),
      tried: pages.filter(({ reason }) => reason !== "retry").length,
      unlisted: vanished.details.read,
      withdrawn: vanished.withdrawn,
    },
  };
}

function countReasons(pages: readonly PlannedPage[]): Record<ReadingReason, number> {
  const zero = Object.fromEntries(readingReasons.map((reason) => [reason, 0]));
  // Every reason is a key.
  const counts = zero as Record<ReadingReason, number>;
  for (const { reason } of pages) counts[reason] += 1;
  return counts;
}

function onlySome(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}
