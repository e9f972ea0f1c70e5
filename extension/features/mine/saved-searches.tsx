import { useEffect, useRef, useState } from "react";
import { dropPersonal } from "../../../shared/search/filter.ts";
import { ask, type Conversations } from "../../messages.ts";
import { explainFailure } from "../../overlay/explain-failure.ts";
import { formatCount, type MessageName, t } from "../../overlay/i18n.ts";
import type { SearchEdit, SearchRefusal } from "../../personal/saved-searches.ts";
import { SearchName } from "./search-name.tsx";

export const refusalMessages: Readonly<Record<SearchRefusal, MessageName>> = {
  noName: "searchNoName",
  nameTaken: "searchNameTaken",
  gone: "searchGone",
};

type Search = Conversations["mine"]["answer"]["searches"][number];

interface SavedSearchesProps {
  searches: readonly Search[];
  /** Puts a saved search to use. */
  open: (filter: string) => void;
  /** The filter in use, which may take the place of a saved one. */
  filterInUse: string;
}

/** The saved searches: what each finds, and what can be done with it. */
export function SavedSearches({ searches, open, filterInUse }: SavedSearchesProps) {
  const [said, setSaid] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  const edit = async (change: SearchEdit): Promise<boolean> => {
    try {
      const { refusal } = await ask("editSearches", { edit: change });
      setSaid(refusal === undefined ? t("kept") : t(refusalMessages[refusal]));
      // With a search that is removed its buttons go.
      if (change.do === "remove") heading.current?.focus();
      return refusal === undefined;
    } catch (error) {
      setSaid(explainFailure(error));
      return false;
    }
  };
  return (
    <section aria-labelledby="searches-title">
      <h3 ref={heading} id="searches-title" tabIndex={-1} className="section-title">
        {t("searches")}
      </h3>
      <p className="said" role="status">
        {said}
      </p>
      {searches.length === 0 ? (
        <p className="hint">{t("searchesNone")}</p>
      ) : (
        <ul className="results">
          {searches.map((search) => (
            <SearchCard
              key={search.id}
              search={search}
              edit={edit}
              open={open}
              filterInUse={filterInUse}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

interface SearchCardProps extends Omit<SavedSearchesProps, "searches"> {
  search: Search;
  /** Whether the change was made. */
  edit: (change: SearchEdit) => Promise<boolean>;
}

function SearchCard({ search, edit, open, filterInUse }: SearchCardProps) {
  const [isEditing, setEditing] = useState(false);
  const editButton = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    // The form is gone: what opened it takes the focus.
    if (wasEditing.current && !isEditing) editButton.current?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);
  const { id, name, filter, count, newsCount } = search;
  return (
    <li className="result">
      <button type="button" className="link" onClick={() => open(filter)}>
        {name}
      </button>
      <p className="facts">
        <span>{t("searchCount", formatCount(count))}</span>
        {newsCount > 0 && <strong>{t("searchNews", formatCount(newsCount))}</strong>}
      </p>
      {isEditing ? (
        <EditSearch
          search={search}
          filterInUse={filterInUse}
          edit={edit}
          end={() => setEditing(false)}
        />
      ) : (
        <p className="actions">
          <button
            ref={editButton}
            type="button"
            className="quiet"
            aria-label={t("searchEditNamed", name)}
            onClick={() => setEditing(true)}
          >
            {t("searchEdit")}
          </button>
          <button
            type="button"
            className="quiet"
            aria-label={t("searchDuplicateNamed", name)}
            onClick={() => void edit({ do: "duplicate", id })}
          >
            {t("searchDuplicate")}
          </button>
        </p>
      )}
    </li>
  );
}

interface EditSearchProps extends Pick<SearchCardProps, "search" | "edit" | "filterInUse"> {
  end: () => void;
}

function EditSearch({ search, edit, filterInUse, end }: EditSearchProps) {
  const [name, setName] = useState(search.name);
  const [takesFilter, setTakesFilter] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const { id } = search;
  const filter = dropPersonal(filterInUse);
  const mayTakeFilter = filter !== "" && filter !== search.filter;
  const save = async (): Promise<void> => {
    const change = { do: "change", id, name, ...(takesFilter && { filter }) } as const;
    if (await edit(change)) end();
  };
  return (
    <form
      className="naming"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <SearchName name={name} change={setName} />
      {mayTakeFilter && (
        <label className="choice">
          <input
            type="checkbox"
            checked={takesFilter}
            onChange={(event) => setTakesFilter(event.target.checked)}
          />
          {t("searchTakeFilter")}
        </label>
      )}
      <p className="actions">
        <button type="submit" className="quiet">
          {t("save")}
        </button>
        <button type="button" className="quiet" onClick={end}>
          {t("cancel")}
        </button>
        <button
          type="button"
          className="quiet danger"
          onClick={() => (isRemoving ? void edit({ do: "remove", id }) : setRemoving(true))}
        >
          {isRemoving ? t("searchRemoveSure") : t("searchRemove")}
        </button>
      </p>
    </form>
  );
}
