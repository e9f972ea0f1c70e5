import type { TenderFilter } from "../../../shared/search/filter.ts";
import type { Conversations } from "../../messages.ts";
import { t } from "../../overlay/i18n.ts";
import { methodNames } from "../../overlay/method-names.ts";
import { stateNames } from "../../overlay/state-names.ts";
import { Terms } from "../../overlay/term.tsx";
import type { FilterChange } from "../../overlay/use-filter.ts";
import { BuyerChoice } from "./buyer-choice.tsx";
import { CheckboxGroup } from "./checkbox-group.tsx";
import { DayRange } from "./day-range.tsx";
import { PartidaChoice } from "./partida-choice.tsx";
import { QueryNotes } from "./query-notes.tsx";
import { SearchHelp } from "./search-help.tsx";
import { SeenChoice } from "./seen-choice.tsx";

interface FiltersProps {
  filter: TenderFilter;
  change: (changes: FilterChange) => void;
  answer: Conversations["search"]["answer"] | undefined;
}

/** The form of the filter. It applies as it changes; counts are those that each choice would have. */
export function Filters({ filter, change, answer }: FiltersProps) {
  // A choice that nothing has is not offered, unless it is chosen.
  const methods = answer?.methods.filter(
    ({ method, count }) => count > 0 || filter.methods.includes(method) || method !== "limited",
  );
  return (
    <form className="filters" onSubmit={(event) => event.preventDefault()}>
      <div className="search-box">
        <label className="field">
          <span>{t("text")}</span>
          <input
            type="search"
            value={filter.text}
            placeholder={t("textExample")}
            autoComplete="off"
            onChange={(event) => change({ text: event.target.value })}
          />
        </label>
        <QueryNotes notes={answer?.notes ?? []} />
        <SearchHelp />
      </div>
      <BuyerChoice
        buyers={answer?.buyers ?? []}
        chosen={filter.buyers}
        change={(buyers) => change({ buyers })}
      />
      <PartidaChoice
        filter={filter}
        chosen={answer?.partidas ?? []}
        change={(partidas) => change({ partidas })}
      />
      <DayRange
        title={t("published")}
        direction={-1}
        from={{ name: t("publishedFrom"), day: filter.publishedFrom }}
        to={{ name: t("publishedTo"), day: filter.publishedTo }}
        change={(publishedFrom, publishedTo) => change({ publishedFrom, publishedTo })}
      />
      <DayRange
        title={t("opens")}
        direction={1}
        from={{ name: t("opensFrom"), day: filter.opensFrom }}
        to={{ name: t("opensTo"), day: filter.opensTo }}
        change={(opensFrom, opensTo) => change({ opensFrom, opensTo })}
      />
      <Terms names={["opens", "fieldClarification", "fieldAward"]} />
      <CheckboxGroup
        title={t("state")}
        help={t("stateHelp")}
        choices={(answer?.states ?? []).map(({ state, count }) => ({
          id: state,
          name: t(stateNames[state]),
          count,
        }))}
        chosen={filter.states}
        change={(states) => change({ states })}
      />
      <CheckboxGroup
        title={t("method")}
        choices={(methods ?? []).map(({ method, count }) => ({
          id: method,
          name: t(methodNames[method]),
          count,
        }))}
        chosen={filter.methods}
        change={(chosen) => change({ methods: chosen })}
      >
        <Terms names={["methodOpen", "methodSelective", "methodDirect"]} />
      </CheckboxGroup>
      <SeenChoice filter={filter} change={change} />
    </form>
  );
}
