import { durango } from "../../shared/portal/profiles/durango.ts";

const mark = "#compras-abiertas-lo-mio";

/** The portal's list, with the overlay at "Lo mío". */
export const mineAddress = durango.baseUrl + durango.routes.listado + mark;

/** Whether what stands behind an address's `#` asks for "Lo mío", even of an overlay that was hidden. */
export function asksForMine(hash: string): boolean {
  return hash === mark;
}
