import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Figure, median } from "./figures.ts";
import { runPart } from "./run-part.ts";
import { startPortal } from "./start-portal.ts";

const rounds = 5;
const procedures = 2400;
const latencyMs = 50;

/**
 * P1: a scrape into a store, over taking the same answers to their end and no more; 16 requests at once. P2: pages that a second of
 * the processor reads, over Crawlee's. Each in a process of its own and the portal in another, all in turn.
 */
export async function crawling(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "compras-bench-"));
  const portal = await startPortal(procedures, latencyMs, "all");
  try {
    const list = path.join(folder, "asked.json");
    const scrape = async (name: string, withArchive: boolean) => {
      const archive = withArchive ? [path.join(folder, `${name}.archive`)] : [];
      const store = path.join(folder, `${name}.sqlite`);
      return runPart("scrape-part.ts", [store, portal.url, ...archive]);
    };
    // The portal makes its pages when it is first asked for them.
    await scrape("warm", false);
    writeFileSync(list, JSON.stringify(await portal.asked()));
    const sides = {
      drain: [] as Side[],
      scrape: [] as Side[],
      archived: [] as Side[],
      crawlee: [] as Side[],
    };
    for (let round = 0; round < rounds; round += 1) {
      sides.drain.push(await runPart("drain-part.ts", [portal.url, list]));
      sides.scrape.push(await scrape(`${round}`, false));
      sides.archived.push(await scrape(`${round}-kept`, true));
      sides.crawlee.push(await runPart("crawlee-part.ts", [portal.url, list]));
    }
    return [
      wallFigure("P1 crawl over drain", sides.scrape, sides.drain),
      wallFigure("P1 crawl with archive over drain", sides.archived, sides.drain),
      pagesFigure("P2 pages per CPU-second over Crawlee", sides.scrape, sides.crawlee),
      pagesFigure("P2 with archive", sides.archived, sides.crawlee),
    ];
  } finally {
    portal.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Side = Awaited<ReturnType<typeof runPart>>;

function wallFigure(name: string, ours: readonly Side[], drain: readonly Side[]): Figure {
  const [a, b] = [ours, drain].map((side) => median(side.map(({ ms }) => ms))) as [number, number];
  return {
    name,
    value: a / b,
    unit: "ratio",
    goal: 1.15,
    detail: `${a.toFixed(0)} ms / ${b.toFixed(0)} ms, ${procedures} procedures, ${latencyMs} ms latency`,
  };
}

function pagesFigure(name: string, ours: readonly Side[], theirs: readonly Side[]): Figure {
  const [a, b] = [ours, theirs].map((side) => median(side.map(pagesPerSecond))) as [number, number];
  return {
    name,
    value: a / b,
    unit: "ratio",
    goal: 4,
    atLeast: true,
    detail: `${a.toFixed(0)} / ${b.toFixed(0)} pages a CPU-second`,
  };
}

function pagesPerSecond({ cpuMs, result }: Side): number {
  return Number(result) / (cpuMs / 1000);
}
