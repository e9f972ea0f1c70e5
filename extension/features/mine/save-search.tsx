import { type FormEvent, useRef, useState } from "react";
import { dropPersonal, encodeFilter, type TenderFilter } from "../../../shared/search/filter.ts";
import { ask } from "../../messages.ts";
import { explainFailure } from "../../overlay/explain-failure.ts";
import { t } from "../../overlay/i18n.ts";
import { refusalMessages } from "./saved-searches.tsx";
import { SearchName } from "./search-name.tsx";

/** Saves the filter in use under a name, so that what is new in it is told. */
export function SaveSearch({ filter }: { filter: TenderFilter }) {
  const [isNaming, setNaming] = useState(false);
  const [said, setSaid] = useState("");
  const [name, setName] = useState("");
  const button = useRef<HTMLButtonElement>(null);
  const encoded = dropPersonal(encodeFilter(filter));

  const end = (): void => {
    setNaming(false);
    // The field is gone: what opened it takes the focus.
    button.current?.focus();
  };
  const begin = (): void => {
    setName(filter.text.trim());
    setSaid("");
    setNaming(true);
  };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    try {
      const { refusal } = await ask("editSearches", { edit: { do: "add", name, filter: encoded } });
      setSaid(refusal === undefined ? t("searchSaved", name.trim()) : t(refusalMessages[refusal]));
      if (refusal === undefined) end();
    } catch (error) {
      setSaid(explainFailure(error));
    }
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="quiet"
        disabled={encoded === ""}
        aria-expanded={isNaming}
        onClick={() => (isNaming ? end() : begin())}
      >
        {t("searchSave")}
      </button>
      {isNaming && (
        <form className="naming" onSubmit={save}>
          <SearchName name={name} change={setName} />
          <button type="submit" className="quiet">
            {t("save")}
          </button>
        </form>
      )}
      <span className="said" role="status">
        {said}
      </span>
    </>
  );
}
