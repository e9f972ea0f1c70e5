import type { TenderFilter } from "../../../shared/search/filter.ts";
import type { Conversations } from "../../messages.ts";
import { t } from "../../overlay/i18n.ts";
import { Terms } from "../../overlay/term.tsx";
import type { FilterChange } from "../../overlay/use-filter.ts";
import { useOnceDrawn } from "../../overlay/use-once-drawn.ts";
import type { Choices, Sight } from "../../sight.ts";
import { BuyerChoice } from "./buyer-choice.tsx";
import { DayRange } from "./day-range.tsx";
import { MethodChoice } from "./method-choice.tsx";
import { PartidaChoice } from "./partida-choice.tsx";
import { QueryNotes } from "./query-notes.tsx";
import { SearchHelp } from "./search-help.tsx";
import { SeenChoice } from "./seen-choice.tsx";
import { StateChoice } from "./state-choice.tsx";

interface FiltersProps {
  filter: TenderFilter;
  /** Always the same function. */
  change: (changes: FilterChange) => void;
  sight: Sight | undefined;
  /** The codes of the COG that are chosen; undefined until they are known. */
  partidas: Conversations["search"]["answer"]["partidas"] | undefined;
}

const none = [] as const;
/** What there is to choose from until it is known. */
const noChoices: Choices = { buyers: [], methods: [], states: [] };
const termsOfDates = ["opens", "fieldClarification", "fieldAward"] as const;

/** The form of the filter. It applies as it changes; counts are those that each choice would have, a frame later than the rows that are found. */
export function Filters({ filter, change, sight, partidas }: FiltersProps) {
  const choices = useOnceDrawn(sight)?.choices;
  const { buyers, methods, states } = choices ?? noChoices;
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
        <QueryNotes notes={sight?.notes ?? none} />
        <SearchHelp />
      </div>
      <BuyerChoice
        buyers={buyers}
        areKnown={choices !== undefined}
        chosen={filter.buyers}
        change={change}
      />
      <PartidaChoice filter={filter} chosen={partidas ?? none} change={change} />
      <DayRange
        field="published"
        from={filter.publishedFrom}
        to={filter.publishedTo}
        change={change}
      />
      <DayRange field="opens" from={filter.opensFrom} to={filter.opensTo} change={change} />
      <Terms names={termsOfDates} />
      <StateChoice states={states} chosen={filter.states} change={change} />
      <MethodChoice methods={methods} chosen={filter.methods} change={change} />
      <SeenChoice
        onlyNews={filter.onlyNews === true}
        hideSeen={filter.hideSeen === true}
        change={change}
      />
    </form>
  );
}
