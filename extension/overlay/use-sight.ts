import { useEffect, useMemo, useRef, useState } from "react";
import type { TenderFilter } from "../../shared/search/filter.ts";
import { pageAtRest, pageInSight } from "../page/at-rest.ts";
import { onReturn } from "../page/on-return.ts";
import { onCorpusChange } from "../settings.ts";
import type { Sight } from "../sight.ts";
import { fetchTables, type TablesAtHand } from "./tables-at-hand.ts";

/**
 * What a filter finds, in sight, from tables in this page and thus in the task of the keystroke; undefined until they are here, and
 * where they do not tell. The worker tells the same, and the rest, later.
 *
 * @param isCounted whether the worker has counted once: whoever opens the page waits for nothing else.
 */
export function useSight(
  filter: TenderFilter,
  pageIds: readonly string[] | undefined,
  isCounted: boolean,
): Sight | undefined {
  const [tables, setTables] = useState<TablesAtHand>();
  const [returns, setReturns] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    onReturn(controller.signal, () => setReturns((before) => before + 1));
    return () => controller.abort();
  }, []);
  const fetchAnew = useRef<() => void>(undefined);
  useEffect(() => {
    if (!isCounted) return;
    const controller = new AbortController();
    const { signal } = controller;
    let round = 0;
    const fetch = async (): Promise<void> => {
      round += 1;
      const mine = round;
      const isLatest = (): boolean => !signal.aborted && mine === round;
      setTables(undefined); // Those of before tell what is no longer so.
      fetchAnew.current = undefined;
      try {
        await pageInSight(signal);
        await pageAtRest();
        if (!isLatest()) return;
        const fetched = await fetchTables();
        if (isLatest()) setTables(fetched);
      } catch (error) {
        if (!isLatest()) return;
        // The worker is asked all the same, and says what is the matter.
        console.warn("Compras Abiertas: the search is left to the worker:", error);
        fetchAnew.current = () => void fetch();
      }
    };
    onCorpusChange(signal, () => void fetch());
    void fetch();
    return () => controller.abort();
  }, [isCounted]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever types on would have use of them.
  useEffect(() => fetchAnew.current?.(), [filter]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is open goes by the clock.
  return useMemo(() => pageIds && tables?.see(filter, pageIds), [tables, filter, pageIds, returns]);
}
