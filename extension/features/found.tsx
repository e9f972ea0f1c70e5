import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { listado } from "../../shared/portal/pages/listado.ts";
import { isEmptyFilter, type TenderFilter } from "../../shared/search/filter.ts";
import type { Conversations } from "../messages.ts";
import { formatCount, t } from "../overlay/i18n.ts";
import { OnItsOwn } from "../overlay/on-its-own.tsx";
import type { FilterChange } from "../overlay/use-filter.ts";
import type { ListPage } from "../overlay/use-list-page.ts";
import { showRows } from "../page/page-rows.ts";
import { BuyerCard } from "./cards/buyer-card.tsx";
import { BuyerOverview } from "./cards/buyer-overview.tsx";
import { CalendarOfSearch } from "./dates/calendar-of.tsx";
import { CalendarSubscribe } from "./dates/calendar-subscribe.tsx";
import { Month } from "./dates/month.tsx";
import { SaveSearch } from "./mine/save-search.tsx";
import { ContrastLine } from "./portal-page/contrast.tsx";
import { PageNews } from "./portal-page/page-news.tsx";
import { ReportPage } from "./portal-page/report-page.tsx";
import { Results } from "./search/results.tsx";
import { ShareLink } from "./search/share-link.tsx";
import { type View, ViewChoice } from "./search/view-choice.tsx";
import { TakeAlong } from "./taking/take-along.tsx";
import { usePicks } from "./taking/use-picks.ts";

interface FoundProps {
  /** The filter that `answer` is of. */
  filter: TenderFilter;
  changeFilter: (changes: FilterChange | "clear") => void;
  /** Undefined until there is one. */
  answer: Conversations["search"]["answer"] | undefined;
  /** Undefined until it is read, and where there is none. */
  listPage: ListPage | undefined;
  /** Portal numbers of its rows, each once. */
  pageIds: readonly string[] | undefined;
  /** Whether there is no page of the portal beside. */
  isAlone: boolean;
  /** Brings the tab that this is in into sight. */
  show: () => void;
  /** More of what this filter finds. */
  showMore: (of: TenderFilter) => void;
}

/** What a filter finds beyond this page and what can be done with it; and this page's own rows, filtered in place. */
export const Found = memo(function Found(props: FoundProps) {
  const { filter, changeFilter, answer, listPage, pageIds, isAlone, show, showMore } = props;
  const [view, setView] = useState<View>("list");
  const picks = usePicks();
  const isFiltering = !isEmptyFilter(filter);
  const shownRows = useMemo(
    () => (isFiltering && answer ? new Set(answer.matchesOnPage) : undefined),
    [isFiltering, answer],
  );
  useRowsInPlace(listPage, shownRows);

  const results = useRef<HTMLHeadingElement>(null);
  const seeResults = (): void => {
    results.current?.scrollIntoView();
    results.current?.focus({ preventScroll: true });
  };
  const [buyer, ...otherBuyers] = filter.buyers;
  const rowCount = pageIds?.length ?? 0;
  return (
    <>
      <div className="summary">
        <p role="status" className="count">
          {answer && t("count", formatCount(answer.count), formatCount(answer.total))}
        </p>
        {isFiltering && answer && answer.elsewhereCount > 0 && (
          <button type="button" className="quiet" onClick={seeResults}>
            {t("seeResults")}
          </button>
        )}
        <ShareLink filter={filter} />
        <SaveSearch filter={filter} />
        <button
          type="button"
          className="quiet"
          disabled={isEmptyFilter(filter)}
          onClick={() => changeFilter("clear")}
        >
          {t("clear")}
        </button>
      </div>
      <OnItsOwn>
        <TakeAlong filter={filter} picks={picks} />
      </OnItsOwn>
      <OnItsOwn>
        <fieldset className="take-along">
          <legend>{t("calendarGroup")}</legend>
          <p className="actions">
            <CalendarOfSearch filter={filter} />
          </p>
          <CalendarSubscribe filter={filter} />
        </fieldset>
      </OnItsOwn>
      {answer && rowCount > 0 && listPage?.isUnderstood && (
        <p className="aside">
          {shownRows
            ? t("onPage", formatCount(shownRows.size), formatCount(rowCount))
            : t("pageUntouched", formatCount(rowCount))}
        </p>
      )}
      <OnItsOwn>
        {listPage?.read?.isUnderstood && listPage.read.reading.contrast && (
          <ContrastLine contrast={listPage.read.reading.contrast} />
        )}
      </OnItsOwn>
      <OnItsOwn>
        {listPage?.isUnderstood && pageIds && (
          <PageNews listPage={listPage} ids={pageIds} picks={picks} show={show} />
        )}
      </OnItsOwn>
      <OnItsOwn>
        {buyer !== undefined && otherBuyers.length === 0 && (
          <BuyerOverview key={buyer} id={buyer} />
        )}
      </OnItsOwn>
      <OnItsOwn>
        {buyer !== undefined && otherBuyers.length === 0 && <BuyerCard key={buyer} id={buyer} />}
      </OnItsOwn>
      <OnItsOwn>
        <ViewChoice view={view} choose={setView} />
        {view === "month" && <Month filter={filter} heading={results} />}
        {view === "list" && answer && (
          <Results
            answer={answer}
            isFiltering={isFiltering}
            isAlone={isAlone}
            picks={picks}
            heading={results}
            showMore={() => showMore(filter)}
          />
        )}
      </OnItsOwn>
      <OnItsOwn>{listPage?.isUnderstood && <ReportPage kind={listado} isUnderstood />}</OnItsOwn>
    </>
  );
});

/** Keeps the portal's own rows in step with the filter, and gives them all back when the feature ends. */
function useRowsInPlace(
  listPage: ListPage | undefined,
  shown: ReadonlySet<string> | undefined,
): void {
  // At once with the count, which is not to speak of rows that are still there.
  useLayoutEffect(() => {
    // A page that we no longer understand is left alone.
    if (listPage) showRows(listPage.page, listPage.isUnderstood ? shown : undefined);
  }, [listPage, shown]);
  useEffect(() => () => listPage && showRows(listPage.page), [listPage]);
}
