import type { CompiledRelease } from "../ocds/schema.ts";

/**
 * The number that the buying unit gave a procedure, `LP/E/SEED/007/2025`; undefined where none is printed, in which case
 * `tender.id` is the portal's own.
 */
export function procedureNumber({
  ocid,
  tender,
}: Pick<CompiledRelease, "ocid" | "tender">): string | undefined {
  if (tender === undefined || ocid.endsWith(`-${tender.id}`)) return undefined;
  return String(tender.id);
}
