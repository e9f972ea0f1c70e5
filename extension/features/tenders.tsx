import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { listado } from "../../shared/portal/pages/listado.ts";
import { encodeFilter, isEmptyFilter, type TenderFilter } from "../../shared/search/filter.ts";
import { formatCount, t } from "../overlay/i18n.ts";
import { OnItsOwn } from "../overlay/on-its-own.tsx";
import { useAnswer } from "../overlay/use-answer.ts";
import type { FilterChange } from "../overlay/use-filter.ts";
import type { ListPage } from "../overlay/use-list-page.ts";
import { showRows } from "../page/page-rows.ts";
import { BuyerCard } from "./cards/buyer-card.tsx";
import { BuyerOverview } from "./cards/buyer-overview.tsx";
import { CalendarOfSearch } from "./dates/calendar-of.tsx";
import { CalendarSubscribe } from "./dates/calendar-subscribe.tsx";
import { Month } from "./dates/month.tsx";
import { SaveSearch } from "./mine/save-search.tsx";
import { Notices } from "./notices.tsx";
import { ContrastLine } from "./portal-page/contrast.tsx";
import { PageNews } from "./portal-page/page-news.tsx";
import { ReportPage } from "./portal-page/report-page.tsx";
import { Filters } from "./search/filters.tsx";
import { Results } from "./search/results.tsx";
import { ShareLink } from "./search/share-link.tsx";
import { type View, ViewChoice } from "./search/view-choice.tsx";
import { TakeAlong } from "./taking/take-along.tsx";
import { usePicks } from "./taking/use-picks.ts";

/** More than a screen holds; each one more is sent, explained and laid out at every keystroke. */
const resultsAtFirst = 10;
const resultsMore = 50;

interface TendersProps {
  filter: TenderFilter;
  changeFilter: (changes: FilterChange | "clear") => void;
  /** The portal's list on the page: undefined until it is read, "none" where there is none. */
  listPage: ListPage | "none" | undefined;
  /** Brings the tab that this is in into sight. */
  show: () => void;
}

/** Searching tenders: the filter's form, what it finds beyond this page, and this page's own rows filtered in place. */
export function Tenders({ filter, changeFilter, listPage: given, show }: TendersProps) {
  const isAlone = given === "none";
  const listPage = isAlone ? undefined : given;
  const [wanted, setWanted] = useState({ of: "", limit: resultsAtFirst });
  const [view, setView] = useState<View>("list");
  const pageIds = isAlone ? [] : listPage && idsOf(listPage);
  const asked = encodeFilter(filter);
  // Another filter is another list, of which the first are wanted again.
  const limit = wanted.of === asked ? wanted.limit : resultsAtFirst;
  const answered = useAnswer("search", pageIds && { filter, pageIds, limit });
  const { answer, question } = answered;
  const picks = usePicks();
  // What is shown goes by the filter that was answered: half of the old answer with half of the new filter would be wrong, and drawn twice.
  const isFiltering = !isEmptyFilter(question?.filter ?? filter);
  const matchesOnPage = answer && new Set(answer.matchesOnPage);
  useRowsInPlace(listPage, isFiltering ? matchesOnPage : undefined);

  const results = useRef<HTMLHeadingElement>(null);
  const seeResults = (): void => {
    results.current?.scrollIntoView();
    results.current?.focus({ preventScroll: true });
  };
  const [buyer, ...otherBuyers] = filter.buyers;
  const rowCount = pageIds?.length ?? 0;
  return (
    <>
      <OnItsOwn>
        <Notices answered={answered} read={listPage?.read} isAgeElsewhere />
      </OnItsOwn>
      <OnItsOwn>
        {listPage?.isUnderstood === false && <ReportPage kind={listado} isUnderstood={false} />}
      </OnItsOwn>
      <OnItsOwn>
        <Filters filter={filter} change={changeFilter} answer={answer} />
      </OnItsOwn>
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
          {isFiltering
            ? t("onPage", formatCount(matchesOnPage?.size ?? 0), formatCount(rowCount))
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
            showMore={() => setWanted({ of: asked, limit: limit + resultsMore })}
          />
        )}
      </OnItsOwn>
      <OnItsOwn>{listPage?.isUnderstood && <ReportPage kind={listado} isUnderstood />}</OnItsOwn>
    </>
  );
}

function idsOf({ page }: ListPage): string[] {
  return [...new Set(page.rows.flatMap(({ id }) => id ?? []))];
}

/** Keeps the portal's own rows in step with the filter, and gives them all back when the feature ends. */
function useRowsInPlace(
  listPage: ListPage | undefined,
  shown: ReadonlySet<string> | undefined,
): void {
  const key = shown && [...shown].join();
  // At once with the count, which is not to speak of rows that are still there.
  useLayoutEffect(() => {
    if (!listPage) return;
    // A page that we no longer understand is left alone.
    const isShown =
      key === undefined || !listPage.isUnderstood ? undefined : new Set(key.split(","));
    showRows(listPage.page, isShown);
  }, [listPage, key]);
  useEffect(() => () => listPage && showRows(listPage.page), [listPage]);
}
