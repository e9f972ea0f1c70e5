import type { Ref } from "react";
import type { TenderRow } from "../../shared/feed/tender-row.ts";
import { durango } from "../../shared/portal/profiles/durango.ts";
import type { MatchReason } from "../../shared/search/explain-match.ts";
import { stateOf, type TenderState } from "../../shared/search/filter.ts";
import type { Conversations } from "../messages.ts";
import { formatCount, formatDayWords, formatInstantWords, t } from "../overlay/i18n.ts";
import { stateNames } from "../overlay/state-names.ts";
import { MatchReasons } from "./match-reasons.tsx";

interface ResultsProps {
  answer: Conversations["search"]["answer"];
  isFiltering: boolean;
  /** Takes the focus when the user asks to see the results. */
  heading: Ref<HTMLHeadingElement>;
  showMore: () => void;
}

/** What the filter finds beyond the rows of this page, each with a link to its page on the portal. */
export function Results({ answer, isFiltering, heading, showMore }: ResultsProps) {
  if (!isFiltering) return <p className="hint">{t("hint")}</p>;
  if (answer.count === 0) return <p className="hint">{t("none")}</p>;
  if (answer.elsewhereCount === 0) return <p className="hint">{t("noneElsewhere")}</p>;
  const now = Date.now();
  return (
    <>
      <h3 ref={heading} tabIndex={-1} className="results-title">
        {t("elsewhere", formatCount(answer.elsewhereCount))}
      </h3>
      <ol aria-label={t("results")} className="results">
        {answer.elsewhere.map((row) => (
          <Result
            key={row.id}
            row={row}
            state={stateOf(row, now)}
            reasons={answer.reasons[row.id] ?? []}
          />
        ))}
      </ol>
      {answer.elsewhere.length < answer.elsewhereCount && (
        <button type="button" className="more" onClick={showMore}>
          {t("more")}
        </button>
      )}
    </>
  );
}

interface ResultProps {
  row: TenderRow;
  state: TenderState;
  reasons: readonly MatchReason[];
}

function Result({ row, state, reasons }: ResultProps) {
  const { timeZone } = durango;
  return (
    <li className="result">
      <a href={durango.routes.procedimiento.replace("{id}", row.id)}>
        {row.title ?? t("rowWithoutTitle")}
      </a>
      <p className="buyer">{row.buyerName ?? t("rowWithoutBuyer")}</p>
      <p className="facts">
        <span className={`state ${state}`}>{t(stateNames[state])}</span>
        {row.opensAt && <span>{t("rowOpens", formatInstantWords(row.opensAt, timeZone))}</span>}
        {row.publishedAt && (
          <span>{t("rowPublished", formatDayWords(row.publishedAt, timeZone))}</span>
        )}
        {row.statusText && <span>{t("rowPortalStatus", row.statusText)}</span>}
        {row.number && <span className="number">{row.number}</span>}
      </p>
      {reasons.length > 0 && <MatchReasons reasons={reasons} />}
    </li>
  );
}
