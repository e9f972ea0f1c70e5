/** Records that a run holds back until it knows enough to judge whether what they say can be true. */
export interface Probation<Item> {
  /** Passes an item on, once the first of them have been judged. Throws what `judge` throws; what is held back is then lost. */
  add(item: Item): void;
  /** Judges and passes on what is held back, where fewer came than are waited for. */
  end(): void;
}

/** So many pages show whether a portal's texts can be true; few enough to be lost where a run is killed, since the next one reads them again. */
export const enoughToJudge = 10;

/** @param wanted items are waited for before the first is passed on. @param judge throws where what was read until now cannot be true. */
export function openProbation<Item>(
  wanted: number,
  judge: () => void,
  pass: (item: Item) => void,
): Probation<Item> {
  let held: Item[] | undefined = [];
  const release = (): void => {
    const items = held ?? [];
    held = undefined;
    for (const item of items) pass(item);
  };
  return {
    add: (item) => {
      if (held !== undefined && held.length + 1 < wanted) {
        held.push(item);
        return;
      }
      judge();
      release();
      pass(item);
    },
    end: () => {
      if (held === undefined) return;
      judge();
      release();
    },
  };
}
