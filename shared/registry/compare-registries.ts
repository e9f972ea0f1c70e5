import type { RegistryRow } from "../feed/supplier-row.ts";
import { nameKey } from "./fold-name.ts";

/** What happened to a supplier between two readings of one registry. */
export type RegistryDifference =
  | { change: "added"; after: RegistryRow }
  | { change: "removed"; before: RegistryRow }
  | { change: "changed"; before: RegistryRow; after: RegistryRow };

/** By what a supplier is found again, from the surest on; undefined where a row has it not. */
const keys: readonly ((row: RegistryRow) => string | undefined)[] = [
  ({ id }) => id,
  ({ rfc }) => rfc,
  ({ registryNumber }) => registryNumber,
  ({ name }) => nameKey(name),
];

/**
 * What differs, in the order of the later reading and then, for those that are gone, of the earlier. A supplier is the same in both by its
 * number and name, else by its RFC, its number, or its name, where that belongs to no more than one in either.
 */
export function compareRegistries(
  before: readonly RegistryRow[],
  after: readonly RegistryRow[],
): RegistryDifference[] {
  const earlierOf = new Map<RegistryRow, RegistryRow>();
  let [gone, come] = [before, after];
  for (const key of keys) {
    const [earlier, later] = [onlyOnes(gone, key), onlyOnes(come, key)];
    for (const [value, row] of later) {
      const twin = earlier.get(value);
      if (twin !== undefined) earlierOf.set(row, twin);
    }
    const found = new Set(earlierOf.values());
    come = come.filter((row) => !earlierOf.has(row));
    gone = gone.filter((row) => !found.has(row));
  }
  return [
    ...after.flatMap((row): RegistryDifference[] => {
      const twin = earlierOf.get(row);
      if (twin === undefined) return [{ change: "added", after: row }];
      return isSame(twin, row) ? [] : [{ change: "changed", before: twin, after: row }];
    }),
    ...gone.map((row): RegistryDifference => ({ change: "removed", before: row })),
  ];
}

/** The rows whose key no other row has, by that key. */
function onlyOnes(
  rows: readonly RegistryRow[],
  key: (row: RegistryRow) => string | undefined,
): Map<string, RegistryRow> {
  const found = new Map<string, RegistryRow>();
  const twice = new Set<string>();
  for (const row of rows) {
    const value = key(row);
    if (value === undefined) continue;
    if (found.has(value)) twice.add(value);
    found.set(value, row);
  }
  for (const value of twice) found.delete(value);
  return found;
}

/** The fields of a row in which two readings may differ; the id follows from them. */
export const comparedFields = [
  "registryNumber",
  "rfc",
  "name",
  "personType",
  "municipality",
  "activities",
  "registeredAt",
  "validUntil",
  "statusText",
] as const satisfies readonly (keyof RegistryRow)[];

function isSame(one: RegistryRow, other: RegistryRow): boolean {
  return comparedFields.every((field) => spell(one[field]) === spell(other[field]));
}

function spell(value: RegistryRow[(typeof comparedFields)[number]]): string {
  return JSON.stringify(value) ?? "";
}
