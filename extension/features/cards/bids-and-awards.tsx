import type { ReactNode } from "react";
import type { ProcessDetails } from "../../../shared/feed/process-details.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { formatMoney } from "../../overlay/card-words.ts";
import { formatCount, formatDayWords, t } from "../../overlay/i18n.ts";
import { OutsideLink } from "../../overlay/outside-link.tsx";
import { useAnswer } from "../../overlay/use-answer.ts";
import { withKeys } from "../../overlay/with-keys.ts";
import { Failure } from "../failure.tsx";
import { DetailState } from "./detail-state.tsx";
import { SupplierCard } from "./supplier-card.tsx";

/** Who was invited to a procedure, who bid and who won, with their cards. @param id the portal's number. */
export function BidsAndAwards({ id }: { id: string }) {
  const { answer, failure } = useAnswer("process", { id });
  if (failure !== undefined) return <Failure reason={failure} />;
  return (
    <div className="details">
      <h3>{t("detailTitle")}</h3>
      {answer === undefined ? (
        <p role="status">{t("loading")}</p>
      ) : (
        <>
          {answer.told && <Told details={answer.told} />}
          <DetailState detail={answer} untold={t("detailUntold")} />
        </>
      )}
    </div>
  );
}

function Told({ details }: { details: ProcessDetails }) {
  const { counts, invited, bids, awards, confidence } = details;
  return (
    <>
      <p className="aside">
        {t("detailSource")}{" "}
        {confidence !== undefined && t("detailConfidence", Math.round(confidence * 100))}
      </p>
      {counts.invited > 0 && (
        <>
          <h4>{t("detailInvited", formatCount(counts.invited))}</h4>
          <ul aria-label={t("detailInvitedList")} className="results">
            {invited.map((supplier) => (
              <Named key={supplier.party} supplier={supplier} />
            ))}
          </ul>
          <More left={counts.invited - invited.length} />
        </>
      )}
      <h4>{t("detailBids", counts.bids === 0 ? t("noData") : formatCount(counts.bids))}</h4>
      {counts.bids > 0 && (
        <ul aria-label={t("detailBidsList")} className="results">
          {withKeys(bids, ({ party }) => party).map(({ key, item }) => (
            <Named key={key} supplier={item}>
              <p className="aside">{item.value ? formatMoney(item.value) : t("awardUntold")}</p>
            </Named>
          ))}
        </ul>
      )}
      <More left={counts.bids - bids.length} />
      <h4>{t("detailAwards", counts.awards === 0 ? t("noData") : formatCount(counts.awards))}</h4>
      {counts.awards > 0 && (
        <ul aria-label={t("detailAwardsList")} className="results">
          {withKeys(awards, ({ suppliers }) => suppliers[0]?.party ?? "").map(({ key, item }) => (
            <AwardItem key={key} award={item} />
          ))}
        </ul>
      )}
      <More left={counts.awards - awards.length} />
    </>
  );
}

function More({ left }: { left: number }) {
  return left > 0 ? <p className="aside">{t("detailMore", formatCount(left))}</p> : null;
}

type Supplier = ProcessDetails["invited"][number];

function Named({ supplier, children }: { supplier: Supplier; children?: ReactNode }) {
  const { party, name, rfc } = supplier;
  return (
    <li className="result">
      <p className="supplier-name">{name}</p>
      {rfc && <p className="aside">{t("supplierRfc", rfc)}</p>}
      {children}
      <SupplierCard party={party} name={name} />
    </li>
  );
}

type Award = ProcessDetails["awards"][number];

function AwardItem({ award }: { award: Award }) {
  const { suppliers, value, contracts } = award;
  return (
    <li className="result">
      {suppliers.length === 0 && <p className="supplier-name">{t("awardNobody")}</p>}
      {suppliers.map(({ party, name, rfc }) => (
        <div key={party}>
          <p className="supplier-name">{name}</p>
          {rfc && <p className="aside">{t("supplierRfc", rfc)}</p>}
          <SupplierCard party={party} name={name} />
        </div>
      ))}
      <p className="amount">{value ? t("awardValue", formatMoney(value)) : t("awardUntold")}</p>
      {suppliers.length > 1 && <p className="aside">{t("awardShared")}</p>}
      {withKeys(contracts, ({ number = "" }) => number).map(({ key, item }) => (
        <ContractFacts key={key} contract={item} />
      ))}
    </li>
  );
}

function ContractFacts({ contract }: { contract: Award["contracts"][number] }) {
  const { number, signedAt, startsAt, endsAt, url, amendments } = contract;
  const day = (instant: string | undefined) =>
    instant === undefined ? t("noData") : formatDayWords(instant, durango.timeZone);
  return (
    <p className="facts">
      <span>{number ? t("contractNumber", number) : t("contractUnnumbered")}</span>
      {signedAt && <span>{t("contractSigned", day(signedAt))}</span>}
      {(startsAt ?? endsAt) && <span>{t("contractTerm", day(startsAt), day(endsAt))}</span>}
      {amendments > 0 && <span>{t("contractAmendments", formatCount(amendments))}</span>}
      {url && <OutsideLink url={url}>{t("contractOpen")}</OutsideLink>}
    </p>
  );
}
