import { NonObjectReleaseError } from "../../shared/ocds/merge/errors.ts";
import { isJsonObject } from "../../shared/ocds/merge/json.ts";
import { StopRunError } from "../errors.ts";

/**
 * Releases by their `ocid`, in the order in which each was first seen. Releases that all lack an `ocid` are taken for one process.
 *
 * Throws `NonObjectReleaseError`, and `StopRunError` where some releases lack an `ocid` and others do not.
 */
export function groupReleases(releases: readonly unknown[]): unknown[][] {
  const groups = new Map<unknown, unknown[]>();
  for (const [i, release] of releases.entries()) {
    if (!isJsonObject(release)) {
      throw new NonObjectReleaseError(`release ${i + 1} is not an object but ${shown(release)}`);
    }
    const ocid = release.ocid ?? undefined;
    const group = groups.get(ocid);
    if (group) group.push(release);
    else groups.set(ocid, [release]);
  }
  const without = groups.get(undefined);
  if (without && groups.size > 1) {
    const number = releases.indexOf(without[0]) + 1;
    throw new StopRunError(`release ${number} has no ocid, so it is not known where it belongs`);
  }
  return [...groups.values()];
}

function shown(value: unknown): string {
  return Array.isArray(value) ? "a list" : JSON.stringify(value);
}
