/** Where the user stands: what came to be known after `cursor` is new since the last visit. Stamps are those of `nextStamp`. */
export interface Visit {
  cursor: number;
  /** All up to here could be seen in the visit that is under way; the next one has it as its cursor. */
  upTo: number;
  /** The last sign of the user, in milliseconds since 1970 of this browser's clock. */
  activeAt: number;
}

/** After so long without a sign of the user, the next sign begins another visit. */
export const visitEndsAfterMs = 30 * 60_000;

/**
 * The visit after a sign of the user. The cursor never goes back. Where the clock was moved back, the visit goes on: news is
 * rather shown too long than lost.
 *
 * @param stamp of the latest that is known.
 */
export function nextVisit(visit: Visit | undefined, stamp: number, nowMs: number): Visit {
  if (visit === undefined) return { cursor: stamp, upTo: stamp, activeAt: nowMs };
  const isOver = nowMs - visit.activeAt > visitEndsAfterMs;
  return {
    cursor: isOver ? Math.max(visit.cursor, visit.upTo) : visit.cursor,
    upTo: Math.max(visit.upTo, stamp),
    activeAt: nowMs,
  };
}
