import type { PortalProfile } from "../../../shared/portal/profile.ts";
import type { StoreIdentity } from "../../store/identity.ts";
import type { FinishedRun } from "../../store/runs.ts";

/** What kind of server the data was read from. */
export type PortalKind = "official" | "practice" | "other";

/** @param portalUrl where it was read. A server on this machine is the practice portal, whose data is made up. */
export function portalKind(portalUrl: string, profile: PortalProfile): PortalKind {
  const { hostname } = new URL(portalUrl);
  const official = [new URL(profile.baseUrl).hostname, ...profile.alternateHosts];
  if (official.includes(hostname)) return "official";
  return /^(127\.|localhost$|\[::1\]$)/.test(hostname) ? "practice" : "other";
}

/** Says, in Spanish, that the feed is not official; that its data is made up, where it comes from another server than the portal's own; and that it is not whole, where the run was limited. */
export function noticeOf(
  { portalUrl }: StoreIdentity,
  run: FinishedRun,
  profile: PortalProfile,
): string {
  const sentences = [sourceSentences[portalKind(portalUrl, profile)](portalUrl)];
  if (run.limit !== undefined) {
    sentences.push(`Lectura de prueba: se leyeron a lo sumo ${run.limit} procedimientos.`);
  }
  return sentences.join(" ");
}

const sourceSentences: Readonly<Record<PortalKind, (portalUrl: string) => string>> = {
  official: (url) =>
    `Publicación no oficial, hecha con lo que muestra al público ${url}. Lo que vale es el portal.`,
  practice: (url) => `Datos de práctica, inventados: su fuente no es el portal oficial: ${url}.`,
  other: (url) => `La fuente no es el portal oficial: ${url}.`,
};
