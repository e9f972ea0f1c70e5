import { vi } from "vitest";
import type { Settings } from "../../../extension/settings.ts";

/** Has the browser keep these settings, and tell of it when others are kept. */
export function keepSettings(kept: Partial<Settings>): void {
  const listeners = new Set<(changes: object) => void>();
  const local = {
    get: async (defaults: object) => ({ ...defaults, ...kept }),
    async set(changes: object) {
      Object.assign(kept, changes);
      for (const listener of listeners) listener(changes);
    },
    onChanged: {
      addListener: (listener: (changes: object) => void) => listeners.add(listener),
      removeListener: (listener: (changes: object) => void) => listeners.delete(listener),
    },
  };
  vi.stubGlobal("chrome", { storage: { local } });
}
