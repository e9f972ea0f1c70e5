import { memo, useCallback, useRef, useState } from "react";
import { foldText } from "../../../shared/search/fold.ts";
import { t } from "../../overlay/i18n.ts";
import type { FilterChange } from "../../overlay/use-filter.ts";
import type { BuyerCount } from "../../sight.ts";
import { CheckboxGroup } from "./checkbox-group.tsx";

interface BuyerChoiceProps {
  /** By name. */
  buyers: readonly BuyerCount[];
  /** Whether there are no others: false until they are asked for. */
  areKnown: boolean;
  chosen: readonly string[];
  change: (changes: FilterChange) => void;
}

/**
 * The buyers to choose from, with a box to find one among them. Those chosen stay in sight whatever the box says, and though nothing is
 * known of them: a link may come from someone with other data.
 */
export const BuyerChoice = memo(function BuyerChoice(props: BuyerChoiceProps) {
  const { buyers, areKnown, chosen, change } = props;
  const [wanted, setWanted] = useState("");
  const take = useCallback((taken: string[]) => change({ buyers: taken }), [change]);
  const part = foldText(wanted.trim());
  // One that is taken away stays to be chosen again: it has the focus.
  const met = useRef(new Set<string>());
  for (const id of chosen) met.current.add(id);
  const all = areKnown ? [...buyers, ...listUnknown(buyers, [...met.current])] : buyers;
  const offered =
    part === ""
      ? all
      : all.filter(({ id, name }) => chosen.includes(id) || foldText(name).includes(part));
  return (
    <CheckboxGroup title={t("buyer")} choices={offered} chosen={chosen} change={take}>
      <input
        type="text"
        className="narrow"
        aria-label={t("buyerSearch")}
        placeholder={t("buyerSearch")}
        autoComplete="off"
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      {buyers.length > 0 && offered.length === 0 && <p className="help">{t("buyerNone")}</p>}
    </CheckboxGroup>
  );
});

/** Those of some ids that are not among the buyers, by the portal's number, which is all there is of them. */
function listUnknown(buyers: readonly BuyerCount[], ids: readonly string[]): BuyerCount[] {
  const known = new Set(buyers.map(({ id }) => id));
  return ids.flatMap((id) => (known.has(id) ? [] : { id, name: t("buyerUnknown", id), count: 0 }));
}
