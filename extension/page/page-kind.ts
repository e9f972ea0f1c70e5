import type { PageDefinition } from "../../shared/portal/pages/definition.ts";
import { listado } from "../../shared/portal/pages/listado.ts";
import { padron } from "../../shared/portal/pages/padron.ts";
import { procedimiento } from "../../shared/portal/pages/procedimiento.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import { matchRoute } from "../../shared/portal/routes.ts";

/** Which page of the portal an address is, or undefined for one that we do not read. */
export function pageKind(path: string, profile: PortalProfile): PageDefinition | undefined {
  if (matchRoute(path, profile.routes.procedimiento) !== undefined) return procedimiento;
  const bare = path.replace(/\/$/, "").toLowerCase();
  if (bare === profile.routes.listado.toLowerCase()) return listado;
  if (bare === profile.routes.padron.toLowerCase()) return padron;
  return undefined;
}
