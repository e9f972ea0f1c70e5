import type { PortalProfile } from "../../shared/portal/profile.ts";

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
