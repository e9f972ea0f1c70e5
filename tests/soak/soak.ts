import path from "node:path";
import { makeRandom } from "../../fixtures/practice-portal/random.ts";
import { verifyFeed } from "../../scraper/publish/checksums.ts";
import { fingerprintFeed } from "../unit/scraper/read-feed.ts";
import { findDifferences, findInventions } from "./compare-feed.ts";
import { startLivePortal } from "./live-portal.ts";
import { type Held, measureHeld, slopeOf } from "./memory.ts";
import { type Outcome, runOnce } from "./run-once.ts";
import { drawWeather } from "./weather.ts";

export interface SoakSettings {
  runs: number;
  seed: number;
  /** That the portal begins with. */
  procedures: number;
  /** An empty folder. */
  folder: string;
  /** No run begins after that. */
  maxMs: number;
  /** Told of each run. */
  onRun?: (line: string) => void;
}

export interface SoakResult {
  /** Runs that were done. */
  runs: number;
  /** How often each outcome came. */
  outcomes: Record<string, number>;
  passed: number;
  /** What is not as it should be, a line each. */
  failures: string[];
  /** Growth a run after the first quarter, in KB. */
  growth: Held;
}

/** What a run may leave behind in the memory, in KB. Over 150 runs, a heap that shrank by 3 and an RSS that grew by 56 were seen. */
export const allowedGrowth: Held = { heapKb: 20, rssKb: 200 };
/** Fewer runs say nothing about growth: over 45 of them, slopes of the heap from -270 to 120 KB were seen. */
const leastForGrowth = 100;
/** To collect all garbage takes as long as a tenth of a run. */
const runsBetweenMeasures = 5;

/** What a failed run may change in the last feed: that it says so. */
const renewed = new Set(["SHA256SUMS", "compat.json", "index.json", "salud.json"]);
const runEveryMs = 6 * 60 * 60 * 1000;

/**
 * Runs the scraper and the publisher again and again on a fast clock, four times a day, on a portal that changes and fails by
 * chance; and in the end once more, in whole and without faults, when the feed must say what the portal says.
 */
export async function soak(settings: SoakSettings): Promise<SoakResult> {
  const { seed, folder } = settings;
  const random = makeRandom(seed, "soak", "weather");
  const live = await startLivePortal(seed, settings.procedures, settings.runs);
  const { portal } = live;
  const feed = path.join(folder, "feed");
  const checks = collectChecks();
  const outcomes: Record<string, number> = {};
  const held: Held[] = [];
  const beganAt = performance.now();
  let clock = Date.parse("2026-11-20T06:00:00-06:00");
  const now = (): Date => {
    clock += 20;
    return new Date(clock);
  };
  const run = (options: { full?: boolean; maxRequestsPerDay?: number | undefined }) =>
    runOnce({ url: portal.url, folder, now, ...options });

  try {
    // Without a first feed there is nothing that faults could spoil.
    outcomes[await run({})] = 1;
    let runs = 1;
    let before = fingerprintFeed(feed);
    while (runs < settings.runs && performance.now() - beganAt < settings.maxMs) {
      runs += 1;
      clock += runEveryMs;
      const changes = live.live();
      const { name, faults, seed: struck, maxRequestsPerDay } = drawWeather(random);
      portal.setFaults(faults, struck);
      const outcome = await run({ maxRequestsPerDay });
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      const where = `run ${runs} (${name}, ${outcome})`;
      settings.onRun?.(`${where}: ${changes.join(", ")}`);
      const after = fingerprintFeed(feed);
      checks.add(where, checkFeed(outcome, before, after));
      const { missing, extra, changed } = await verifyFeed(feed);
      checks.add(`${where}: SHA256SUMS`, [...missing, ...extra, ...changed]);
      if (isPublished(outcome)) checks.add(where, findInventions(feed, live));
      before = after;
      // What the portal remembers of its visitors is nothing that the program holds.
      portal.requests.length = 0;
      if (runs % runsBetweenMeasures === 0) held.push(measureHeld());
    }
    if (runs < settings.runs) {
      checks.add("time", [`only ${runs} of ${settings.runs} runs in ${settings.maxMs / 1000} s`]);
    }
    portal.setFaults([]);
    // So much later that no run is gone on with, and whatever it had read is read again.
    clock += 10 * 24 * 60 * 60 * 1000;
    const last = await run({ full: true });
    checks.add("the last run", isPublished(last) ? [] : [`it ended as ${last}`]);
    checks.add("the last feed", findDifferences(feed, live));

    const steady = held.slice(Math.ceil(held.length / 4));
    const growth = {
      heapKb: slopeOf(steady.map(({ heapKb }) => heapKb)) / runsBetweenMeasures,
      rssKb: slopeOf(steady.map(({ rssKb }) => rssKb)) / runsBetweenMeasures,
    };
    if (runs >= leastForGrowth) {
      checks.add("heap", exceeds(growth.heapKb, allowedGrowth.heapKb));
      checks.add("RSS", exceeds(growth.rssKb, allowedGrowth.rssKb));
    }
    return { runs, outcomes, growth, ...checks.result() };
  } finally {
    await portal.close();
  }
}

function isPublished(outcome: Outcome): boolean {
  return outcome === "published" || outcome === "accepted";
}

function checkFeed(
  outcome: Outcome,
  before: Record<string, string>,
  after: Record<string, string>,
): string[] {
  if (isPublished(outcome)) return [];
  const files = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...files]
    .filter((file) => before[file] !== after[file] && !renewed.has(file))
    .map((file) => `a run that failed changed ${file}`);
}

function exceeds(kb: number, allowedKb: number): string[] {
  return kb <= allowedKb
    ? []
    : [`grows by ${kb.toFixed(1)} KB a run, and ${allowedKb} are allowed`];
}

function collectChecks() {
  let passed = 0;
  const failures: string[] = [];
  return {
    /** @param problems none where the check passed. */
    add: (what: string, problems: readonly string[]): void => {
      if (problems.length === 0) passed += 1;
      else failures.push(...problems.map((problem) => `${what}: ${problem}`));
    },
    result: () => ({ passed, failures }),
  };
}
