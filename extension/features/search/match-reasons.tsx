import type { MatchReason } from "../../../shared/search/explain-match.ts";
import { type MessageName, t } from "../../overlay/i18n.ts";

const kindTexts: Record<MatchReason["kind"], MessageName> = {
  same: "reasonSame",
  form: "reasonForm",
  synonym: "reasonSynonym",
  begun: "reasonBegun",
  similar: "reasonSimilar",
  part: "reasonPart",
  value: "reasonValue",
};

const fieldTexts: Record<MatchReason["field"], MessageName> = {
  title: "reasonInTitle",
  number: "reasonInNumber",
  buyer: "reasonInBuyer",
  method: "reasonInMethod",
  state: "reasonInState",
};

/** Why a result was found: for each term, the word that was met and where. */
export function MatchReasons({ reasons }: { reasons: readonly MatchReason[] }) {
  const texts = reasons.map(({ term, kind, found, field }) =>
    t(kindTexts[kind], term, found ?? term, t(fieldTexts[field])),
  );
  return <p className="why">{t("reasons", texts.join("; "))}</p>;
}
