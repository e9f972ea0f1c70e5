import { mergeReleases } from "./merge/merge-releases.ts";
import { CompiledRelease, type Release } from "./schema.ts";

/**
 * The state of a contracting process after its latest release: the standard's compiled release, without the objects in which
 * nulls have left nothing.
 *
 * Throws `RangeError` for releases of several processes, a `MergeError` or a `ZodError` for such as do not go together.
 *
 * @param releases all releases of one process, at least one, of one `ocid`, in any order.
 */
export function compileReleases(releases: readonly Release[]): CompiledRelease {
  if (releases.some(({ ocid }) => ocid !== releases[0]?.ocid)) {
    throw new RangeError("compileReleases: releases of more than one process given");
  }
  return CompiledRelease.parse(withoutEmptyObjects(mergeReleases(releases)));
}

function withoutEmptyObjects(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmptyObjects);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value)
    .map(([key, field]) => [key, withoutEmptyObjects(field)] as const)
    .filter(([, field]) => !isEmptyObject(field));
  return Object.fromEntries(fields);
}

function isEmptyObject(value: unknown): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length === 0
  );
}
