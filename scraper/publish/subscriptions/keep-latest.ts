/** What is told apart and put in order by one text, the later the greater; no two have the same. */
interface Ranked {
  rank: string;
}

/** Keeps the latest of what is added, in a bounded room. */
export interface Latest<Item extends Ranked> {
  add(item: Item): void;
  /** The earliest first. `isWhole` is false where earlier ones were left out for their number. */
  list(): { items: readonly Item[]; isWhole: boolean };
}

/** @param limit how many are kept. */
export function keepLatest<Item extends Ranked>(limit: number): Latest<Item> {
  let items: Item[] = [];
  let isWhole = true;
  const prune = (): void => {
    items.sort((a, b) => (a.rank < b.rank ? -1 : 1));
    if (items.length <= limit) return;
    items = items.slice(-limit);
    isWhole = false;
  };
  return {
    add: (item) => {
      items.push(item);
      if (items.length >= 2 * limit) prune();
    },
    list: () => {
      prune();
      return { items, isWhole };
    },
  };
}
