import { type RefObject, useId, useRef, useState } from "react";
import type { TenderFilter } from "../../../shared/search/filter.ts";
import { ask } from "../../messages.ts";
import { explainFailure } from "../../overlay/explain-failure.ts";
import { formatCount, type MessageName, t } from "../../overlay/i18n.ts";
import { saveFile } from "../../overlay/save-file.ts";
import { pickAtMost, type RowChoice, type TakeFormat, takeFormats } from "../../take-messages.ts";
import { takeFile } from "./take-file.ts";
import type { Picks } from "./use-picks.ts";

const formatNames: Readonly<Record<TakeFormat, MessageName>> = {
  xlsx: "takeXlsx",
  csv: "takeCsv",
  json: "takeJson",
};

interface TakeAlongProps {
  /** The filter that is counted at the moment. */
  counted: RefObject<TenderFilter>;
  picks: Picks;
}

/** Saves what the filter finds, or what was picked by hand, as a file for a spreadsheet or a program, or shows it for printing. */
export function TakeAlong({ counted, picks }: TakeAlongProps) {
  const [said, setSaid] = useState("");
  const [isOfAll, setOfAll] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const count = picks.ids.size;
  const choose = (): RowChoice => {
    const filter = counted.current;
    return count === 0 || isOfAll ? { filter } : { filter, picked: [...picks.ids] };
  };

  const attempt = (act: () => Promise<string>): void => {
    setSaid(t("taking"));
    act().then(setSaid, (error: unknown) => setSaid(explainFailure(error)));
  };
  const take = async (format: TakeFormat): Promise<string> => {
    const file = await takeFile({ ...choose(), format });
    saveFile(file.name, file.content, file.content.type);
    const told = t("takenAlong", formatCount(file.count), file.name);
    return file.missing > 0 ? `${told} ${t("takeMissing", formatCount(file.missing))}` : told;
  };
  const print = async (): Promise<string> => {
    await ask("openPrint", choose());
    return "";
  };
  return (
    <fieldset className="take-along">
      <legend>{t("takeAlong")}</legend>
      <div className="picked">
        <p role="status">
          {count > 0 && t("picked", formatCount(count))}
          {!picks.mayPickMore && ` ${t("pickedMost", formatCount(pickAtMost))}`}
        </p>
        {count > 0 && (
          <button
            type="button"
            className="quiet"
            onClick={() => {
              picks.clear();
              // What was pressed is gone.
              first.current?.focus();
            }}
          >
            {t("unpickAll")}
          </button>
        )}
      </div>
      {count > 0 && <WhichRows isOfAll={isOfAll} choose={setOfAll} />}
      <p className="actions">
        {takeFormats.map((format, place) => (
          <button
            key={format}
            ref={place === 0 ? first : undefined}
            type="button"
            className="quiet"
            onClick={() => attempt(() => take(format))}
          >
            {t(formatNames[format])}
          </button>
        ))}
        <button type="button" className="quiet" onClick={() => attempt(print)}>
          {t("takePrint")}
        </button>
      </p>
      <p role="status" className="said">
        {said}
      </p>
    </fieldset>
  );
}

interface WhichRowsProps {
  isOfAll: boolean;
  choose: (isOfAll: boolean) => void;
}

function WhichRows({ isOfAll, choose }: WhichRowsProps) {
  const name = useId();
  return (
    <div className="which">
      <label className="choice">
        <input type="radio" name={name} checked={isOfAll} onChange={() => choose(true)} />
        {t("takeFound")}
      </label>
      <label className="choice">
        <input type="radio" name={name} checked={!isOfAll} onChange={() => choose(false)} />
        {t("takePicked")}
      </label>
    </div>
  );
}
