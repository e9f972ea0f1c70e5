/**
 * Whether so long has passed since an instant; both in milliseconds, the instant since 1970. So it has where the instant lies ahead:
 * the clock was moved back since, and nobody knows how long ago that was.
 */
export function hasPassed(waitMs: number, sinceMs: number): boolean {
  const passedMs = Date.now() - sinceMs;
  return passedMs < 0 || passedMs >= waitMs;
}
