import { memo, useCallback, useState } from "react";
import { foldText } from "../../../shared/search/fold.ts";
import { t } from "../../overlay/i18n.ts";
import type { FilterChange } from "../../overlay/use-filter.ts";
import type { BuyerCount } from "../../sight.ts";
import { CheckboxGroup } from "./checkbox-group.tsx";

interface BuyerChoiceProps {
  /** By name. */
  buyers: readonly BuyerCount[];
  chosen: readonly string[];
  change: (changes: FilterChange) => void;
}

/** The buyers to choose from, with a box to find one among them. Those chosen stay in sight whatever the box says. */
export const BuyerChoice = memo(function BuyerChoice({ buyers, chosen, change }: BuyerChoiceProps) {
  const [wanted, setWanted] = useState("");
  const take = useCallback((taken: string[]) => change({ buyers: taken }), [change]);
  const part = foldText(wanted.trim());
  const offered =
    part === ""
      ? buyers
      : buyers.filter(({ id, name }) => chosen.includes(id) || foldText(name).includes(part));
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
