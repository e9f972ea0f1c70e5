import { dayOf } from "../values/dates.ts";
import type { ExportStamp } from "./export-columns.ts";

/** What a file says of itself, as lines of a name and a value, in Spanish. What is not known is left out. */
export function describeStamp(stamp: ExportStamp): [name: string, value: string][] {
  const lines: [string, string | undefined][] = [
    ["Aviso", stamp.notice],
    ["Filtro", stamp.filter],
    ["Filas", String(stamp.count)],
    ["Hecho el", inWords(stamp.madeAt)],
    ["Datos al", stamp.readAt && inWords(stamp.readAt)],
    ["Fuente", stamp.feed],
    ["Licencia", stamp.license],
    ["Hecho con", "Compras Abiertas Durango, herramienta ciudadana, no oficial"],
  ];
  return lines.filter((line): line is [string, string] => line[1] !== undefined);
}

/** `2026-03-18T11:30:00-06:00` → `2026-03-18 11:30`, on the portal's clock. */
function inWords(instant: string): string {
  return `${dayOf(instant)} ${instant.slice(11, 16)}`;
}
