import type { TenderRow } from "../../../shared/feed/tender-row.ts";
import type { MatchReason } from "../../../shared/search/explain-match.ts";
import type { PartidaReason } from "../../../shared/search/partidas/explain-partida.ts";
import type { Conversations } from "../../messages.ts";
import { t } from "../../overlay/i18n.ts";
import { useMarks } from "../../overlay/use-marks.ts";
import type { Mark } from "../../personal/conversations.ts";
import { MarkLine } from "../mine/mark-line.tsx";
import { ProcedureLink, titleOf } from "../procedure-link.tsx";
import { RowActions } from "../row-actions.tsx";
import { RowFacts } from "../row-facts.tsx";
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
  return (
    <ol aria-label={t("results")} aria-busy={answer === undefined} className="results">
      {answer &&
        rows.map((row) => (
          <Result
            key={row.id}
            row={row}
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
  reasons: readonly MatchReason[];
  partidas: readonly PartidaReason[];
  /** Undefined until it is known. */
  mark: Mark | undefined;
  picks: Picks;
}

function Result({ row, reasons, partidas, mark, picks }: ResultProps) {
  return (
    <li className="result">
      <ProcedureLink row={row} />
      <RowFacts row={row} />
      <MatchReasons reasons={reasons} partidas={partidas} />
      <MarkLine id={row.id} title={titleOf(row)} mark={mark} />
      <PickRow id={row.id} title={titleOf(row)} picks={picks} />
      <RowActions row={row} />
    </li>
  );
}
