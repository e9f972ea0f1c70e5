/** One measured figure with its goal, as PERFORMANCE goals are numbered: a ratio of two things measured in one run. */
export interface Figure {
  name: string;
  value: number;
  unit: "ratio" | "MB" | "ms" | "KB";
  /** The figure should be at most this, or at least. */
  goal: number;
  atLeast?: true;
  /** What the ratio is of, for people: "82 ms / 190 ms". */
  detail: string;
}

/** The middle value; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  if (low === undefined || high === undefined) throw new RangeError("median of nothing");
  return (low + high) / 2;
}

/**
 * Runs both sides in turn, `rounds` times after a warm-up, so that what disturbs the machine disturbs both. Returns the median of
 * each in milliseconds.
 */
export async function interleave(
  rounds: number,
  a: () => unknown,
  b: () => unknown,
): Promise<{ a: number; b: number }> {
  const times = { a: [] as number[], b: [] as number[] };
  for (let round = -1; round < rounds; round += 1) {
    const timeA = await timeOf(a);
    const timeB = await timeOf(b);
    if (round < 0) continue;
    times.a.push(timeA);
    times.b.push(timeB);
  }
  return { a: median(times.a), b: median(times.b) };
}

/** Milliseconds that a step takes. */
export async function timeOf(step: () => unknown): Promise<number> {
  const start = performance.now();
  await step();
  return performance.now() - start;
}

/** A table for people, then a JSON line a figure. */
export function printFigures(figures: readonly Figure[]): void {
  const rows = figures.map((figure) => [
    figure.name,
    round(figure.value),
    `${figure.atLeast ? "≥" : "≤"} ${figure.goal}`,
    isMet(figure) ? "met" : "MISSED",
    figure.detail,
  ]);
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  for (const row of rows) {
    const cells = row.map((cell, column) => cell.padEnd(widths[column] ?? 0));
    process.stdout.write(`${cells.join("  ").trimEnd()}\n`);
  }
  for (const figure of figures) {
    process.stdout.write(`${JSON.stringify({ ...figure, met: isMet(figure) })}\n`);
  }
}

function isMet({ value, goal, atLeast }: Figure): boolean {
  return atLeast ? value >= goal : value <= goal;
}

function round(value: number): string {
  return value >= 10 ? value.toFixed(0) : value.toFixed(3);
}
