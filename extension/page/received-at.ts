/**
 * When the page came from the portal, by the browser's clock, as ISO 8601; undefined where the browser may have kept it from before. Rows
 * that a script fetched later are newer than this.
 */
export function receivedAt(): string | undefined {
  const [navigation] = performance.getEntriesByType("navigation");
  if (!(navigation instanceof PerformanceNavigationTiming)) return undefined;
  const { type, transferSize } = navigation;
  if (type === "back_forward" || transferSize === 0) return undefined;
  return new Date(performance.timeOrigin).toISOString();
}
