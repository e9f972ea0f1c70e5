import type { RegistryChange } from "../feed/registry-change.ts";
import type { RegistryRow } from "../feed/supplier-row.ts";
import { comparedFields, type RegistryDifference } from "../registry/compare-registries.ts";
import { dropUndefined } from "../values/present.ts";

/** A difference as it is published, but for when and from where. */
export type DescribedDifference = Pick<
  RegistryChange,
  "change" | "id" | "formerId" | "name" | "rfc" | "before" | "after"
>;

export function describeDifference(difference: RegistryDifference): DescribedDifference {
  const { change } = difference;
  if (change === "added") {
    return { change, ...nameOf(difference.after), after: fieldsOf(difference.after) };
  }
  if (change === "removed") {
    return { change, ...nameOf(difference.before), before: fieldsOf(difference.before) };
  }
  const { before, after } = difference;
  const changed = comparedFields.filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  const side = (row: RegistryRow) =>
    Object.fromEntries(changed.map((field) => [field, row[field] ?? null]));
  return dropUndefined<DescribedDifference>({
    change,
    ...nameOf(after),
    formerId: before.id === after.id ? undefined : before.id,
    before: side(before),
    after: side(after),
  });
}

function nameOf({ id, name, rfc }: RegistryRow): Pick<RegistryChange, "id" | "name" | "rfc"> {
  return dropUndefined<Pick<RegistryChange, "id" | "name" | "rfc">>({ id, name, rfc });
}

function fieldsOf(row: RegistryRow): NonNullable<RegistryChange["after"]> {
  return Object.fromEntries(
    comparedFields.flatMap((field) => {
      const value = row[field];
      return value === undefined ? [] : [[field, value]];
    }),
  );
}
