import type { PortalProfile } from "../../../shared/portal/profile.ts";
import { noticeOfSource } from "../../../shared/portal/source-notice.ts";
import type { StoreIdentity } from "../../store/identity.ts";
import type { FinishedRun } from "../../store/runs.ts";

/** Says, in Spanish, that the feed is not official; that its data is made up, where it comes from another server than the portal's own; and that it is not whole, where the run was limited. */
export function noticeOf(
  { portalUrl }: StoreIdentity,
  run: FinishedRun,
  profile: PortalProfile,
): string {
  const sentences = [noticeOfSource(portalUrl, profile)];
  if (run.limit !== undefined) {
    sentences.push(`Lectura de prueba: se leyeron a lo sumo ${run.limit} procedimientos.`);
  }
  return sentences.join(" ");
}
