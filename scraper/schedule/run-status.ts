import type { GateVerdict, RunHealth } from "../../shared/feed/health.ts";
import { describeExit, type ExitCode, exitCodes } from "../errors.ts";

/** How a run went, as far as the store tells. Instants are ISO 8601 with offset. */
export interface RunStatus {
  startedAt: string;
  /** Absent while it goes on, and where it was killed. */
  endedAt?: string;
  /** From its start to its end, the pauses of one that was gone on with included. */
  seconds?: number;
  /** In words. */
  outcome: string;
  /** With which `compras run` ended; absent while it goes on, where it was killed, and where what it read was not published. */
  exitCode?: ExitCode;
  /** Absent but for a run that read the portal to its end. */
  counts?: Record<string, number>;
  /** Why it failed. */
  message?: string;
  gate?: GateVerdict;
}

/** @param isUnderWay whether a process is doing it now. */
export function statusOfRun(run: RunHealth, isUnderWay: boolean): RunStatus {
  const { startedAt, finishedAt, counts, message, gate } = run;
  return {
    startedAt,
    ...(finishedAt !== undefined && {
      endedAt: finishedAt,
      seconds: (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000,
    }),
    ...outcomeOf(run, isUnderWay),
    ...(counts && { counts }),
    ...(message !== undefined && { message }),
    ...(gate && { gate }),
  };
}

function outcomeOf(
  { state, finishedAt, exitCode, gate }: RunHealth,
  isUnderWay: boolean,
): Pick<RunStatus, "outcome" | "exitCode"> {
  if (state === "unfinished" && finishedAt !== undefined) {
    return { outcome: "paused", exitCode: exitCodes.failed };
  }
  if (state === "unfinished") return { outcome: isUnderWay ? "under way" : "interrupted" };
  if (state === "failed") {
    const code = Object.values(exitCodes).find((known) => known === exitCode);
    if (code === undefined) return { outcome: "interrupted" };
    return { outcome: describeExit(code), exitCode: code };
  }
  if (gate === undefined) return { outcome: "read and not published" };
  if (gate.state === "closed") {
    return { outcome: describeExit(exitCodes.sanityGate), exitCode: exitCodes.sanityGate };
  }
  const isAccepted = gate.state === "accepted";
  return {
    outcome: isAccepted ? "published though the gate was closed" : describeExit(exitCodes.done),
    exitCode: exitCodes.done,
  };
}
