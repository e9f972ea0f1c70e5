import { useEffect, useState } from "react";

const moments = ["focus", "pointerdown", "keydown", "visibilitychange"] as const;

/**
 * Whether the extension was updated or removed under the page: the browser then leaves this script behind, and nothing that it
 * asks is answered. Looked at whenever the user comes back or does something; nothing runs while the page is at rest.
 */
export function useIsOrphan(): boolean {
  const [isOrphan, setOrphan] = useState(false);
  useEffect(() => {
    const controller = new AbortController();
    // The browser takes the id away, and in some versions `runtime` with it.
    const look = (): void => setOrphan(chrome.runtime?.id === undefined);
    for (const moment of moments) {
      addEventListener(moment, look, { capture: true, signal: controller.signal });
    }
    return () => controller.abort();
  }, []);
  return isOrphan;
}
