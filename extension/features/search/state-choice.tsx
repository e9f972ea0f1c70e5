import { memo, useCallback } from "react";
import type { TenderState } from "../../../shared/search/filter.ts";
import { t } from "../../overlay/i18n.ts";
import { stateNames } from "../../overlay/state-names.ts";
import type { FilterChange } from "../../overlay/use-filter.ts";
import { CheckboxGroup } from "./checkbox-group.tsx";

interface StateChoiceProps {
  states: readonly { state: TenderState; count: number }[];
  chosen: readonly TenderState[];
  change: (changes: FilterChange) => void;
}

/** How far a procedure may have come. */
export const StateChoice = memo(function StateChoice({ states, chosen, change }: StateChoiceProps) {
  const take = useCallback((taken: TenderState[]) => change({ states: taken }), [change]);
  return (
    <CheckboxGroup
      title={t("state")}
      help={t("stateHelp")}
      choices={states.map(({ state, count }) => ({ id: state, name: t(stateNames[state]), count }))}
      chosen={chosen}
      change={take}
    />
  );
});
