import type { FaultChoice } from "../../fixtures/practice-portal/fault-choice.ts";
import type { Random } from "../../fixtures/practice-portal/random.ts";
import type { FaultName } from "../../fixtures/practice-portal/server.ts";

/** What goes wrong during a run. */
export interface Weather {
  name: string;
  faults: FaultChoice[];
  /** Which addresses are struck. */
  seed: number;
  /** Requests after which the run is paused; undefined for none. */
  maxRequestsPerDay?: number;
}

/** Faults of some addresses. Those that only take time are tried in the unit tests. */
const scattered: readonly FaultName[] = [
  "reset",
  "reset-body",
  "error-500",
  "flaky",
  "cut-page",
  "empty-page",
  "bad-gzip",
  "gone",
  "unpublished",
  "no-labels",
  "empty-file",
  "html-file",
];

/** Faults of all addresses. */
const general: readonly FaultName[] = [
  "reset",
  "error-500",
  "flaky",
  "forbidden",
  "block-page",
  "captcha",
  "login",
  "cut-page",
  "bad-gzip",
  "latin-1",
  "latin-1-as-utf-8",
  "brotli",
  "empty-list",
  "no-labels",
  "gone",
];

/** Four runs in ten meet a portal that is well, four one that fails here and there, one a portal that fails everywhere, one is paused. */
export function drawWeather(random: Random): Weather {
  const seed = random.between(1, 1_000_000);
  const kind = random.next();
  if (kind < 0.4) return { name: "fair", faults: [], seed };
  if (kind < 0.8) {
    const faults = [random.pick(scattered), random.pick(scattered)].map((name) => ({
      name,
      share: random.between(1, 6) / 100,
    }));
    const names = faults.map(({ name, share }) => `${name}:${share}`);
    return { name: names.join(" "), faults, seed };
  }
  if (kind < 0.9) {
    const name = random.pick(general);
    return { name, faults: [{ name }], seed };
  }
  return { name: "paused", faults: [], seed, maxRequestsPerDay: random.between(1, 40) };
}
