import type { Page } from "playwright-core";
import { type Figure, median } from "./figures.ts";
import { listAddress, type OverlayStage, raiseOverlay } from "./overlay-stage.ts";

const sizes = [1_000, 10_000, 100_000] as const;
const rounds = 5;

/** P8 and P9: a cold open over Dexie's `toArray` of the same rows, and the memory of what it holds then. */
export async function opening(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const size of sizes) {
    process.stderr.write(`opening: ${size} procedures …\n`);
    const stage = await raiseOverlay(size);
    try {
      figures.push(await timeOpening(stage, size), await weigh(stage, size));
    } finally {
      await stage.strike();
    }
  }
  return figures;
}

/** Both sides in a new page each round, so that nothing is left in memory from the last. */
async function timeOpening(stage: OverlayStage, size: number): Promise<Figure> {
  const writer = await stage.openInside();
  await writer.evaluate(() => globalThis.inExtension.writeSingles());
  await writer.close();
  const cold: number[] = [];
  const toArray: number[] = [];
  const seen: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const inside = await stage.openInside();
    const times = await inside.evaluate(() => globalThis.inExtension.open());
    if (times.rows !== size) throw new Error(`${times.rows} rows instead of ${size}`);
    cold.push(times.cold);
    toArray.push(times.toArray);
    seen.push(await timeOverlay(stage, inside));
    await inside.close();
  }
  return {
    name: `P8 cold open over Dexie's toArray, ${size.toLocaleString("en")}`,
    value: median(cold) / median(toArray),
    unit: "ratio",
    goal: 0.25,
    detail: `${median(cold).toFixed(0)} ms / ${median(toArray).toFixed(0)} ms; ${median(seen).toFixed(0)} ms from the overlay's appearance to its first count, the worker's own start included`,
  };
}

/** Milliseconds from the overlay's appearance on the list to its first count, where the worker was not running. */
async function timeOverlay(stage: OverlayStage, inside: Page): Promise<number> {
  const session = await stage.context.newCDPSession(inside);
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  const page = await stage.context.newPage();
  await page.goto(listAddress);
  const appeared = await page.evaluate(() => performance.now());
  await page.getByText(/ de [\d,]+ procedimientos$/).waitFor();
  const counted = await page.evaluate(() => performance.now());
  await page.close();
  return counted - appeared;
}

/** What the heap of a page of the extension grows by, buffers included, when it loads rows and index. */
async function weigh(stage: OverlayStage, size: number): Promise<Figure> {
  const inside = await stage.openInside();
  const session = await stage.context.newCDPSession(inside);
  const heapMb = async (): Promise<number> => {
    await session.send("HeapProfiler.collectGarbage");
    const usage = await session.send("Runtime.getHeapUsage");
    return (usage.usedSize + usage.backingStorageSize) / 2 ** 20;
  };
  const before = await heapMb();
  await inside.evaluate(() => globalThis.inExtension.hold());
  const after = await heapMb();
  return {
    name: `P9 heap of rows and index, ${size.toLocaleString("en")}`,
    value: after - before,
    unit: "MB",
    goal: 100,
    detail: `${before.toFixed(1)} MB before, ${after.toFixed(1)} MB after, garbage collected`,
  };
}
