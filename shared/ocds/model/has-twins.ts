/**
 * Whether two items of a list are the same, whatever the order of their fields. Its time grows with the list, not with its square:
 * items with different identifiers are no twins, so only those that share one are compared whole.
 */
export function hasTwins(items: readonly unknown[]): boolean {
  if (items.length < 2) return false;
  const seen = new Set<unknown>();
  const shared = new Set<unknown>();
  for (const item of items) (seen.has(idOf(item)) ? shared : seen).add(idOf(item));
  if (shared.size === 0) return false;
  const alike = items.filter((item) => shared.has(idOf(item)));
  return new Set(alike.map((item) => JSON.stringify(item, sortFields))).size < alike.length;
}

/** Records are told apart by `ocid`, all else by `id`; what has neither shares undefined. */
function idOf(item: unknown): unknown {
  if (typeof item !== "object" || item === null) return item;
  return "id" in item ? item.id : "ocid" in item ? item.ocid : undefined;
}

function sortFields(_name: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
