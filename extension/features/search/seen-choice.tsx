import { memo } from "react";
import { type MessageName, t } from "../../overlay/i18n.ts";
import type { FilterChange } from "../../overlay/use-filter.ts";

const choices: readonly { key: "onlyNews" | "hideSeen"; name: MessageName }[] = [
  { key: "onlyNews", name: "onlyNews" },
  { key: "hideSeen", name: "hideSeen" },
];

interface SeenChoiceProps {
  onlyNews: boolean;
  hideSeen: boolean;
  change: (changes: FilterChange) => void;
}

/** What the user has looked at may be left out, and all that is no news. */
export const SeenChoice = memo(function SeenChoice({ change, ...chosen }: SeenChoiceProps) {
  return (
    <fieldset className="group">
      <legend>{t("mineFilter")}</legend>
      <ul className="choices">
        {choices.map(({ key, name }) => (
          <li key={key}>
            <label>
              <input
                type="checkbox"
                checked={chosen[key]}
                onChange={(event) => change({ [key]: event.target.checked ? true : undefined })}
              />
              <span className="name">{t(name)}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
});
