import { setImmediate as macrotask } from "node:timers/promises";

/**
 * A gate that lets through one caller at a time, of those who wait the one with the least rank, and waits until its work is done: one that
 * takes longer is not overtaken. Between two of them, what follows from the first is done: its page is read, and the next request is at
 * the gate.
 */
export function earliestFirst(): <Result>(
  rank: number,
  work: () => Promise<Result>,
) => Promise<Result> {
  const waiting: { rank: number; go: () => Promise<unknown> }[] = [];
  let isOpen = false;
  const letThrough = async (): Promise<void> => {
    isOpen = true;
    while (waiting.length > 0) {
      await macrotask();
      await macrotask();
      waiting.sort((a, b) => b.rank - a.rank);
      await waiting.pop()?.go();
    }
    isOpen = false;
  };
  return (rank, work) =>
    new Promise((resolve, reject) => {
      waiting.push({ rank, go: () => work().then(resolve, reject) });
      if (!isOpen) void letThrough();
    });
}
