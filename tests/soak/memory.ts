import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collectGarbage: unknown = runInNewContext("gc");

/** What the process holds once its garbage is gone, in KB. */
export interface Held {
  heapKb: number;
  rssKb: number;
}

export function measureHeld(): Held {
  if (typeof collectGarbage !== "function") throw new Error("V8 gives no gc() away");
  collectGarbage();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heapKb: (heapUsed + external) / 1024, rssKb: rss / 1024 };
}

/** By how much a series grows from one value to the next: the slope of the line through it (least squares). */
export function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = values.reduce((sum, _value, index) => sum + (index - middle) ** 2, 0);
  const together = values.reduce((sum, value, index) => sum + (index - middle) * (value - mean), 0);
  return spread === 0 ? 0 : together / spread;
}
