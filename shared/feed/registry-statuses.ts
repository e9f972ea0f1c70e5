/** What a status comes to, whatever its wording: in force, run out, suspended, cancelled, taken off the registry, not yet decided. */
export const registryStatuses = [
  "active",
  "expired",
  "suspended",
  "cancelled",
  "removed",
  "pending",
] as const;
export type RegistryStatus = (typeof registryStatuses)[number];
