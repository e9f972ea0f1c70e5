/** Sooner than this, what a page tells by the clock is the same still. Milliseconds. */
const soonMs = 60_000;

/**
 * Calls back when the page is looked at again and a while has passed since it was opened, or since it last called back, until the signal
 * aborts: by then a call may have closed, or another day have begun.
 */
export function onReturn(signal: AbortSignal, callback: () => void): void {
  let toldAtMs = Date.now();
  const look = (): void => {
    // Clocks go back too.
    if (document.hidden || Math.abs(Date.now() - toldAtMs) < soonMs) return;
    toldAtMs = Date.now();
    callback();
  };
  document.addEventListener("visibilitychange", look, { signal });
  addEventListener("focus", look, { signal });
}
