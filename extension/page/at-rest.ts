/** Browsers that have work without end are not waited for any longer. */
const timeoutMs = 300;

/** Resolves once the page is painted and has nothing to do: work that begins then holds up nobody who reads or types. */
export function pageAtRest(): Promise<void> {
  return new Promise((resolve) => {
    const rest = (): void => {
      requestIdleCallback(() => resolve(), { timeout: timeoutMs });
    };
    // Before its first frame, a page that waits for the screen has nothing to do either. In the background none is drawn.
    if (document.hidden) rest();
    else requestAnimationFrame(rest);
  });
}

/** Resolves once the page is the one that is looked at: not in a tab that the browser opened in the background. Never after `signal`. */
export function pageInSight(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (document.hidden) return;
      document.removeEventListener("visibilitychange", look);
      resolve();
    };
    document.addEventListener("visibilitychange", look, { signal });
    look();
  });
}
