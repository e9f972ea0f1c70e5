import { isThisComputer } from "../values/this-computer.ts";
import type { PortalProfile } from "./profile.ts";

/** What kind of server the data was read from. */
export type PortalKind = "official" | "practice" | "other";

/** @param portalUrl where it was read. A server on this machine is the practice portal, whose data is made up. */
export function portalKind(portalUrl: string, profile: PortalProfile): PortalKind {
  const { hostname } = new URL(portalUrl);
  const official = [new URL(profile.baseUrl).hostname, ...profile.alternateHosts];
  if (official.includes(hostname)) return "official";
  return isThisComputer(portalUrl) ? "practice" : "other";
}

/** Says, in Spanish, that what was made of a portal's data is not official, and that the data is made up where it is. */
export function noticeOfSource(portalUrl: string, profile: PortalProfile): string {
  return sourceSentences[portalKind(portalUrl, profile)](portalUrl);
}

const sourceSentences: Readonly<Record<PortalKind, (portalUrl: string) => string>> = {
  official: (url) =>
    `Publicación no oficial, hecha con lo que muestra al público ${url}. Lo que vale es el portal.`,
  practice: (url) => `Datos de práctica, inventados: su fuente no es el portal oficial: ${url}.`,
  other: (url) => `La fuente no es el portal oficial: ${url}.`,
};
