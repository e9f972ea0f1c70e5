import type { PortalProfile } from "../../shared/portal/profile.ts";

/** Whether an address belongs to the portal. The scheme, the port and a leading `www.` do not matter: portals redirect between them. */
export function isPortalAddress(url: URL, profile: PortalProfile): boolean {
  if (url.protocol !== "http:" && url.protocol !== "https:") return false;
  const hosts = [new URL(profile.baseUrl).hostname, ...profile.alternateHosts];
  return hosts.some((host) => bare(host) === bare(url.hostname));
}

/** The profile with another server, where one is named, in place of the portal's own; its alternate hosts are then no longer part of it. */
export function moveProfile(
  profile: PortalProfile,
  portalUrl: string = profile.baseUrl,
): PortalProfile {
  const { origin } = new URL(portalUrl);
  return origin === new URL(profile.baseUrl).origin
    ? profile
    : { ...profile, baseUrl: origin, alternateHosts: [] };
}

function bare(host: string): string {
  return host.toLowerCase().replace(/^www\./, "");
}
