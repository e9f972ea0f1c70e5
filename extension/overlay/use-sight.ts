import { useEffect, useMemo, useState } from "react";
import type { TenderFilter } from "../../shared/search/filter.ts";
import { onCorpusChange } from "../settings.ts";
import type { Sight } from "../sight.ts";
import { fetchTables, type TablesAtHand } from "./tables-at-hand.ts";

/**
 * What a filter finds, in sight, from tables in this page and thus in the task of the keystroke; undefined until they are here, and
 * where they do not tell. The worker tells the same, and the rest, later.
 *
 * @param isWanted whether someone is about to type.
 */
export function useSight(
  filter: TenderFilter,
  pageIds: readonly string[] | undefined,
  isWanted: boolean,
): Sight | undefined {
  const [tables, setTables] = useState<TablesAtHand>();
  useEffect(() => {
    if (!isWanted) return;
    const controller = new AbortController();
    const { signal } = controller;
    let round = 0;
    const fetch = (): void => {
      round += 1;
      const mine = round;
      const isLatest = (): boolean => !signal.aborted && mine === round;
      setTables(undefined); // Those of before tell what is no longer so.
      fetchTables().then(
        (fetched) => {
          if (isLatest()) setTables(fetched);
        },
        (error: unknown) => {
          // The worker is asked all the same, and says what is the matter.
          if (isLatest())
            console.warn("Compras Abiertas: the search is left to the worker:", error);
        },
      );
    };
    onCorpusChange(signal, fetch);
    fetch();
    return () => controller.abort();
  }, [isWanted]);
  return useMemo(() => pageIds && tables?.see(filter, pageIds), [tables, filter, pageIds]);
}
