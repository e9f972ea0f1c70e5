import type { RegistryStatus } from "../feed/registry-statuses.ts";
import { foldLabel } from "../values/text.ts";

/** Words of a status → what it comes to; the first that a text holds as whole words decides, so that `No vigente` is not `vigente`. */
const words: readonly (readonly [RegistryStatus, readonly string[]])[] = [
  ["pending", ["en tramite", "tramite", "pendiente", "en revision", "en proceso"]],
  ["suspended", ["suspendido", "suspendida", "suspension", "inhabilitado", "inhabilitada"]],
  ["cancelled", ["cancelado", "cancelada", "cancelacion"]],
  ["removed", ["baja", "dado de baja", "eliminado", "eliminada"]],
  [
    "expired",
    ["no vigente", "vencido", "vencida", "vencimiento", "expirado", "caducado", "sin refrendo"],
  ],
  ["active", ["vigente", "activo", "activa", "alta", "refrendado", "refrendada", "actualizado"]],
];

/** What a status comes to: `VIGENTE (refrendo 2026)` → `active`; undefined where no word is known. */
export function registryStatus(text: string): RegistryStatus | undefined {
  const plain = ` ${foldLabel(text).replace(/[^a-z]+/g, " ")} `;
  return words.find(([, spellings]) => spellings.some((word) => plain.includes(` ${word} `)))?.[0];
}
