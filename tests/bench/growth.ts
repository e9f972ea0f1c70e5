import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { mapContent } from "../../shared/mapping/release.ts";
import { mapTenderRow } from "../../shared/mapping/tender-row.ts";
import { emptyFilter, type TenderFilter } from "../../shared/search/filter.ts";
import { search } from "../../shared/search/search.ts";
import { buildSearchIndex } from "../../shared/search/search-index.ts";
import { type Figure, median, timeOf } from "./figures.ts";
import { makeRecord } from "./make-records.ts";
import { makeStore } from "./make-store.ts";
import { runPart } from "./run-part.ts";
import { startPortal } from "./start-portal.ts";

const sizes = [1_000, 10_000, 100_000] as const;
/** A step whose cost a procedure grows by no more than this from one size to the next is linear, but for the noise of a machine. */
const linear = 1.25;
const memoryGoalMb = 400;
const nowMs = Date.parse("2024-03-01T12:00:00-06:00");

/** P11: what scraping costs a procedure, at 1,000, 10,000 and 100,000 of them. */
export function scrapingGrowth(): Promise<Figure[]> {
  return growthOf("scrape", async (size, folder) => {
    const portal = await startPortal(size, 0, "25");
    try {
      return await runPart("scrape-part.ts", [path.join(folder, "scraped.sqlite"), portal.url]);
    } finally {
      portal.stop();
    }
  });
}

/** P11: what publishing costs a procedure, and the memory that it takes. */
export async function publishingGrowth(): Promise<Figure[]> {
  const peaks: string[] = [];
  let peak = Number.NaN;
  const figures = await growthOf("publish", async (size, folder) => {
    const store = path.join(folder, "compras.sqlite");
    makeStore(store, size);
    const part = await runPart("publish-part.ts", [store, path.join(folder, "feed")]);
    peak = part.peakMb;
    peaks.push(`${size}: ${peak.toFixed(0)} MB`);
    return part;
  });
  return [
    ...figures,
    {
      name: "P11 peak memory of publish, 100,000",
      value: peak,
      unit: "MB",
      goal: memoryGoalMb,
      detail: peaks.join(", "),
    },
  ];
}

/** P11: what a question costs a procedure. */
export function searchGrowth(): Promise<Figure[]> {
  return growthOf("search", async (size) => ({ ms: await timeSearch(size) }));
}

/** Runs a step at each size in turn, in a folder of its own. */
async function growthOf(
  step: string,
  run: (size: number, folder: string) => Promise<{ ms: number }>,
): Promise<Figure[]> {
  const measured: { size: number; ms: number }[] = [];
  for (const size of sizes) {
    process.stderr.write(`${step}: ${size} procedures …\n`);
    const folder = mkdtempSync(path.join(tmpdir(), "compras-bench-"));
    try {
      measured.push({ size, ms: (await run(size, folder)).ms });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return measured.slice(1).map((large, index) => {
    // Slicing from 1 leaves the one before at the same place of the whole list.
    const small = measured[index] as typeof large;
    const cost = ({ ms, size }: typeof large) => (ms / size) * 1000;
    return {
      name: `P11 ${step}, ${large.size} over ${small.size}, a procedure`,
      value: cost(large) / cost(small),
      unit: "ratio",
      goal: linear,
      detail: `${cost(large).toPrecision(3)} µs / ${cost(small).toPrecision(3)} µs`,
    };
  });
}

/** The median of what people ask: a word, part of a word, a unit, days. */
async function timeSearch(size: number): Promise<number> {
  const rows = Array.from({ length: size }, (_, index) => {
    const record = makeRecord(index + 1);
    return mapTenderRow(mapContent(record, "ocds-banco"), record);
  });
  const index = buildSearchIndex(rows);
  const filters: TenderFilter[] = [
    { ...emptyFilter, text: "tóner" },
    { ...emptyFilter, text: "pap salud" },
    { ...emptyFilter, buyers: ["MX-DUR-UC-003"], states: ["open"] },
    { ...emptyFilter, publishedFrom: "2024-01-01", publishedTo: "2024-06-30" },
  ];
  const times: number[] = [];
  for (let round = 0; round < 11; round += 1) {
    times.push(await timeOf(() => filters.map((filter) => search(index, filter, nowMs))));
  }
  return median(times) / filters.length;
}
