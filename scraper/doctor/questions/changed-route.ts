import type { PortalProfile } from "../../../shared/portal/profile.ts";
import type { Visit } from "../visit.ts";

/** The address that a visit found in the place of a declared one; undefined where that is right. */
export function changedRoute(
  visit: Visit,
  page: keyof PortalProfile["routes"],
): string | undefined {
  const { [page]: found } = visit.draft.routes;
  return found === visit.profile.routes[page] ? undefined : found;
}
