import { useState } from "react";
import type { ProcessAwards } from "../../../shared/feed/process-awards.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import type { Conversations } from "../../messages.ts";
import { formatMoney } from "../../overlay/card-words.ts";
import { formatCount, formatDayWords, t } from "../../overlay/i18n.ts";
import { useAnswer } from "../../overlay/use-answer.ts";
import { Failure } from "../failure.tsx";
import { ProcedureLink } from "../procedure-link.tsx";
import { DetailState } from "./detail-state.tsx";
import { PartidaLines } from "./partida-lines.tsx";
import { SimilarAmounts } from "./similar-amounts.tsx";

export type Purchase = Conversations["similar"]["answer"]["purchases"][number];

/** More are not alike enough to be compared by eye; some show at first, the rest at a press. */
const most = { asked: 10, atOnce: 5 };

/** The earlier purchases that are most like a procedure: by which words, who won them, and for how much. @param id the portal's number. */
export function SimilarPurchases({ id }: { id: string }) {
  const { answer, failure } = useAnswer("similar", { id, limit: most.asked });
  const [limit, setLimit] = useState(most.atOnce);
  const ids = answer?.purchases.map(({ row }) => row.id) ?? [];
  const awards = useAnswer("awards", ids.length > 0 ? { ids } : undefined);
  if (failure !== undefined) return <Failure reason={failure} />;
  if (answer === undefined) return <p role="status">{t("loading")}</p>;
  const { isKnown, total, purchases, partidas } = answer;
  if (!isKnown) return <p className="hint">{t("similarUnknown")}</p>;
  if (purchases.length === 0) {
    return (
      <>
        <p className="hint">{t("similarNone", formatCount(total))}</p>
        <PartidaLines partidas={partidas} />
      </>
    );
  }
  const told = new Map(awards.answer?.told?.map((each) => [each.id, each]));
  return (
    <>
      <PartidaLines partidas={partidas} />
      <p className="aside">{t("similarHint")}</p>
      {awards.answer?.told && <SimilarAmounts purchases={purchases} told={told} />}
      <ol aria-label={t("similarTitle")} className="results">
        {purchases.slice(0, limit).map((purchase) => (
          <li key={purchase.row.id} className="result">
            <PurchaseFacts purchase={purchase} />
            {awards.answer?.told && <Award awards={told.get(purchase.row.id)} />}
          </li>
        ))}
      </ol>
      {limit < purchases.length && (
        <button type="button" className="more" onClick={() => setLimit(purchases.length)}>
          {t("similarMore", formatCount(purchases.length))}
        </button>
      )}
      {awards.failure !== undefined && <Failure reason={awards.failure} />}
      {awards.answer && <DetailState detail={awards.answer} untold={t("similarNoAmounts")} />}
    </>
  );
}

function PurchaseFacts({ purchase }: { purchase: Purchase }) {
  const { row, reasons, isSameBuyer, isSameCall } = purchase;
  const { timeZone } = durango;
  const words = reasons.map(({ kind, term, found = term }) =>
    kind === "synonym"
      ? t("similarSynonym", found.toLowerCase(), term)
      : `«${found.toLowerCase()}»`,
  );
  return (
    <>
      <ProcedureLink row={row} />
      <p className="facts">
        {row.publishedAt && (
          <span>{t("rowPublished", formatDayWords(row.publishedAt, timeZone))}</span>
        )}
        {isSameBuyer && <span>{t("similarSameBuyer")}</span>}
        {row.statusText && <span>{t("rowPortalStatus", row.statusText)}</span>}
      </p>
      <p className="why">{t("similarWhy", words.join(", "))}</p>
      {isSameCall && <p className="aside">{t("similarSameCall")}</p>}
    </>
  );
}

function Award({ awards }: { awards: ProcessAwards | undefined }) {
  if (awards === undefined) return <p className="aside">{t("similarNoAward")}</p>;
  const { winners, winnerCount, value } = awards;
  const names = winners.map(({ name }) => name).join("; ");
  const others = winnerCount - winners.length;
  return (
    <>
      <p className="aside">
        {winnerCount === 0 && t("awardNobody")}
        {winnerCount > 0 &&
          (others > 0
            ? t("similarManyWinners", names, formatCount(others))
            : t("similarWinners", names))}
      </p>
      <p className="amount">{value ? t("awardValue", formatMoney(value)) : t("awardUntold")}</p>
    </>
  );
}
