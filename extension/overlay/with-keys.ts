/** Items with a key of their own each, for what has no id: of equal ones the second is called `… 2`. */
export function withKeys<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): { key: string; item: Item }[] {
  const counts = new Map<string, number>();
  return items.map((item) => {
    const name = keyOf(item);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return { key: count === 1 ? name : `${name} ${count}`, item };
  });
}
