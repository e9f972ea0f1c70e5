import { useEffect, useMemo, useState } from "react";
import { pickAtMost } from "../../take-messages.ts";
import { keepPicks, onPicksChange, readPicks } from "./pick-store.ts";

/** What is picked by hand, and how to change that. */
export interface Picks {
  ids: ReadonlySet<string>;
  mayPickMore: boolean;
  pick: (id: string, isPicked: boolean) => void;
  clear: () => void;
}

/** The rows picked by hand. A changed filter leaves them, and so does another page of the portal's. The same object until they change. */
export function usePicks(): Picks {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const controller = new AbortController();
    const show = (picks: string[]): void => {
      if (!controller.signal.aborted) setIds(new Set(picks));
    };
    onPicksChange(controller.signal, show);
    void readPicks().then(show);
    return () => controller.abort();
  }, []);
  return useMemo(() => {
    const change = (next: ReadonlySet<string>): void => {
      setIds(next);
      void keepPicks([...next]);
    };
    return {
      ids,
      mayPickMore: ids.size < pickAtMost,
      pick: (id, isPicked) => {
        const next = new Set(ids);
        if (isPicked) next.add(id);
        else next.delete(id);
        change(next);
      },
      clear: () => change(new Set()),
    };
  }, [ids]);
}
