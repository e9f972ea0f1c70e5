import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { TenderFilter } from "../../../shared/search/filter.ts";
import { writePartidaCode } from "../../../shared/values/partida-code.ts";
import type { Conversations } from "../../messages.ts";
import { formatCount, t } from "../../overlay/i18n.ts";
import { useAnswer } from "../../overlay/use-answer.ts";
import type { FilterChange } from "../../overlay/use-filter.ts";
import { PartidaChips } from "./partida-chips.tsx";

type Suggestion = Conversations["partidas"]["answer"]["suggestions"][number];

interface PartidaChoiceProps {
  filter: TenderFilter;
  /** The codes that the filter has, as the worker knows them. */
  chosen: Readonly<Conversations["search"]["answer"]["partidas"]>;
  change: (changes: FilterChange) => void;
}

/** More are not read through. */
const offeredAtMost = 10;

/**
 * The codes of the COG to choose from, by words or digits: a combobox with a list (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). The focus stays in
 * the field; the arrow keys move along the list, Enter takes, Escape closes it.
 */
export function PartidaChoice({ filter, chosen, change }: PartidaChoiceProps) {
  const id = useId();
  const [text, setText] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const asked = text.trim();
  const question = asked === "" ? undefined : { filter, text: asked, limit: offeredAtMost };
  const { answer } = useAnswer("partidas", question);
  const offered = question === undefined ? [] : (answer?.suggestions ?? []);
  const isShown = isOpen && offered.length > 0;
  // What is offered may still be for what stood there a keystroke before.
  const isFresh = answer?.text === asked;
  const codes = filter.partidas;
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isShown) list.current?.scrollIntoView({ block: "nearest" });
  }, [isShown]);
  useEffect(() => {
    if (active >= 0) list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);

  const write = (typed: string): void => {
    setText(typed);
    setOpen(true);
    setActive(-1);
  };
  const take = ({ code }: Suggestion): void => {
    if (!codes.includes(code)) change({ partidas: [...codes, code] });
    setText("");
    setOpen(false);
    setActive(-1);
  };
  const remove = (code: string): void => {
    change({ partidas: codes.filter((other) => other !== code) });
    // The button that was pressed is gone.
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      if (offered.length === 0) return;
      event.preventDefault();
      setOpen(true);
      // Above the first one, and below the last, is the field itself.
      const places = offered.length + 1;
      const step = key === "ArrowDown" ? 1 : -1;
      setActive(((active + 1 + step + places) % places) - 1);
    } else if (key === "Enter") {
      const suggestion = offered[Math.max(active, 0)];
      event.preventDefault();
      if (isShown && suggestion !== undefined && isFresh) take(suggestion);
    } else if (key === "Escape" && asked !== "") {
      event.preventDefault();
      event.stopPropagation();
      if (isShown) setOpen(false);
      else setText("");
      setActive(-1);
    }
  };

  return (
    <fieldset className="group" aria-describedby={`${id}help`}>
      <legend>{t("partida")}</legend>
      <p id={`${id}help`} className="help">
        {t("partidaHelp")}
      </p>
      <PartidaChips codes={codes} known={chosen} remove={remove} />
      <div className="combobox">
        <input
          ref={field}
          type="text"
          role="combobox"
          className="narrow"
          aria-label={t("partidaField")}
          aria-autocomplete="list"
          aria-expanded={isShown}
          aria-controls={`${id}list`}
          aria-activedescendant={isShown && active >= 0 ? `${id}${active}` : undefined}
          placeholder={t("partidaExample")}
          maxLength={200}
          autoComplete="off"
          value={text}
          onChange={(event) => write(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
        />
        <div
          ref={list}
          id={`${id}list`}
          role="listbox"
          aria-label={t("partidaOptions")}
          className="options"
          hidden={!isShown}
        >
          {offered.map((suggestion, place) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and its keys, as the pattern wants it.
            <div
              key={suggestion.code}
              id={`${id}${place}`}
              role="option"
              aria-selected={place === active}
              // The keyboard reaches it through the field, which tells that it is active.
              tabIndex={-1}
              className={suggestion.count === 0 ? "empty" : undefined}
              // The field would lose the focus, and the list would be gone before the click.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(suggestion)}
            >
              <SuggestedPartida {...suggestion} />
            </div>
          ))}
        </div>
      </div>
      <p role="status" className="help">
        {isOpen && isFresh && sayOffered(offered.length, asked)}
      </p>
    </fieldset>
  );
}

function sayOffered(count: number, asked: string): string {
  return count === 0 ? t("partidaNone", asked) : t("partidaOffered", formatCount(count));
}

function SuggestedPartida({ code, name, words, of, count }: Suggestion) {
  const why =
    of === undefined
      ? words && t("partidaByWords", words)
      : t(of === "cucop" ? "partidaCucop" : "partidaLonger");
  return (
    <>
      <span className="code">{writePartidaCode(code)}</span>{" "}
      <span className="name">
        {name} {why && <span className="reason">{why}</span>}
      </span>{" "}
      <span className="number">{formatCount(count)}</span>
    </>
  );
}
