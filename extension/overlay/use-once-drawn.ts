import { useEffect, useState } from "react";

/**
 * The same value a frame later: what is out of sight waits until what is in sight is drawn.
 *
 * @param value the same object until it is another value: each new one is drawn.
 */
export function useOnceDrawn<Value>(value: Value): Value {
  const [drawn, setDrawn] = useState(value);
  useEffect(() => setDrawn(value), [value]);
  return drawn;
}
