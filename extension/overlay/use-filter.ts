import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import {
  decodeFilter,
  emptyFilter,
  encodeFilter,
  type TenderFilter,
} from "../../shared/search/filter.ts";
import { dropUndefined, type WithUndefined } from "../../shared/values/present.ts";
import { changeSettings } from "../settings.ts";
import { addressWithFilter, filterOfAddress } from "./filter-link.ts";
import { filterOfTab, keepFilterOfTab } from "./tab-filter.ts";

/** What changes of a filter; undefined takes away what a filter may lack. */
export type FilterChange = Partial<WithUndefined<TenderFilter>>;

/**
 * The filter in use. It survives paging and reload, and is always in the page's address, so that the address is a link to share.
 * A filter in the address wins over the one of the tab, and that one over what was in use last, in whatever tab. The function that changes it
 * is always the same.
 *
 * @param kept the filter of the last visit, as `encodeFilter` writes it.
 */
export function useFilter(
  kept: string,
): [filter: TenderFilter, change: (changes: FilterChange | "clear") => void] {
  const [filter, setFilter] = useState(
    () => filterOfAddress(location.hash) ?? decodeFilter(filterOfTab() ?? kept),
  );

  const lastKept = useRef<TenderFilter | undefined>(undefined);
  const keep = useCallback((latest: TenderFilter): void => {
    // Once: a page that is closed long after must not write over what another one has kept since.
    if (lastKept.current === latest) return;
    lastKept.current = latest;
    const encoded = encodeFilter(latest);
    history.replaceState(history.state, "", addressWithFilter(location.href, latest));
    keepFilterOfTab(encoded);
    void changeSettings({ filter: encoded });
  }, []);
  // At once: the page may be closed before it is drawn with what was changed.
  useLayoutEffect(() => {
    const leave = (): void => keep(filter);
    addEventListener("pagehide", leave);
    return () => removeEventListener("pagehide", leave);
  }, [filter, keep]);
  useEffect(() => {
    // The worker is asked first: writing the address takes as long as its answer.
    const turn = requestIdleCallback(() => keep(filter), { timeout: 300 });
    return () => cancelIdleCallback(turn);
  }, [filter, keep]);

  useEffect(() => {
    const follow = (): void => {
      const shared = filterOfAddress(location.hash);
      if (shared) setFilter(shared);
    };
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);

  const change = useCallback((changes: FilterChange | "clear"): void => {
    setFilter((before) =>
      changes === "clear" ? emptyFilter : dropUndefined({ ...before, ...changes }),
    );
  }, []);
  return [filter, change];
}
