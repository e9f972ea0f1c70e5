import { useState } from "react";
import type { TenderRow } from "../../../shared/feed/tender-row.ts";
import type { TenderFilter } from "../../../shared/search/filter.ts";
import { ask, type Conversations } from "../../messages.ts";
import { explainFailure } from "../../overlay/explain-failure.ts";
import { formatCount, type MessageName, t } from "../../overlay/i18n.ts";
import { saveFile } from "../../overlay/save-file.ts";

/** Saves the dates of a procedure for a calendar, which moves those that it has from before. */
export function CalendarOfRow({ row }: { row: TenderRow }) {
  return <CalendarOf of={{ id: row.id }} name="calendarRow" none="calendarRowNone" />;
}

/** Saves the dates that are still to come of all that the filter finds. */
export function CalendarOfSearch({ filter }: { filter: TenderFilter }) {
  return <CalendarOf of={{ filter }} name="calendarSearch" none="calendarSearchNone" />;
}

interface CalendarOfProps {
  of: Conversations["calendar"]["ask"]["of"];
  name: MessageName;
  /** Said where there is no date. */
  none: MessageName;
}

function CalendarOf({ of, name, none }: CalendarOfProps) {
  const [said, setSaid] = useState("");
  const save = async (): Promise<void> => {
    try {
      const { file, events, left } = await ask("calendar", { of });
      if (file === undefined) return setSaid(t(none));
      saveFile(file.name, file.text, "text/calendar");
      const saved = t("calendarSaved", formatCount(events), file.name);
      setSaid(left === 0 ? saved : `${saved} ${t("calendarLeft", formatCount(left))}`);
    } catch (error) {
      setSaid(explainFailure(error));
    }
  };
  return (
    <>
      <button type="button" className="quiet" onClick={() => void save()}>
        {t(name)}
      </button>
      <span className="said" role="status">
        {said}
      </span>
    </>
  );
}
