/** Browsers that have work without end are not waited for any longer. */
const timeoutMs = 300;

/** Resolves once the page is painted and has nothing to do: work that begins then holds up nobody who reads or types. */
export function pageAtRest(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: timeoutMs });
  });
}
