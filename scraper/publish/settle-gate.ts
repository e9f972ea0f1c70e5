import type { GateReason, GateVerdict } from "../../shared/feed/health.ts";
import { exitCodes, StopRunError } from "../errors.ts";
import type { Reporter } from "../reporter.ts";
import type { Store } from "../store/open-store.ts";
import { gateOf, saveGate } from "../store/runs.ts";
import { describeReasons, type GateLimits } from "./gate.ts";

export interface GateSettings {
  limits: GateLimits;
  /** Publish in spite of a closed gate; `salud.json` says so. */
  accept: boolean;
}

/** The gate is closed. Thrown by `settleGate`; the last feed stays, and the program ends with exit code 3. */
export class GateClosedError extends StopRunError {
  override name = "GateClosedError";

  constructor(reasons: readonly GateReason[]) {
    super(
      `The gate is closed, and the last feed stays: ${describeReasons(reasons)}. Compare the portal with what its pages say now ` +
        "(salud.json, compat.json); if all is right, publish with --accept.",
      { exitCode: exitCodes.sanityGate },
    );
  }
}

/** Keeps in the store what the gate says of a run. Throws `GateClosedError` where it is closed and that is not accepted. */
export function settleGate(
  store: Store,
  runId: number,
  reasons: readonly GateReason[],
  { accept, reporter }: { accept: boolean; reporter: Reporter },
): void {
  const verdict = decide(reasons, accept);
  const known = gateOf(store, runId);
  // What was accepted is later compared with itself, and stays accepted: one store always gives the same salud.json.
  const isKept = known?.state === "accepted" && verdict.state === "open";
  if (!isKept && JSON.stringify(known) !== JSON.stringify(verdict)) saveGate(store, runId, verdict);
  if (verdict.state === "closed") throw new GateClosedError(reasons);
  if (verdict.state === "accepted") {
    reporter.warn("Published though the gate is closed", { reasons: describeReasons(reasons) });
  }
}

function decide(reasons: readonly GateReason[], accept: boolean): GateVerdict {
  if (reasons.length === 0) return { state: "open", reasons: [] };
  return { state: accept ? "accepted" : "closed", reasons: [...reasons] };
}
