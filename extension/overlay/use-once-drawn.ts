import { useEffect, useState } from "react";

/**
 * The same value a frame later: what is out of sight waits until what is in sight is drawn.
 *
 * @param value the same object until it is another value: each new one is drawn.
 * @param isHeld leaves the one before for the time being.
 */
export function useOnceDrawn<Value>(value: Value, isHeld = false): Value {
  const [drawn, setDrawn] = useState(value);
  useEffect(() => {
    if (!isHeld) setDrawn(value);
  }, [value, isHeld]);
  return drawn;
}
