import { useState } from "react";
import { foldText } from "../../../shared/search/fold.ts";
import type { BuyerCount } from "../../messages.ts";
import { t } from "../../overlay/i18n.ts";
import { CheckboxGroup } from "./checkbox-group.tsx";

interface BuyerChoiceProps {
  buyers: readonly BuyerCount[];
  chosen: readonly string[];
  change: (chosen: string[]) => void;
}

/** The buyers to choose from, by name, with a box to find one among them. Those chosen stay in sight whatever the box says. */
export function BuyerChoice({ buyers, chosen, change }: BuyerChoiceProps) {
  const [wanted, setWanted] = useState("");
  const part = foldText(wanted.trim());
  const offered = [...buyers]
    .filter(({ id, name }) => chosen.includes(id) || foldText(name).includes(part))
    .sort((a, b) => a.name.localeCompare(b.name, "es"));
  return (
    <CheckboxGroup title={t("buyer")} choices={offered} chosen={chosen} change={change}>
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
}
