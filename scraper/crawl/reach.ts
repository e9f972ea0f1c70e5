import {
  CertificateError,
  exitCodes,
  PortalRefusedError,
  RetryableFetchError,
  RunPausedError,
  StopRunError,
} from "../errors.ts";
import type { Reached } from "../store/runs.ts";

/** Whether the portal answered, by what ended a run: of these, only a pause says that it did. Undefined for what has nothing to do with the portal. */
export function reachOf(error: unknown): Reached | undefined {
  if (error instanceof RunPausedError) return "yes";
  if (error instanceof PortalRefusedError) return "refused";
  if (error instanceof RetryableFetchError || error instanceof CertificateError) return "silent";
  if (!(error instanceof StopRunError)) return undefined;
  if (error.exitCode === exitCodes.portalChanged) return "changed";
  return reachOf(error.cause);
}
