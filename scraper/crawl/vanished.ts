import { listado } from "../../shared/portal/pages/listado.ts";
import type { Procedimiento } from "../../shared/portal/records.ts";
import { type DetailCounts, type DetailsTask, readDetails } from "./details.ts";
import type { PlannedPage } from "./plan-reading.ts";

/**
 * Asks the portal for procedures that are known and not on the list. One whose page is still there is read like the others; one that
 * the portal says it has no longer is withdrawn; one that cannot be had for another reason is skipped, and nothing is concluded.
 */
export async function checkVanished(
  pages: readonly PlannedPage[],
  task: DetailsTask,
): Promise<{ details: DetailCounts; withdrawn: number }> {
  let withdrawn = 0;
  const asked = pages.map((page) => ({
    ...page,
    procedimiento: withLastRow(page.procedimiento, task.sink.record(page.procedimiento.id)),
  }));
  const details = await readDetails(asked, {
    ...task,
    onGone: (id, saidAt) => {
      if (task.sink.withdraw(id, saidAt)) withdrawn += 1;
    },
  });
  return { details, withdrawn };
}

/** What only the list had said of a procedure nobody has taken back when the list does not show it any more; what the page prints wins all the same. */
function withLastRow(
  procedimiento: Procedimiento,
  known: Procedimiento | undefined,
): Procedimiento {
  if (known === undefined) return procedimiento;
  const { original, ...fields } = known;
  const ofList = <Value>(values: Record<string, Value>) =>
    Object.fromEntries(
      Object.entries(values).filter(([key]) => key in listado.fields && key !== "id"),
    );
  return { ...procedimiento, ...ofList(fields), original: ofList(original) };
}

/** What two parts of a run did together. */
export function addCounts(a: DetailCounts, b: DetailCounts): DetailCounts {
  return {
    read: a.read + b.read,
    skipped: a.skipped + b.skipped,
    added: a.added + b.added,
    changed: a.changed + b.changed,
    unchanged: a.unchanged + b.unchanged,
    setAside: a.setAside + b.setAside,
    failedAnew: a.failedAnew + b.failedAnew,
    changedInSample: a.changedInSample + b.changedInSample,
    notModified: a.notModified + b.notModified,
  };
}
