import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { listado } from "../../shared/portal/pages/listado.ts";
import { encodeFilter, type TenderFilter } from "../../shared/search/filter.ts";
import { OnItsOwn } from "../overlay/on-its-own.tsx";
import { useAnswer } from "../overlay/use-answer.ts";
import type { FilterChange } from "../overlay/use-filter.ts";
import { useInSight } from "../overlay/use-in-sight.ts";
import type { ListPage } from "../overlay/use-list-page.ts";
import { useOnceStill } from "../overlay/use-once-still.ts";
import { useSight } from "../overlay/use-sight.ts";
import { pixelsToSight } from "../page/page-rows.ts";
import { Found } from "./found.tsx";
import { Notices } from "./notices.tsx";
import { ReportPage } from "./portal-page/report-page.tsx";
import { Filters } from "./search/filters.tsx";

/** More than a screen holds; each one more is sent, explained and laid out at every keystroke. */
const resultsAtFirst = 10;
const resultsMore = 50;

interface TendersProps {
  filter: TenderFilter;
  /** Always the same function, as `show` is: what a letter typed does not change is not drawn anew. */
  changeFilter: (changes: FilterChange | "clear") => void;
  /** The portal's list on the page: undefined until it is read, "none" where there is none. */
  listPage: ListPage | "none" | undefined;
  /** Brings the tab that this is in into sight. */
  show: () => void;
}

/** Searching tenders: the filter's form, and what it finds on this page and beyond. */
export function Tenders({ filter, changeFilter, listPage: given, show }: TendersProps) {
  const isAlone = given === "none";
  const listPage = isAlone ? undefined : given;
  const [wanted, setWanted] = useState({ of: "", limit: resultsAtFirst });
  const pageIds = useMemo(() => (isAlone ? [] : listPage && idsOf(listPage)), [isAlone, listPage]);
  const asked = encodeFilter(filter);
  // Another filter is another list, of which the first are wanted again.
  const limit = wanted.of === asked ? wanted.limit : resultsAtFirst;
  const [isCounted, setCounted] = useState(false);
  const atOnce = useSight(filter, pageIds, isCounted);
  const results = useRef<HTMLDivElement>(null);
  const areResultsInSight = useInSight(results);
  const latest = useMemo(() => pageIds && { filter, pageIds, limit }, [filter, pageIds, limit]);
  // What the page finds by itself is all that is in sight, mostly: the worker is asked once nobody types.
  const still = useOnceStill(latest, atOnce === undefined || areResultsInSight);
  const answered = useAnswer("search", still);
  const { answer, question, failure } = answered;
  useEffect(() => setCounted(answer !== undefined), [answer]);
  const sight = atOnce ?? answer;
  // Asked before anything is drawn: later, the browser would have to lay out all that has changed to answer it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever something else is in sight.
  const toSight = useMemo(() => (listPage ? pixelsToSight(listPage.page) : 0), [listPage, sight]);
  const showMore = useCallback((of: TenderFilter) => {
    const key = encodeFilter(of);
    setWanted((before) => ({
      of: key,
      limit: (before.of === key ? before.limit : resultsAtFirst) + resultsMore,
    }));
  }, []);
  // Where the page does not count by itself, what is shown goes by the filter that was answered: half of the old answer with half of the new
  // filter would be wrong, and drawn twice.
  const isAhead = atOnce !== undefined || failure !== undefined || question === undefined;
  const seen = isAhead ? filter : question.filter;
  const isAnswered = question !== undefined && encodeFilter(question.filter) === encodeFilter(seen);
  return (
    <>
      <OnItsOwn>
        <Notices answered={answered} read={listPage?.read} isAgeElsewhere />
      </OnItsOwn>
      <OnItsOwn>
        {listPage?.isUnderstood === false && <ReportPage kind={listado} isUnderstood={false} />}
      </OnItsOwn>
      <OnItsOwn>
        <Filters filter={filter} change={changeFilter} sight={sight} partidas={answer?.partidas} />
      </OnItsOwn>
      <Found
        filter={seen}
        sight={sight}
        answer={isAnswered ? answer : undefined}
        isHeld={areResultsInSight && !isAnswered && failure === undefined}
        toSight={toSight}
        results={results}
        changeFilter={changeFilter}
        listPage={listPage}
        pageIds={pageIds}
        isAlone={isAlone}
        show={show}
        showMore={showMore}
      />
    </>
  );
}

function idsOf({ page }: ListPage): string[] {
  return [...new Set(page.rows.flatMap(({ id }) => id ?? []))];
}
