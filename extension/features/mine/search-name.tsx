import { useLayoutEffect, useRef } from "react";
import { nameLimit } from "../../../shared/monitor/personal-limits.ts";
import { t } from "../../overlay/i18n.ts";

interface SearchNameProps {
  name: string;
  change: (name: string) => void;
}

/** The field for a search's name, which takes the focus, to be written over: it is there because the user asked to write in it. */
export function SearchName({ name, change }: SearchNameProps) {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <label className="field">
      <span>{t("searchName")}</span>
      <input
        ref={field}
        type="text"
        value={name}
        maxLength={nameLimit}
        onChange={(event) => change(event.target.value)}
      />
    </label>
  );
}
