import { memo, useCallback } from "react";
import { t } from "../../overlay/i18n.ts";
import { methodNames } from "../../overlay/method-names.ts";
import { Terms } from "../../overlay/term.tsx";
import type { FilterChange } from "../../overlay/use-filter.ts";
import type { Choices } from "../../sight.ts";
import { CheckboxGroup } from "./checkbox-group.tsx";

type MethodCount = Choices["methods"][number];

interface MethodChoiceProps {
  methods: readonly MethodCount[];
  chosen: readonly MethodCount["method"][];
  change: (changes: FilterChange) => void;
}

/** How a procedure may buy. */
export const MethodChoice = memo(function MethodChoice(props: MethodChoiceProps) {
  const { methods, chosen, change } = props;
  const take = useCallback(
    (taken: MethodCount["method"][]) => change({ methods: taken }),
    [change],
  );
  // A choice that nothing has is not offered, unless it is chosen.
  const offered = methods.filter(
    ({ method, count }) => count > 0 || chosen.includes(method) || method !== "limited",
  );
  return (
    <CheckboxGroup
      title={t("method")}
      choices={offered.map(({ method, count }) => ({
        id: method,
        name: t(methodNames[method]),
        count,
      }))}
      chosen={chosen}
      change={take}
    >
      <Terms names={["methodOpen", "methodSelective", "methodDirect"]} />
    </CheckboxGroup>
  );
});
