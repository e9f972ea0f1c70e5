import { useEffect, useState } from "react";
import { followUnshown } from "../personal/unshown.ts";

/** How much of the digest was not shown yet, as the badge on the icon says it. */
export function useUnshown(): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    followUnshown(controller.signal, setCount);
    return () => controller.abort();
  }, []);
  return count;
}
