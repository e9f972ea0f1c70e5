import type { PortalProfile } from "./profile.ts";

/** Whether an address belongs to the portal. The scheme, the port and a leading `www.` do not matter: portals redirect between them. */
export function isPortalAddress(url: URL, profile: PortalProfile): boolean {
  if (url.protocol !== "http:" && url.protocol !== "https:") return false;
  const hosts = [new URL(profile.baseUrl).hostname, ...profile.alternateHosts];
  return hosts.some((host) => bare(host) === bare(url.hostname));
}

function bare(host: string): string {
  return host.toLowerCase().replace(/^www\./, "");
}
