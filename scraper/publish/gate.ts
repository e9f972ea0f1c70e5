import type { FeedCoverage } from "../../shared/feed/coverage.ts";
import type { GateCheck, GateReason } from "../../shared/feed/health.ts";
import { areMost } from "../crawl/are-most.ts";
import type { RunCounts } from "../store/runs.ts";
import { coverageFields } from "./coverage-fields.ts";
import type { RecentChanges } from "./recent-changes.ts";

/** What the gate lets pass, in percent, or in percentage points where it is about coverage. */
export interface GateLimits {
  maxDrop: number;
  maxWithdrawn: number;
  maxCoverageDrop: number;
  maxSkipped: number;
}

interface Check {
  /** Why it closes, for the readers of the feed. */
  es: string;
  /** Why it closes, for whoever runs the program. */
  en: string;
  /** Absent for what nothing can allow. */
  limit?: { name: keyof GateLimits; option: string; unit: string; default: number };
}

/** Everything that the gate looks at. */
export const gateTable: Readonly<Record<GateCheck, Check>> = {
  empty: {
    es: "No hay ningún procedimiento que publicar",
    en: "no procedure is on the portal",
  },
  drop: {
    es: "En el portal hay menos procedimientos que en la última publicación",
    en: "fewer procedures are on the portal than in the last feed",
    limit: { name: "maxDrop", option: "--max-drop", unit: "%", default: 10 },
  },
  withdrawn: {
    es: "Desde la última publicación desaparecieron del portal muchos procedimientos",
    en: "procedures of the last feed have vanished from the portal",
    limit: { name: "maxWithdrawn", option: "--max-withdrawn", unit: "%", default: 10 },
  },
  coverage: {
    es: "Un dato falta en más procedimientos que en la última publicación",
    en: "a field is missing from more procedures than in the last feed",
    limit: { name: "maxCoverageDrop", option: "--max-coverage-drop", unit: "points", default: 20 },
  },
  skipped: {
    es: "En la última lectura muchos procedimientos no se pudieron leer",
    en: "the last run could not read procedures",
    limit: { name: "maxSkipped", option: "--max-skipped", unit: "%", default: 5 },
  },
};

/** Why a store without procedures is not published. */
export const emptyFeed: readonly GateReason[] = [{ check: "empty", title: gateTable.empty.es }];

/** Fewer releases than this say nothing about a field: two new procedures without a date are half of four. */
const leastRecent = 20;

export interface GateInput {
  /** Of the last run that is done. */
  counts: RunCounts;
  next: FeedCoverage["total"];
  /** What the feed holds whose place is to be taken; undefined where there is none to compare with. */
  last: FeedCoverage["total"] | undefined;
  /** What came since. */
  recent: RecentChanges;
  limits: GateLimits;
}

/** Every reason not to publish, in the order of the table; none where the gate is open. */
export function findGateReasons(input: GateInput): GateReason[] {
  const { next, last, counts, recent } = input;
  if (next.procedures === 0) return [...emptyFeed];
  const { listed = 0, skipped = 0, setAside = 0, tried = 0, failedAnew = 0 } = counts;
  const failed = percent(skipped + setAside, listed);
  // A run that reads few pages cannot fail with many of all.
  const failedOfFew = areMost(failedAnew, tried) ? percent(failedAnew, tried) : 0;
  const before = last?.procedures ?? 0;
  return [
    ...exceed("drop", percent(before - next.procedures, before), input),
    ...exceed("withdrawn", percent(recent.withdrawn, before), input),
    ...coverageFields.flatMap(({ id }) =>
      exceed("coverage", last === undefined ? 0 : fallOf(id, next, last, recent), input, id),
    ),
    ...exceed("skipped", Math.max(failed, failedOfFew), input),
  ];
}

/** What closed the gate, in English, on one line: `a field is missing … (awardAt: 63 points, and --max-coverage-drop allows 20)`. */
export function describeReasons(reasons: readonly GateReason[]): string {
  return reasons
    .map(({ check, field, measured, allowed }) => {
      const { en, limit } = gateTable[check];
      if (limit === undefined || measured === undefined) return en;
      const what = field === undefined ? "" : `${field}: `;
      return `${en} (${what}${measured} ${limit.unit}, and ${limit.option} allows ${allowed})`;
    })
    .join("; ");
}

function exceed(
  check: GateCheck,
  measured: number,
  input: GateInput,
  field?: string,
): GateReason[] {
  const { es, limit } = gateTable[check];
  if (limit === undefined) return [];
  const allowed = input.limits[limit.name];
  // Shares come with four digits, so what lies beyond is noise of the arithmetic.
  const rounded = Math.round(measured * 100) / 100;
  if (rounded <= allowed) return [];
  return [{ check, title: es, ...(field !== undefined && { field }), measured: rounded, allowed }];
}

/** How far the coverage of a field fell, in points: over all procedures, or among those that came or changed since the last feed, whichever is more. */
function fallOf(
  id: string,
  next: FeedCoverage["total"],
  last: FeedCoverage["total"],
  { releases, fields }: RecentChanges,
): number {
  const before = last.fields[id]?.share;
  const now = next.fields[id]?.share;
  const overall = before === undefined || now === undefined ? 0 : (before - now) * 100;
  const { lost = 0, new: added = 0, newWith = 0 } = fields[id] ?? {};
  // Of a new procedure as much is expected as the last feed had.
  const expected = (before ?? 0) * added;
  const recent = releases < leastRecent ? 0 : percent(lost + expected - newWith, releases);
  return Math.max(overall, recent);
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : (part / whole) * 100;
}
