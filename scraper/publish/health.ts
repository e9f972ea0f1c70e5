import { FeedHealth, type PageHealth, type RunHealth } from "../../shared/feed/health.ts";
import { feedPaths } from "../../shared/feed/paths.ts";
import { maskPersonal } from "../../shared/mapping/mask-personal.ts";
import type { RunStructure } from "../../shared/portal/fingerprint.ts";
import type { Finding } from "../crawl/findings.ts";
import { readIdentity } from "../store/identity.ts";
import type { Store } from "../store/open-store.ts";
import { type AnyRun, countRuns, isPaused, latestRuns } from "../store/runs.ts";
import { describeDifference } from "./describe-difference.ts";
import type { FeedDraft } from "./feed-draft.ts";

/** Two a day for more than a year. */
export const maxRuns = 1000;

/** `salud.json`: a `FeedHealth`, one reading of the portal a line. */
export async function writeHealth(draft: FeedDraft, store: Store): Promise<void> {
  const identity = readIdentity(store);
  if (identity === undefined) throw new Error(`${store.file}: the store is about no portal`);
  const { runs, ...head } = FeedHealth.parse({
    schemaVersion: 1,
    title: "Cómo salió cada lectura del portal",
    portal: identity.portalUrl,
    known: countRuns(store),
    runs: recentRuns(store, maxRuns),
  });
  const lines = runs.map((run) => JSON.stringify(run)).join(",\n");
  await draft.put(
    feedPaths.health,
    { title: "Cómo salió cada lectura del portal", mediaType: "application/json" },
    `${JSON.stringify(head).slice(0, -1)},"runs":[\n${lines}\n]}\n`,
  );
}

/** The latest runs, at most `count` of them, the latest first. */
export function recentRuns(store: Store, count: number): RunHealth[] {
  const history: RunHealth[] = [];
  let before: RunStructure = {};
  for (const run of latestRuns(store, count)) {
    history.push(describeRun(run, before));
    before = { ...before, ...run.structure };
  }
  return history.reverse();
}

/** @param before what the pages looked like when they were read before this run. */
function describeRun(run: AnyRun, before: RunStructure): RunHealth {
  const isOver = run.state !== "running";
  return {
    startedAt: run.startedAt,
    ...(isOver && run.finishedAt !== undefined && { finishedAt: run.finishedAt }),
    state: stateOf(run),
    ...(run.reached !== undefined && { reached: run.reached }),
    ...(run.limit !== undefined && { limit: run.limit }),
    // A run that is gone on with still bears how it had failed.
    ...(isOver && run.exitCode !== undefined && { exitCode: run.exitCode }),
    ...(isOver && run.message !== undefined && { message: maskPersonal(run.message) }),
    // What a run that failed did not read is not known, which is not the same as 0.
    ...(run.state === "done" && { counts: run.counts }),
    findings: gatherFindings(run.warnings),
    structure: {
      ...describePage("listado", run.structure, before),
      ...describePage("procedimiento", run.structure, before),
      ...describePage("padron", run.structure, before),
    },
    ...(run.gate !== undefined && { gate: run.gate }),
  };
}

/** How a run stands: one that is not over goes on, was killed, or was paused and is to be gone on with. */
export function stateOf(run: Pick<AnyRun, "state" | "reached">): RunHealth["state"] {
  return run.state === "running" || isPaused(run) ? "unfinished" : run.state;
}

function gatherFindings(findings: readonly Finding[]): RunHealth["findings"] {
  const gathered = new Map<string, RunHealth["findings"][number]>();
  for (const { kind, page, count } of findings) {
    const key = `${kind} ${page}`;
    const { subjects, count: seen } = gathered.get(key) ?? { subjects: 0, count: 0 };
    gathered.set(key, { kind, page, subjects: subjects + 1, count: seen + count });
  }
  return [...gathered.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

function describePage(
  page: keyof RunStructure,
  structure: RunStructure,
  before: RunStructure,
): Partial<Record<keyof RunStructure, PageHealth>> {
  const now = structure[page];
  if (now === undefined) return {};
  const last = before[page];
  const labels = now.labels.map(maskPersonal);
  const usualLabels = now.usualLabels.map(maskPersonal);
  const changed = last && describeDifference(last, now);
  return { [page]: { ...now, labels, usualLabels, ...(changed && { changed }) } };
}
