import type { RegistryRow } from "../../../shared/feed/supplier-row.ts";
import { comparedFields } from "../../../shared/registry/compare-registries.ts";
import { hashJson } from "../../../shared/values/hash.ts";
import type { RegistryNotes, RowPlace } from "./registry-notes.ts";

/** The suppliers of a file, each once. */
export interface Suppliers {
  add(row: RegistryRow, place: RowPlace): void;
  rows(): RegistryRow[];
}

/**
 * Gathers rows by number and name. Registries often give a supplier a row for each of its activities: those are one. Two companies of one name
 * and no number are told apart by their RFC; of other rows that share both, the first counts.
 */
export function gatherSuppliers(notes: RegistryNotes): Suppliers {
  const found = new Map<string, { row: RegistryRow; place: RowPlace }>();
  return {
    add: (given, place) => {
      const twin = found.get(given.id);
      const row = twin === undefined || !isOther(twin.row, given) ? given : withOwnId(given);
      const first = found.get(row.id);
      if (first === undefined) {
        found.set(row.id, { row, place });
        return;
      }
      const activities = [...new Set([...first.row.activities, ...row.activities])];
      first.row = { ...first.row, activities };
      const differing = comparedFields.filter(
        (field) =>
          field !== "activities" && row[field] !== undefined && row[field] !== first.row[field],
      );
      if (differing.length === 0) notes.count("further rows of a supplier, with its activities");
      else {
        notes.notTaken(
          place,
          `it has the number and name of the row ${first.place.row} and another ${differing.join(", ")}; the first row counts`,
        );
      }
    },
    rows: () => [...found.values()].map(({ row }) => row),
  };
}

function isOther(one: RegistryRow, other: RegistryRow): boolean {
  return one.rfc !== undefined && other.rfc !== undefined && one.rfc !== other.rfc;
}

/** Only a company's row has an RFC, which is published. */
function withOwnId(row: RegistryRow): RegistryRow {
  return { ...row, id: hashJson([row.id, row.rfc ?? null]).slice(0, 16) };
}
