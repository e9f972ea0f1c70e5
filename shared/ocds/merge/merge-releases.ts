import { defaultMergeRules } from "./default-rules.ts";
import { getField, isJsonObject, type JsonObject, setField } from "./json.ts";
import { type MergeOptions, type MergeWriter, startMergeWalk } from "./merge-walk.ts";
import { orderReleases } from "./order-releases.ts";

/**
 * Merges the releases of one process into its compiled release, as OCDS 1.1 has it ("Merging") and its reference implementation
 * does: the latest value of each field, without those that were last null. An object that held only nulls stays, empty; null over
 * an object or a list of objects removes all of it.
 *
 * Its `id` is the `ocid` and the latest `date` with a dash between, `tag` is `["compiled"]`. Where `ocid` or `date` is missing, `id`
 * says `None`, as the reference implementation writes it, so that both give one id to one release.
 *
 * The releases are left as they are; values that are taken whole are shared with them, not copied.
 *
 * Throws a `MergeError`: releases that are no objects or have no order, a field that changes between object, list of objects and value.
 *
 * @param releases of one `ocid`, at least one, in any order.
 */
export function mergeReleases(
  releases: readonly unknown[],
  options: MergeOptions = {},
): JsonObject {
  const ordered = orderReleases(releases);
  const latest = ordered.at(-1);
  if (latest === undefined) throw new RangeError("mergeReleases: no release given");
  const { rules = defaultMergeRules, onDuplicateId } = options;

  const compiled: JsonObject = { tag: ["compiled"] };
  const nulls: [target: JsonObject, key: string][] = [];
  const walk = startMergeWalk(compiledWriter(nulls), latest.ocid, onDuplicateId);
  for (const { tag, ...release } of ordered) {
    const { ocid = null, date = null } = release;
    // A schema that does not omit `id` or `date` has the release's own values put over these.
    compiled.id = `${String(ocid ?? "None")}-${String(date ?? "None")}`;
    compiled.date = date;
    compiled.ocid = ocid;
    walk.mergeObject(compiled, release, rules);
  }
  for (const key of ["date", "ocid"]) nulls.push([compiled, key]);
  for (const [target, key] of nulls) if (target[key] === null) delete target[key];
  return compiled;
}

/** @param nulls is told where null was written: it holds the field's place until the end, in case that a later release fills it. */
function compiledWriter(nulls: [target: JsonObject, key: string][]): MergeWriter {
  return {
    writeValue: (walk, target, key, value, isWhole) => {
      if (value === null) {
        nulls.push([target, key]);
      } else if (!isWhole) {
        const existing = getField(target, key);
        const isObjects = walk.isMergedList(existing);
        // A list that holds other than objects, here or before, is replaced whole, whatever was in it.
        if (isJsonObject(existing) || (isObjects && !Array.isArray(value))) {
          throw walk.inconsistent(key, existing, value);
        }
      }
      setField(target, key, value);
    },
    isVacant: (_walk, existing, made) =>
      existing === null || (Array.isArray(existing) && Array.isArray(made)),
  };
}
