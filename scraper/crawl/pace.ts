import { setTimeout as wait } from "node:timers/promises";

/** The pace of a polite visitor, whatever the number of requests that want to go out at once. */
export interface Pace {
  /** Lets its callers through in order, each at least the gap after the one before. */
  pass(signal?: AbortSignal): Promise<void>;
  /** The least time between two callers, in milliseconds. */
  gapMs(): number;
  /** Widens the gap; a gap that is wider already stays. Returns whether it was widened. */
  slowDown(gapMs: number): boolean;
  /** Lets nobody through for so long, not those either who wait already. */
  holdBack(ms: number): void;
}

/** What a timer can wait for at most, about 24 days. */
const longestWaitMs = 2 ** 31 - 1;

/** @param gapMs the least time between two callers to begin with. */
export function keepPace(gapMs: number): Pace {
  let gap = gapMs;
  let lastAt = Number.NEGATIVE_INFINITY;
  let heldUntil = Number.NEGATIVE_INFINITY;
  let line: Promise<void> = Promise.resolve();

  const rest = (): number => Math.max(lastAt + gap, heldUntil) - performance.now();
  const takeTurn = async (signal?: AbortSignal): Promise<void> => {
    // The clock has the last word: timers fire a little early, and what is asked for may change while one runs.
    for (let ms = rest(); ms > 0; ms = rest()) {
      const options = signal === undefined ? {} : { signal };
      await wait(Math.min(Math.ceil(ms), longestWaitMs), undefined, options);
    }
    lastAt = performance.now();
  };

  return {
    pass: (signal) => {
      const turn = line.then(() => takeTurn(signal));
      // One who gives up waiting makes way for the next.
      line = turn.catch(() => undefined);
      return turn;
    },
    gapMs: () => gap,
    slowDown: (wanted) => {
      if (!(wanted > gap)) return false;
      gap = wanted;
      return true;
    },
    holdBack: (ms) => {
      heldUntil = Math.max(heldUntil, performance.now() + ms);
    },
  };
}
