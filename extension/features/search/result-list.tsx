import { isWithdrawn } from "../../../shared/feed/is-withdrawn.ts";
import type { TenderRow } from "../../../shared/feed/tender-row.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import type { MatchReason } from "../../../shared/search/explain-match.ts";
import { stateOf, type TenderState } from "../../../shared/search/filter.ts";
import type { PartidaReason } from "../../../shared/search/partidas/explain-partida.ts";
import type { Conversations } from "../../messages.ts";
import { formatDayWords, formatInstantWords, t } from "../../overlay/i18n.ts";
import { stateNames } from "../../overlay/state-names.ts";
import { useMarks } from "../../overlay/use-marks.ts";
import type { Mark } from "../../personal/conversations.ts";
import { ClosesIn } from "../dates/closes-in.tsx";
import { MarkLine } from "../mine/mark-line.tsx";
import { ProcedureLink, titleOf } from "../procedure-link.tsx";
import { RowActions } from "../row-actions.tsx";
import { PickRow } from "../taking/pick-row.tsx";
import type { Picks } from "../taking/use-picks.ts";
import { MatchReasons } from "./match-reasons.tsx";

interface ResultListProps {
  /** Undefined until it is here: the list is empty then, and says that it is busy. */
  answer: Conversations["search"]["answer"] | undefined;
  picks: Picks;
}

/** The results one by one. */
export function ResultList({ answer, picks }: ResultListProps) {
  const rows = answer?.elsewhere ?? [];
  const marks = useMarks(rows.map(({ id }) => id));
  const now = Date.now();
  return (
    <ol aria-label={t("results")} aria-busy={answer === undefined} className="results">
      {answer &&
        rows.map((row) => (
          <Result
            key={row.id}
            row={row}
            state={stateOf(row, now)}
            reasons={ofRow(answer.reasons, row.id)}
            partidas={ofRow(answer.partidaReasons, row.id)}
            mark={marks.get(row.id)}
            picks={picks}
          />
        ))}
    </ol>
  );
}

/** A row may be called as something that every object has, such as `constructor`. */
function ofRow<Reason>(reasons: Readonly<Record<string, Reason[]>>, id: string): readonly Reason[] {
  return Object.hasOwn(reasons, id) ? (reasons[id] ?? []) : [];
}

interface ResultProps {
  row: TenderRow;
  state: TenderState;
  reasons: readonly MatchReason[];
  partidas: readonly PartidaReason[];
  /** Undefined until it is known. */
  mark: Mark | undefined;
  picks: Picks;
}

function Result({ row, state, reasons, partidas, mark, picks }: ResultProps) {
  const { timeZone } = durango;
  return (
    <li className="result">
      <ProcedureLink row={row} />
      <p className="facts">
        {/* What the portal took away is neither open nor closed, whatever its dates say; its link says that it is gone. */}
        {!isWithdrawn(row) && <span className={`state ${state}`}>{t(stateNames[state])}</span>}
        {row.opensAt && <span>{t("rowOpens", formatInstantWords(row.opensAt, timeZone))}</span>}
        <ClosesIn row={row} />
        {row.publishedAt && (
          <span>{t("rowPublished", formatDayWords(row.publishedAt, timeZone))}</span>
        )}
        {row.statusText && <span>{t("rowPortalStatus", row.statusText)}</span>}
        {row.number && <span className="number">{row.number}</span>}
      </p>
      <MatchReasons reasons={reasons} partidas={partidas} />
      <MarkLine id={row.id} title={titleOf(row)} mark={mark} />
      <PickRow id={row.id} title={titleOf(row)} picks={picks} />
      <RowActions row={row} />
    </li>
  );
}
