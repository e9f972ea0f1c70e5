import { type RefObject, useLayoutEffect, useRef } from "react";
import { isEmptyFilter, type TenderFilter } from "../../../shared/search/filter.ts";
import type { Conversations } from "../../messages.ts";
import { formatCount, t } from "../../overlay/i18n.ts";
import { useFocusKept } from "../../overlay/use-focus-kept.ts";
import type { Sight } from "../../sight.ts";
import type { Picks } from "../taking/use-picks.ts";
import { ResultList } from "./result-list.tsx";

interface ResultsProps {
  filter: TenderFilter;
  /** What the filter finds, counted. */
  sight: Sight;
  /** The results themselves; undefined until they are here. */
  answer: Conversations["search"]["answer"] | undefined;
  /** Whether there is no page of the portal beside, of which these are the rest. */
  isAlone: boolean;
  picks: Picks;
  /** Takes the focus when the user asks to see the results. */
  heading: RefObject<HTMLHeadingElement | null>;
  showMore: () => void;
}

/** What the filter finds beyond the rows of this page, each with a link to its page on the portal. */
export function Results(props: ResultsProps) {
  const { filter, sight, answer, isAlone, picks, heading, showMore } = props;
  const box = useRef<HTMLDivElement>(null);
  const countBefore = useRef(0);
  // With the last results the button that brought them goes.
  useFocusKept(box, () => linkOf(box.current, countBefore.current) ?? heading.current);
  useLayoutEffect(() => {
    countBefore.current = answer?.elsewhere.length ?? 0; // None before the first answer.
  }, [answer]);
  if (isEmptyFilter(filter)) return <p className="hint">{t("hint")}</p>;
  if (sight.count === 0) return <p className="hint">{t("none")}</p>;
  if (sight.elsewhereCount === 0) return <p className="hint">{t("noneElsewhere")}</p>;
  return (
    <div ref={box}>
      <h3 ref={heading} tabIndex={-1} className="results-title">
        {t(isAlone ? "matching" : "elsewhere", formatCount(sight.elsewhereCount))}
      </h3>
      <ResultList answer={answer} picks={picks} />
      {answer && answer.elsewhere.length < answer.elsewhereCount && (
        <button type="button" className="more" onClick={showMore}>
          {t("more")}
        </button>
      )}
    </div>
  );
}

/** The link of a result, counted from 0; undefined where there are not so many. */
function linkOf(box: HTMLElement | null, position: number): HTMLElement | undefined {
  return box?.querySelectorAll<HTMLElement>(".result > a")[position];
}
