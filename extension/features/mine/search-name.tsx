import { nameLimit } from "../../../shared/monitor/personal-limits.ts";
import { t } from "../../overlay/i18n.ts";

interface SearchNameProps {
  name: string;
  change: (name: string) => void;
}

/** The field for a search's name, which takes the focus: it is there because the user asked to write in it. */
export function SearchName({ name, change }: SearchNameProps) {
  return (
    <label className="field">
      <span>{t("searchName")}</span>
      <input
        type="text"
        value={name}
        maxLength={nameLimit}
        // biome-ignore lint/a11y/noAutofocus: the user just asked to write here.
        autoFocus
        onChange={(event) => change(event.target.value)}
      />
    </label>
  );
}
