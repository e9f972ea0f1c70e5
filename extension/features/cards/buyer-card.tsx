import { useState } from "react";
import type { BuyerProfile } from "../../../shared/feed/buyer-profile.ts";
import { describeAmounts, formatMoney } from "../../overlay/card-words.ts";
import { formatCount, t } from "../../overlay/i18n.ts";
import { useAnswer } from "../../overlay/use-answer.ts";
import { Failure } from "../failure.tsx";
import { DetailState } from "./detail-state.tsx";
import { SupplierCard } from "./supplier-card.tsx";

/** Suppliers that show at first; the rest at a press. */
const suppliersAtOnce = 5;

/** A buyer's usual suppliers and amounts, each figure with its n. What nobody tells is said to be unknown, and is never 0. */
export function BuyerCard({ id }: { id: string }) {
  const { answer, failure } = useAnswer("buyer", { id });
  if (failure !== undefined) return <Failure reason={failure} />;
  if (answer === undefined) return <p role="status">{t("loading")}</p>;
  const { told, name = t("rowWithoutBuyer") } = answer;
  return (
    <section aria-label={t("buyerCard", name)} className="buyer-card">
      <h4>{t("buyerCard", name)}</h4>
      {told && <Usual profile={told} />}
      <DetailState
        detail={told ? { ...answer, coverage: told.coverage } : answer}
        untold={t("buyerUntold")}
      />
    </section>
  );
}

function Usual({ profile }: { profile: BuyerProfile }) {
  const [limit, setLimit] = useState(suppliersAtOnce);
  const { coverage, amounts, suppliers, supplierCount } = profile;
  const { awards, awardsWithAmount } = coverage;
  return (
    <>
      <p className="aside">
        {awards === 0
          ? t("cardNoAwards")
          : t("cardAwards", formatCount(awards), formatCount(awardsWithAmount))}
      </p>
      {amounts.length === 0 && awards > 0 && <p className="aside">{t("awardUntold")}</p>}
      {amounts.map((summary) => (
        <p key={summary.currency} className="aside">
          {describeAmounts(summary)}
        </p>
      ))}
      {suppliers.length > 0 && (
        <ol aria-label={t("buyerSuppliers")} className="results">
          {suppliers.slice(0, limit).map((supplier) => (
            <UsualSupplier key={supplier.party} supplier={supplier} />
          ))}
        </ol>
      )}
      {limit < suppliers.length && (
        <button type="button" className="more" onClick={() => setLimit(suppliers.length)}>
          {t("buyerMore", formatCount(supplierCount))}
        </button>
      )}
      {limit >= suppliers.length && supplierCount > suppliers.length && (
        <p className="aside">{t("detailMore", formatCount(supplierCount - suppliers.length))}</p>
      )}
    </>
  );
}

function UsualSupplier({ supplier }: { supplier: BuyerProfile["suppliers"][number] }) {
  const { party, name, awards, amounts } = supplier;
  return (
    <li className="result">
      <p className="supplier-name">{name}</p>
      <p className="facts">
        <span>{t("buyerAwards", formatCount(awards))}</span>
        {amounts.length === 0 && <span>{t("awardUntold")}</span>}
        {amounts.map(({ currency, median, n }) => (
          <span key={currency}>
            {t("amountsMedian", formatMoney({ amount: median, currency }), formatCount(n))}
          </span>
        ))}
      </p>
      <SupplierCard party={party} name={name} />
    </li>
  );
}
