import type { MatchReason } from "../../../shared/search/explain-match.ts";
import type { PartidaReason } from "../../../shared/search/partidas/explain-partida.ts";
import { type MessageName, t } from "../../overlay/i18n.ts";
import { sayPartida } from "../../overlay/say-partida.ts";

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

interface MatchReasonsProps {
  reasons: readonly MatchReason[];
  partidas: readonly PartidaReason[];
}

/** Why a result was found: for each term, the word that was met and where; and why it belongs to a code of the COG. */
export function MatchReasons({ reasons, partidas }: MatchReasonsProps) {
  const texts = reasons.map(({ term, kind, found, field }) =>
    t(kindTexts[kind], term, found ?? term, t(fieldTexts[field])),
  );
  const all = [...texts, ...partidas.map(sayPartida)];
  return all.length === 0 ? null : <p className="why">{t("reasons", all.join("; "))}</p>;
}
