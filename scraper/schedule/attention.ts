import type { RunHealth } from "../../shared/feed/health.ts";
import { exitCodes } from "../errors.ts";
import { describeReasons } from "../publish/gate.ts";
import type { RunStatus } from "./run-status.ts";
import type { PublishedStatus } from "./status.ts";

export interface AttentionInput {
  /** The latest first, as `runs`. */
  history: readonly RunHealth[];
  runs: readonly RunStatus[];
  published: PublishedStatus | undefined;
  setAside: number;
  /** Folder of the feed. */
  out: string;
}

/** The latest run that is not under way; undefined where there is none. */
export function lastOver(runs: readonly RunStatus[]): RunStatus | undefined {
  return runs.find(({ outcome }) => outcome !== "under way");
}

/** Whether a run failed: one that was killed did, and one that was paused as its user wants it did not. */
export function hasFailed({ outcome, exitCode }: RunStatus): boolean {
  if (outcome === "paused") return false;
  return outcome === "interrupted" || (exitCode !== undefined && exitCode !== exitCodes.done);
}

/** What a person should look at, a sentence each, what matters most first. */
export function findAttention(input: AttentionInput): string[] {
  const { history, runs, published, setAside, out } = input;
  const last = lastOver(runs);
  if (last === undefined) return ["No run has ended yet: start one with `compras run`."];
  const found: string[] = [];
  if (hasFailed(last) || last.outcome === "paused") found.push(describeFailure(last));
  const done = runs.find(({ counts }) => counts !== undefined);
  if (published === undefined) {
    found.push(`${out}: there is no feed of this store here. Name its folder with --out.`);
  } else if (done?.endedAt !== undefined && isMissing(done, published)) {
    found.push(
      `What was read until ${done.endedAt} is not in ${out}: publishing was interrupted or failed. \`compras publish\` says why.`,
    );
  }
  if (setAside > 0) {
    found.push(
      `${setAside} procedures are published as they were before, or not at all, since what the portal says of them now failed validation.`,
    );
  }
  const findings = history.find(({ counts }) => counts !== undefined)?.findings ?? [];
  for (const { kind, page, subjects, count } of findings) {
    found.push(
      `${kind} on the page "${page}": ${subjects} different, ${count} in all; the log of the run names them.`,
    );
  }
  return found;
}

function describeFailure({ startedAt, outcome, exitCode, message, gate }: RunStatus): string {
  const code = exitCode === undefined ? "" : ` (${exitCode})`;
  const why = gate?.state === "closed" ? describeReasons(gate.reasons) : message;
  return `The run of ${startedAt}: ${outcome}${code}${why === undefined ? "." : `: ${why}`}`;
}

/** Whether what a run read should be in the feed and is not; one that the gate has refused should not. */
function isMissing({ endedAt, gate }: RunStatus, { readAt }: PublishedStatus): boolean {
  return gate?.state !== "closed" && endedAt !== readAt;
}
