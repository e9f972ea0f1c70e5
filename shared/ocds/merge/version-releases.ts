import { defaultMergeRules } from "./default-rules.ts";
import { equalJson, getField, isJsonObject, type JsonObject, setField } from "./json.ts";
import {
  type MergeOptions,
  type MergeWalk,
  type MergeWriter,
  startMergeWalk,
} from "./merge-walk.ts";
import { orderReleases } from "./order-releases.ts";

/** A value and the release that said it; what the release lacks is null. */
interface VersionedValue {
  releaseID: unknown;
  releaseDate: unknown;
  releaseTag: unknown;
  value: unknown;
}

/**
 * Merges the releases of one process into its versioned release, as OCDS 1.1 has it ("Merging"): in place of each value the list
 * of all that it has been, from the first, a `VersionedValue` for each change. null is recorded as a value; null over an object or a
 * list of objects is recorded for every field in it. `ocid` and the `id` of a list's objects are not versioned.
 *
 * The releases are left as they are; values that are taken whole are shared with them, not copied.
 *
 * Throws a `MergeError`: releases that are no objects or have no order, a field that changes between object, list of objects and value.
 *
 * @param releases of one `ocid`, at least one, in any order.
 */
export function versionReleases(
  releases: readonly unknown[],
  options: MergeOptions = {},
): JsonObject {
  const ordered = orderReleases(releases);
  const latest = ordered.at(-1);
  if (latest === undefined) throw new RangeError("versionReleases: no release given");
  const { rules = defaultMergeRules, onDuplicateId } = options;

  const versioned: JsonObject = { ocid: null };
  const source: Source = { releaseID: null, releaseDate: null, releaseTag: null };
  const walk = startMergeWalk(versionedWriter(source), latest.ocid, onDuplicateId);
  for (const { ocid = null, tag = null, ...release } of ordered) {
    source.releaseID = release.id ?? null;
    source.releaseDate = release.date ?? null;
    source.releaseTag = tag;
    versioned.ocid = ocid;
    walk.mergeObject(versioned, release, rules);
  }
  if (versioned.ocid === null) delete versioned.ocid;
  return versioned;
}

type Source = Omit<VersionedValue, "value">;

/** @param source the release being merged; its fields change as the merge goes on. */
function versionedWriter(source: Source): MergeWriter {
  // Spelled out, since a spread is several times as slow and this is done for every value.
  const versionOf = (value: unknown): VersionedValue => ({
    releaseID: source.releaseID,
    releaseDate: source.releaseDate,
    releaseTag: source.releaseTag,
    value,
  });

  function append(walk: MergeWalk, history: VersionedValue[], value: unknown): void {
    // What a duplicate says overrules what its own release said before it: that was never the state of the process.
    if (walk.isDuplicate() && isFrom(history.at(-1), source)) history.pop();
    const last = history.at(-1);
    if (last === undefined || !equalJson(last.value, value)) history.push(versionOf(value));
  }

  function forget(walk: MergeWalk, node: JsonObject): void {
    for (const field of Object.values(node)) {
      if (isHistory(walk, field)) append(walk, field, null);
      else if (Array.isArray(field)) for (const item of field) forget(walk, item);
      else if (isJsonObject(field)) forget(walk, field);
    }
  }

  return {
    writeValue: (walk, target, key, value) => {
      const existing = getField(target, key);
      if (existing === undefined) setField(target, key, [versionOf(value)]);
      else if (isHistory(walk, existing)) append(walk, existing, value);
      else if (value === null) forget(walk, { [key]: existing });
      else throw walk.inconsistent(key, existing, value);
    },
    // Null where nothing has ever been says nothing of the object that now comes.
    isVacant: (walk, existing) =>
      isHistory(walk, existing) && existing.every(({ value }) => value === null),
  };
}

/** In a versioned release, a list is either one that merges by `id` or the history of a value. */
function isHistory(walk: MergeWalk, value: unknown): value is VersionedValue[] {
  return Array.isArray(value) && !walk.isMergedList(value);
}

function isFrom(version: VersionedValue | undefined, source: Source): boolean {
  return (
    version !== undefined &&
    version.releaseID === source.releaseID &&
    version.releaseDate === source.releaseDate &&
    version.releaseTag === source.releaseTag
  );
}
