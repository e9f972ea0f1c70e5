import { useCallback, useEffect, useState } from "react";
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

  useEffect(() => {
    let isKept = false;
    const keep = (): void => {
      // Once: a page that is closed long after must not write over what another one has kept since.
      if (isKept) return;
      isKept = true;
      history.replaceState(history.state, "", addressWithFilter(location.href, filter));
      const encoded = encodeFilter(filter);
      keepFilterOfTab(encoded);
      void changeSettings({ filter: encoded });
    };
    // The worker is asked first: writing the address takes as long as its answer.
    const turn = requestIdleCallback(keep, { timeout: 300 });
    addEventListener("pagehide", keep);
    return () => {
      cancelIdleCallback(turn);
      removeEventListener("pagehide", keep);
    };
  }, [filter]);

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
