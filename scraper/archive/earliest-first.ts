import { setImmediate as macrotask } from "node:timers/promises";

/**
 * A gate that lets through one caller at a time, of those who wait the one with the least rank. Between two of them, what follows from the
 * first is done: its page is read, and the next request is at the gate.
 */
export function earliestFirst(): (rank: number) => Promise<void> {
  const waiting: { rank: number; go: () => void }[] = [];
  let isOpen = false;
  const letThrough = async (): Promise<void> => {
    isOpen = true;
    while (waiting.length > 0) {
      await macrotask();
      await macrotask();
      waiting.sort((a, b) => b.rank - a.rank);
      waiting.pop()?.go();
    }
    isOpen = false;
  };
  return (rank) =>
    new Promise((go) => {
      waiting.push({ rank, go });
      if (!isOpen) void letThrough();
    });
}
