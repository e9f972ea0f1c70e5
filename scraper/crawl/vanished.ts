import type { PortalProfile } from "../../shared/portal/profile.ts";
import { procedureUrl } from "../../shared/portal/read-record.ts";
import type { Procedimiento } from "../../shared/portal/records.ts";
import { type DetailCounts, type DetailsTask, readDetails } from "./details.ts";

/**
 * Asks the portal for each procedure that was there before and is not on the list now. One whose page is still there is read like
 * the others; one that the portal says it has no longer is withdrawn; one that cannot be had for another reason is skipped,
 * and nothing is concluded.
 *
 * @param listed every procedure on the list; undefined where the list was not read to its end, so that nothing is missed.
 */
export async function checkVanished(
  listed: ReadonlySet<string> | undefined,
  task: DetailsTask,
): Promise<{ details: DetailCounts; withdrawn: number }> {
  const missing = (listed === undefined ? [] : task.sink.present())
    .filter((id) => !listed?.has(id) && !task.sink.alreadyRead.has(id))
    .map((id) => unknownEntry(id, task.profile));
  let withdrawn = 0;
  const details = await readDetails(missing, {
    ...task,
    onGone: (id, saidAt) => {
      task.sink.withdraw(id, saidAt);
      withdrawn += 1;
    },
  });
  return { details, withdrawn };
}

/** What the list says of a procedure that is not on it: nothing. */
function unknownEntry(id: string, profile: PortalProfile): Procedimiento {
  const url = procedureUrl(profile, id);
  return { id, url, anexos: [], original: {}, desconocidos: [], problemas: [] };
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
  };
}
