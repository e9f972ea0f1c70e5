import { InconsistentTypeError } from "./errors.ts";
import { getField, isJsonObject, type JsonObject, setField } from "./json.ts";
import type { MergeRules } from "./rules.ts";

/** An `id` by which the objects of a list are told apart: 1 and "1" are two. */
type ItemId = string | number | boolean;

/** Two objects of one list in one release have the same `id`; where both say something of a field, the last one counts. */
export interface DuplicateId {
  readonly ocid: unknown;
  /** The list, such as `tender/items`. */
  readonly path: string;
  readonly id: ItemId;
}

export interface MergeOptions {
  /** Those of OCDS 1.1.5 with this project's extensions unless given. */
  readonly rules?: MergeRules;
  /** Told of every duplicate; without it they pass in silence. */
  readonly onDuplicateId?: (duplicate: DuplicateId) => void;
}

/** Puts a value that is taken whole into the merged release: a literal, null, or a list that does not merge by `id`. */
type WriteValue = (
  walk: MergeWalk,
  target: JsonObject,
  key: string,
  value: unknown,
  /** Whether the rules say so; whatever stands there then was taken whole too. */
  isWhole: boolean,
) => void;

interface Item {
  readonly node: JsonObject;
  /** Which visit of a list saw the item last: seen twice in one visit, its `id` is a duplicate. */
  visit: number;
}

/** What decides how a merged release is written: the compiled one keeps the latest value, the versioned one all of them. */
export interface MergeWriter {
  readonly writeValue: WriteValue;
  /** Whether an object or a list of objects may take the place of this value of the output. */
  readonly isVacant: (
    walk: MergeWalk,
    existing: unknown,
    made: JsonObject | JsonObject[],
  ) => boolean;
}

/** What the output of a merge knows of itself while releases are laid over it, one by one. */
export interface MergeWalk {
  /** Lays an object over another; returns whether it said anything. */
  mergeObject(target: JsonObject, source: JsonObject, rules: MergeRules | undefined): boolean;
  /** Whether a value in the output is a list of objects that merges by `id`. */
  isMergedList(value: unknown): boolean;
  /** Whether the object being merged repeats an `id` of its list, so that it overrules what its release said before. */
  isDuplicate(): boolean;
  /** The error for a field of the object being merged that holds one thing and cannot become another. */
  inconsistent(key: string, existing: unknown, incoming: unknown): InconsistentTypeError;
}

/**
 * Starts a merge. Objects merge field by field, lists of objects by `id`, and `writeValue` does the rest; objects and lists
 * that are or hold nothing add nothing.
 *
 * @param ocid of the process, for warnings and errors.
 */
export function startMergeWalk(
  { writeValue, isVacant }: MergeWriter,
  ocid: unknown,
  onDuplicateId: MergeOptions["onDuplicateId"],
): MergeWalk {
  const lists = new Map<unknown, Map<ItemId, Item>>();
  const path: string[] = [];
  let visits = 0;
  let isDuplicate = false;

  const walk: MergeWalk = {
    mergeObject: (target, source, rules) => mergeFields(target, source, rules, false),
    isMergedList: (value) => lists.has(value),
    isDuplicate: () => isDuplicate,
    inconsistent: (key, existing, incoming) => inconsistent([...path, key], existing, incoming),
  };

  function inconsistent(steps: readonly string[], existing: unknown, incoming: unknown) {
    const [before, after] = [existing, incoming].map((value) => kindOf(value, lists.has(value)));
    return new InconsistentTypeError(
      `${String(ocid)}: ${steps.join("/")} holds ${before} and cannot become ${after}`,
    );
  }

  function mergeFields(
    target: JsonObject,
    source: JsonObject,
    rules: MergeRules | undefined,
    isItem: boolean,
  ): boolean {
    let saysAnything = false;
    for (const key of Object.keys(source)) {
      const value = source[key];
      const fieldRules = rules?.fields.get(key);
      if (fieldRules?.strategy === "omit") continue;
      if (isItem && key === "id") {
        // It was set when the item was made, and is the one thing of it that never changes.
        saysAnything = true;
      } else if (fieldRules?.strategy === "whole" || isValue(value)) {
        writeValue(walk, target, key, value, fieldRules?.strategy === "whole");
        saysAnything = true;
      } else {
        path.push(key);
        const said = Array.isArray(value)
          ? mergeList(target, key, value, fieldRules)
          : isJsonObject(value) && mergeField(target, key, value, fieldRules);
        path.pop();
        saysAnything ||= said;
      }
    }
    return saysAnything;
  }

  function mergeField(
    target: JsonObject,
    key: string,
    source: JsonObject,
    rules: MergeRules | undefined,
  ): boolean {
    const existing = getField(target, key);
    if (isJsonObject(existing)) return mergeFields(existing, source, rules, false);
    const made: JsonObject = {};
    return mergeFields(made, source, rules, false) && place(target, key, made, existing);
  }

  function mergeList(
    target: JsonObject,
    key: string,
    items: readonly JsonObject[],
    rules: MergeRules | undefined,
  ): boolean {
    const existing = getField(target, key);
    const known = lists.get(existing);
    if (known && Array.isArray(existing)) return mergeItems(existing, known, items, rules);
    const made: JsonObject[] = [];
    const index = new Map<ItemId, Item>();
    if (!mergeItems(made, index, items, rules)) return false;
    lists.set(made, index);
    return place(target, key, made, existing);
  }

  function mergeItems(
    list: JsonObject[],
    index: Map<ItemId, Item>,
    items: readonly JsonObject[],
    rules: MergeRules | undefined,
  ): boolean {
    visits += 1;
    const visit = visits;
    let saysAnything = false;
    for (const item of items) {
      const id = item.id;
      const isIdentified = isItemId(id);
      const before = isIdentified ? index.get(id) : undefined;
      if (before) {
        const wasDuplicate = isDuplicate;
        if (before.visit === visit && isIdentified) {
          isDuplicate = true;
          onDuplicateId?.({ ocid, path: path.join("/"), id });
        }
        before.visit = visit;
        mergeFields(before.node, item, rules, true);
        isDuplicate = wasDuplicate;
        saysAnything = true;
        continue;
      }
      const node: JsonObject = isIdentified ? { id } : {};
      if (!mergeFields(node, item, rules, isIdentified)) continue;
      list.push(node);
      if (isIdentified) index.set(id, { node, visit });
      saysAnything = true;
    }
    return saysAnything;
  }

  function place(
    target: JsonObject,
    key: string,
    made: JsonObject | JsonObject[],
    existing: unknown,
  ): true {
    if (existing !== undefined) {
      if (!isVacant(walk, existing, made)) throw inconsistent(path, existing, made);
      // Fields stand in the order in which they came to hold something.
      delete target[key];
    }
    setField(target, key, made);
    return true;
  }

  return walk;
}

/** Whether a field is a literal or a list that holds other than objects: it has no parts that merge. */
function isValue(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (!Array.isArray(value)) return false;
  for (const item of value) if (!isJsonObject(item)) return true;
  return false;
}

function isItemId(id: unknown): id is ItemId {
  return typeof id === "string" || typeof id === "number" || typeof id === "boolean";
}

function kindOf(value: unknown, isMergedList: boolean): string {
  if (isMergedList) return "a list of objects";
  if (Array.isArray(value)) return "a list";
  return isJsonObject(value) ? "an object" : JSON.stringify(value);
}
