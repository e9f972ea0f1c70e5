import { memo, useCallback, useMemo, useState } from "react";
import { foldText } from "../../../shared/search/fold.ts";
import { t } from "../../overlay/i18n.ts";
import type { FilterChange } from "../../overlay/use-filter.ts";
import { useOnceDrawn } from "../../overlay/use-once-drawn.ts";
import type { BuyerCount } from "../../sight.ts";
import { CheckboxGroup } from "./checkbox-group.tsx";

interface BuyerChoiceProps {
  /** By name. */
  buyers: readonly BuyerCount[];
  chosen: readonly string[];
  change: (changes: FilterChange) => void;
}

/** As many as the list shows without scrolling, by its height and that of a choice in `fields.css`. */
const inSight = 8;

/** The buyers to choose from, with a box to find one among them. Those chosen stay in sight whatever the box says. */
export const BuyerChoice = memo(function BuyerChoice({ buyers, chosen, change }: BuyerChoiceProps) {
  const [wanted, setWanted] = useState("");
  const take = useCallback((taken: string[]) => change({ buyers: taken }), [change]);
  const part = foldText(wanted.trim());
  const offered =
    part === ""
      ? buyers
      : buyers.filter(({ id, name }) => chosen.includes(id) || foldText(name).includes(part));
  // The counts of those further down follow a frame later.
  const drawn = useOnceDrawn(buyers);
  const drawnOf = useMemo(() => new Map(drawn.map((buyer) => [buyer.id, buyer])), [drawn]);
  const choices = offered.map((buyer, place) =>
    place < inSight ? buyer : (drawnOf.get(buyer.id) ?? buyer),
  );
  return (
    <CheckboxGroup title={t("buyer")} choices={choices} chosen={chosen} change={take}>
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
