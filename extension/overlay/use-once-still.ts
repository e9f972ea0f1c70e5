import { useEffect, useRef, useState } from "react";

/** Whoever types leaves less time than this between two letters, mostly. */
const stillMs = 250;

/**
 * The same value at once where it is urgent, else once it has stayed for a moment; the one before until then.
 *
 * @param value the same object until it is another value: each new one makes the wait begin anew.
 */
export function useOnceStill<Value>(value: Value, isUrgent: boolean): Value {
  const still = useRef(value);
  const [, drawAnew] = useState({});
  if (isUrgent) still.current = value;
  useEffect(() => {
    if (still.current === value) return;
    const timer = setTimeout(() => {
      still.current = value;
      drawAnew({});
    }, stillMs);
    return () => clearTimeout(timer);
  }, [value]);
  return still.current;
}
