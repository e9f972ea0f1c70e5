import { InvalidRecordError, PageChangedError } from "../../shared/portal/errors.ts";
import {
  describeError,
  exitCodes,
  PageGoneError,
  RetryableFetchError,
  SkipPageError,
  StopRunError,
} from "../errors.ts";
import { areMost } from "./are-most.ts";
import type { DetailCounts, DetailsTask } from "./details.ts";
import type { PlannedPage } from "./plan-reading.ts";

/** Decides over whatever kept a page from being read: it is skipped, or the run stops. */
export function skipper(task: DetailsTask, tried: number, counts: DetailCounts) {
  const { listed, maxSkipShare } = task;
  let changed = 0;
  const stop = (what: string, example: string, cause: unknown): never => {
    throw new StopRunError(`${what}. The last one: ${example}`, {
      exitCode: changed * 2 > counts.skipped ? exitCodes.portalChanged : exitCodes.failed,
      cause,
    });
  };
  return ({ procedimiento: { id, url }, reason }: PlannedPage) =>
    (error: unknown): undefined => {
      if (error instanceof PageGoneError && task.onGone) {
        task.onGone(id, error.saidAt);
        return undefined;
      }
      const isChange = error instanceof PageChangedError;
      const isSkippable =
        isChange ||
        error instanceof InvalidRecordError ||
        error instanceof SkipPageError ||
        error instanceof RetryableFetchError;
      if (!isSkippable) throw error;
      counts.skipped += 1;
      if (reason !== "retry") counts.failedAnew += 1;
      if (isChange) changed += 1;
      const message = describeError(error);
      task.sink.noteSkipped(id);
      task.findings.add("skippedPage", "procedimiento", error.name, message);
      task.onPage?.(url, message);
      if (counts.skipped > maxSkipShare * listed) {
        const allowed = Math.round(maxSkipShare * 1000) / 10;
        stop(
          `${counts.skipped} of ${listed} procedures could not be read, more than the ${allowed} % allowed by --max-skipped`,
          message,
          error,
        );
      }
      if (maxSkipShare < 1 && areMost(counts.failedAnew, tried)) {
        stop(
          `${counts.failedAnew} of the ${tried} procedures that this run reads could not be read, though they had not failed before`,
          message,
          error,
        );
      }
      return undefined;
    };
}
