/** Values by the key of what they are picked from, in the order in which they came. */
export function groupBy<Item, Value>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  pick: (item: Item) => Value,
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const item of items) {
    const known = groups.get(keyOf(item));
    if (known) known.push(pick(item));
    else groups.set(keyOf(item), [pick(item)]);
  }
  return groups;
}
