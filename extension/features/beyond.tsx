import { memo, type RefObject, useState } from "react";
import { listado } from "../../shared/portal/pages/listado.ts";
import { isEmptyFilter, type TenderFilter } from "../../shared/search/filter.ts";
import type { Conversations } from "../messages.ts";
import { formatCount, t } from "../overlay/i18n.ts";
import { OnItsOwn } from "../overlay/on-its-own.tsx";
import type { ListPage } from "../overlay/use-list-page.ts";
import type { Sight } from "../sight.ts";
import { BuyerCard } from "./cards/buyer-card.tsx";
import { BuyerOverview } from "./cards/buyer-overview.tsx";
import { CalendarOfSearch } from "./dates/calendar-of.tsx";
import { CalendarSubscribe } from "./dates/calendar-subscribe.tsx";
import { Month } from "./dates/month.tsx";
import { ContrastLine } from "./portal-page/contrast.tsx";
import { PageNews } from "./portal-page/page-news.tsx";
import { ReportPage } from "./portal-page/report-page.tsx";
import { Results } from "./search/results.tsx";
import { type View, ViewChoice } from "./search/view-choice.tsx";
import { TakeAlong } from "./taking/take-along.tsx";
import { usePicks } from "./taking/use-picks.ts";

export interface BeyondProps {
  filter: TenderFilter;
  /** The filter that is counted at the moment: what is drawn here may still go by the one before. */
  counted: RefObject<TenderFilter>;
  /** What the filter finds, counted; undefined until it is known. */
  sight: Sight | undefined;
  /** The worker's answer to the filter; undefined until there is one. */
  answer: Conversations["search"]["answer"] | undefined;
  /** Undefined until it is read, and where there is none. */
  listPage: ListPage | undefined;
  /** Portal numbers of its rows, each once. */
  pageIds: readonly string[] | undefined;
  /** Whether there is no page of the portal beside. */
  isAlone: boolean;
  /** Around the results. */
  results: RefObject<HTMLDivElement | null>;
  /** Of the results: takes the focus when the user asks to see them. */
  heading: RefObject<HTMLHeadingElement | null>;
  /** Brings the tab that this is in into sight. */
  show: () => void;
  /** More of what this filter finds. */
  showMore: (of: TenderFilter) => void;
}

/** What a filter finds beyond this page, and what can be done with it. */
export const Beyond = memo(function Beyond(props: BeyondProps) {
  const {
    filter,
    counted,
    sight,
    answer,
    listPage,
    pageIds,
    isAlone,
    results,
    heading,
    show,
    showMore,
  } = props;
  const [view, setView] = useState<View>("list");
  const picks = usePicks();
  const isFiltering = !isEmptyFilter(filter);
  const [buyer, ...otherBuyers] = filter.buyers;
  const rowCount = pageIds?.length ?? 0;
  return (
    <>
      <OnItsOwn>
        <TakeAlong counted={counted} picks={picks} />
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
      {sight && rowCount > 0 && listPage?.isUnderstood && (
        <p className="aside">
          {isFiltering
            ? t("onPage", formatCount(new Set(sight.matchesOnPage).size), formatCount(rowCount))
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
      <div ref={results}>
        <OnItsOwn>
          <ViewChoice view={view} choose={setView} />
          {view === "month" && <Month filter={filter} heading={heading} />}
          {view === "list" && sight && (
            <Results
              filter={filter}
              sight={sight}
              answer={answer}
              isAlone={isAlone}
              picks={picks}
              heading={heading}
              showMore={() => showMore(filter)}
            />
          )}
        </OnItsOwn>
      </div>
      <OnItsOwn>{listPage?.isUnderstood && <ReportPage kind={listado} isUnderstood />}</OnItsOwn>
    </>
  );
});
