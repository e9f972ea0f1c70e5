import { vi } from "vitest";

type Changes = Record<string, unknown>;

/** What the worker needs of the browser: a storage that holds `kept`, and an icon whose badge is `shown.badge`. */
export function stubChrome(kept: Record<string, unknown> = {}) {
  const listeners = new Set<(changes: Changes) => void>();
  const shown = { badge: "" };
  const set = async (changes: Changes): Promise<void> => {
    Object.assign(kept, changes);
    for (const listen of listeners) listen(changes);
  };
  vi.stubGlobal("chrome", {
    storage: {
      local: {
        get: async (defaults: object) => ({ ...defaults, ...kept }),
        set,
        onChanged: { addListener: (listen: () => void) => listeners.add(listen) },
      },
    },
    permissions: { contains: async () => false },
    action: {
      setBadgeBackgroundColor: async () => undefined,
      setBadgeText: async ({ text }: { text: string }) => {
        shown.badge = text;
      },
    },
  });
  return { set, shown };
}
