/** Values by the key of what they are picked from, in the order in which they came. */
export function groupBy<Item, Value>(
  items: Iterable<Item>,
  keyOf: (item: Item) => string,
  pick: (item: Item) => Value,
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known) known.push(pick(item));
    else groups.set(key, [pick(item)]);
  }
  return groups;
}
