import { useEffect, useState } from "react";

/** Whoever types leaves less time than this between two letters, mostly. */
const stillMs = 250;

/**
 * The same value: a frame later where it is in sight, and elsewhere once it has stayed for a moment. Until then the one before, if it
 * is of the same; else undefined.
 *
 * @param value the same object until it is another value: each new one makes the wait begin anew.
 * @param of what it is a value of.
 */
export function useOnceStill<Value>(
  value: Value,
  of: string,
  isInSight: boolean,
): Value | undefined {
  const [drawn, setDrawn] = useState<{ value: Value; of: string }>();
  useEffect(() => {
    const draw = (): void => setDrawn({ value, of });
    if (isInSight) return draw();
    const timer = setTimeout(draw, stillMs);
    return () => clearTimeout(timer);
  }, [value, of, isInSight]);
  return isInSight || drawn?.of === of ? drawn?.value : undefined;
}
