import { memo, useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { isEmptyFilter } from "../../shared/search/filter.ts";
import { formatCount, t } from "../overlay/i18n.ts";
import type { FilterChange } from "../overlay/use-filter.ts";
import type { ListPage } from "../overlay/use-list-page.ts";
import { useOnceDrawn } from "../overlay/use-once-drawn.ts";
import { showRows } from "../page/page-rows.ts";
import { Beyond, type BeyondProps } from "./beyond.tsx";
import { SaveSearch } from "./mine/save-search.tsx";
import { ShareLink } from "./search/share-link.tsx";

interface FoundProps extends Omit<BeyondProps, "heading" | "counted"> {
  /** Leaves what stands below as it is: it is in sight, and would be empty until the answer comes. */
  isHeld: boolean;
  /** How far the portal's rows are in sight, in pixels. */
  toSight: number;
  changeFilter: (changes: FilterChange | "clear") => void;
}

/** What a filter finds: how many, this page's own rows filtered in place and, a frame later since it stands below, all else. */
export const Found = memo(function Found({ changeFilter, isHeld, toSight, ...props }: FoundProps) {
  const { filter, sight, answer, listPage } = props;
  const found = useMemo(() => ({ filter, sight, answer }), [filter, sight, answer]);
  const drawn = useOnceDrawn(found, isHeld);
  const counted = useRef(filter);
  counted.current = filter;
  const isFiltering = !isEmptyFilter(filter);
  const shownRows = useMemo(
    () => (isFiltering && sight ? new Set(sight.matchesOnPage) : undefined),
    [isFiltering, sight],
  );
  useRowsInPlace(listPage, shownRows, toSight);

  const heading = useRef<HTMLHeadingElement>(null);
  const seeResults = (): void => {
    heading.current?.scrollIntoView();
    heading.current?.focus({ preventScroll: true });
  };
  return (
    <>
      <div className="summary">
        <p role="status" className="count">
          {sight && t("count", formatCount(sight.count), formatCount(sight.total))}
        </p>
        {isFiltering && sight && sight.elsewhereCount > 0 && (
          <button type="button" className="quiet" onClick={seeResults}>
            {t("seeResults")}
          </button>
        )}
        <ShareLink filter={filter} />
        <SaveSearch filter={filter} />
        <button
          type="button"
          className="quiet"
          // Not disabled outright, for that takes the focus from whoever just pressed it.
          aria-disabled={!isFiltering}
          onClick={() => changeFilter("clear")}
        >
          {t("clear")}
        </button>
      </div>
      <Beyond {...props} {...drawn} counted={counted} heading={heading} />
    </>
  );
});

/** Keeps the portal's own rows in step with the filter, and gives them all back when the feature ends. */
function useRowsInPlace(
  listPage: ListPage | undefined,
  shown: ReadonlySet<string> | undefined,
  toSight: number,
): void {
  // A page that we no longer understand is left alone.
  const wanted = listPage?.isUnderstood ? shown : undefined;
  // Those in sight at once with the count, which is not to speak of rows that are still there; the rest of a long list once they are drawn.
  useLayoutEffect(() => {
    if (listPage) showRows(listPage.page, wanted, toSight);
  }, [listPage, wanted, toSight]);
  useEffect(() => listPage && showRows(listPage.page, wanted), [listPage, wanted]);
  useEffect(() => () => listPage && showRows(listPage.page), [listPage]);
}
