import { useId, useState } from "react";
import type { SupplierProfile } from "../../../shared/feed/supplier-profile.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import type { Conversations } from "../../messages.ts";
import { describeAmounts, formatMoney } from "../../overlay/card-words.ts";
import { formatCount, formatDayWords, t } from "../../overlay/i18n.ts";
import { OutsideLink } from "../../overlay/outside-link.tsx";
import { useAnswer } from "../../overlay/use-answer.ts";
import { withKeys } from "../../overlay/with-keys.ts";
import { Failure } from "../failure.tsx";
import { DetailState } from "./detail-state.tsx";
import { RegistryFacts } from "./registry-facts.tsx";

interface SupplierCardProps {
  /** By which releases name it. */
  party: string;
  name: string;
}

/** A button that opens a supplier's card in place. It asks for nothing until then. */
export function SupplierCard({ party, name }: SupplierCardProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="card-in-place">
      <button
        type="button"
        className="quiet"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={`${t(isOpen ? "cardClose" : "cardOpen")}: ${name}`}
        onClick={() => setOpen(!isOpen)}
      >
        {t(isOpen ? "cardClose" : "cardOpen")}
      </button>
      <section id={id} aria-label={t("cardOf", name)} className="card" hidden={!isOpen}>
        {isOpen && <OpenCard party={party} />}
      </section>
    </div>
  );
}

function OpenCard({ party }: { party: string }) {
  const { answer, failure } = useAnswer("supplier", { party });
  if (failure !== undefined) return <Failure reason={failure} />;
  if (answer === undefined) return <p role="status">{t("loading")}</p>;
  return (
    <>
      <RegistryFacts rows={answer.rows} listing={listingOf(answer)} />
      <h4>{t("cardDeeds")}</h4>
      {answer.told && <Deeds profile={answer.told} />}
      <DetailState detail={answer} untold={t("cardUntold")} />
    </>
  );
}

type Answer = Conversations["supplier"]["answer"];

function listingOf({ rows, told }: Answer) {
  return rows.find(({ article69b }) => article69b)?.article69b ?? told?.article69b;
}

function Deeds({ profile }: { profile: SupplierProfile }) {
  const { invited, bid, won, awards, withAmount, amounts, sameName, processes } = profile;
  const wins = processes.filter((process) => process.awards.length > 0);
  return (
    <>
      <p className="facts">
        {/* Of what no report tells there is no count: none told is not none. */}
        {invited > 0 && <span>{t("cardInvited", formatCount(invited))}</span>}
        {bid > 0 && <span>{t("cardBid", formatCount(bid))}</span>}
        {won > 0 && <span>{t("cardWon", formatCount(won))}</span>}
      </p>
      <p className="aside">
        {awards === 0
          ? t("cardNoAwards")
          : t("cardAwards", formatCount(awards), formatCount(withAmount))}
      </p>
      {amounts.map((summary) => (
        <p key={summary.currency} className="aside">
          {describeAmounts(summary)}
        </p>
      ))}
      {wins.length > 0 && (
        <ul aria-label={t("cardWins")} className="wins">
          {withKeys(
            wins.flatMap((process) => process.awards.map((award) => ({ process, award }))),
            ({ process }) => process.ocid,
          ).map(({ key, item }) => (
            <Win key={key} {...item} />
          ))}
        </ul>
      )}
      {won > wins.length && (
        <p className="aside">{t("detailMore", formatCount(won - wins.length))}</p>
      )}
      {sameName.length > 0 && (
        <p className="aside">{t("cardSameName", formatCount(sameName.length))}</p>
      )}
    </>
  );
}

type Process = SupplierProfile["processes"][number];

function Win({ process, award }: { process: Process; award: Process["awards"][number] }) {
  const { title = t("rowWithoutTitle"), url, buyerName = t("rowWithoutBuyer") } = process;
  const { value, isShared, contract, signedAt, contractUrl } = award;
  return (
    <li>
      {url === undefined ? <span>{title}</span> : <OutsideLink url={url}>{title}</OutsideLink>}
      <p className="facts">
        <span>{buyerName}</span>
        <span>{value ? t("awardValue", formatMoney(value)) : t("awardUntold")}</span>
        {isShared && <span>{t("awardShared")}</span>}
        {contract && <span>{t("contractNumber", contract)}</span>}
        {signedAt && <span>{t("contractSigned", formatDayWords(signedAt, durango.timeZone))}</span>}
        {contractUrl && <OutsideLink url={contractUrl}>{t("contractOpen")}</OutsideLink>}
      </p>
    </li>
  );
}
