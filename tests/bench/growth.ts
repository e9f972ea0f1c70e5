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

interface Measured {
  size: number;
  ms: number;
  peakMb?: number;
}

/** P11: what scraping, publishing and searching cost a procedure, at 1,000, 10,000 and 100,000 of them. */
export async function growth(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "compras-bench-"));
  const scraping: Measured[] = [];
  const publishing: Measured[] = [];
  const searching: Measured[] = [];
  try {
    for (const size of sizes) {
      process.stderr.write(`growth: ${size} procedures …\n`);
      const store = path.join(folder, `${size}.sqlite`);
      const scraped = path.join(folder, `scraped-${size}.sqlite`);
      const portal = await startPortal(size, 0, "25");
      scraping.push({ size, ...(await runPart("scrape-part.ts", [scraped, portal.url])) });
      portal.stop();
      rmSync(scraped);
      makeStore(store, size);
      const out = path.join(folder, `feed-${size}`);
      publishing.push({ size, ...(await runPart("publish-part.ts", [store, out])) });
      rmSync(out, { recursive: true });
      searching.push({ size, ms: await timeSearch(size) });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const peak = publishing.at(-1)?.peakMb ?? Number.NaN;
  return [
    ...growthOf("scrape", scraping),
    ...growthOf("publish", publishing),
    ...growthOf("search", searching),
    {
      name: "P11 peak memory of publish, 100,000",
      value: peak,
      unit: "MB",
      goal: memoryGoalMb,
      detail: publishing
        .map(({ size, peakMb = 0 }) => `${size}: ${peakMb.toFixed(0)} MB`)
        .join(", "),
    },
  ];
}

function growthOf(step: string, measured: readonly Measured[]): Figure[] {
  return measured.slice(1).map((large, index) => {
    // Slicing from 1 leaves the one before at the same place of the whole list.
    const small = measured[index] as Measured;
    const cost = ({ ms, size }: Measured) => (ms / size) * 1000;
    return {
      name: `P11 ${step}, ${large.size} over ${small.size}, a procedure`,
      value: cost(large) / cost(small),
      unit: "ratio",
      goal: linear,
      detail: `${cost(large).toFixed(1)} µs / ${cost(small).toFixed(1)} µs`,
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
