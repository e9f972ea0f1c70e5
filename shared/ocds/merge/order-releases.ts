import {
  MissingDateError,
  NonObjectReleaseError,
  NonStringDateError,
  NullDateError,
} from "./errors.ts";
import { isJsonObject, type JsonObject } from "./json.ts";

/**
 * The releases of one process by their `date`, compared as text; of two with one date the first given stays first.
 *
 * A lone release needs no date. Throws `NonObjectReleaseError`, and where there are several `MissingDateError`,
 * `NullDateError` or `NonStringDateError`.
 */
export function orderReleases(releases: readonly unknown[]): JsonObject[] {
  const objects = releases.map((release, i) => {
    if (isJsonObject(release)) return release;
    const kind = release === null ? "null" : Array.isArray(release) ? "a list" : typeof release;
    throw new NonObjectReleaseError(`release ${i + 1} is not an object but ${kind}`);
  });
  if (objects.length < 2) return objects;
  const fault = (isFaulty: (date: unknown) => boolean): string | undefined => {
    const i = objects.findIndex(({ date }) => isFaulty(date));
    if (i < 0) return undefined;
    const { ocid, id } = objects[i] ?? {};
    return `release ${i + 1} of ${objects.length} (ocid ${shown(ocid)}, id ${shown(id)})`;
  };
  const missing = fault((date) => date === undefined);
  if (missing) throw new MissingDateError(`${missing} has no date; several releases need one each`);
  const empty = fault((date) => date === null);
  if (empty) throw new NullDateError(`${empty} has null for its date`);
  const wrong = fault((date) => typeof date !== "string");
  if (wrong) throw new NonStringDateError(`${wrong} has a date that is no string`);
  return objects.sort((a, b) => compareText(String(a.date), String(b.date)));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? "missing";
}
