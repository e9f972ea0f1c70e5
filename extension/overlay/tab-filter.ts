const key = "compras-abiertas-filter";

/**
 * The filter that was last in use in this tab, as `encodeFilter` writes it; undefined in a new tab, and where the browser keeps nothing for
 * the portal. It is no more than what the tab's address says: paging goes by links of the portal, which do not know of it.
 */
export function filterOfTab(): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the filter in use until the tab is closed; where the browser keeps nothing for the portal, the one of the last visit has to do. */
export function keepFilterOfTab(encoded: string): void {
  try {
    sessionStorage.setItem(key, encoded);
  } catch {
    // As above.
  }
}
