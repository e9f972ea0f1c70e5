/** Whether something could not be kept because no space is left: the browser's error, or Dexie's around it. */
export function isStorageFull(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  if (String(error).includes("QuotaExceededError")) return true;
  // Dexie keeps the browser's error in `inner`.
  return "inner" in error && isStorageFull(error.inner);
}
