import type { DayProcedure } from "../../../shared/calendar/event-days.ts";
import type { EventName } from "../../../shared/feed/event-names.ts";
import { hasHour } from "../../../shared/values/dates.ts";
import type { Conversations } from "../../messages.ts";
import { formatCount, formatDay, type MessageName, t } from "../../overlay/i18n.ts";
import { ProcedureLink } from "../procedure-link.tsx";
import { RowActions } from "../row-actions.tsx";

const eventWords: Readonly<Record<EventName, MessageName>> = {
  "junta-aclaraciones": "fieldClarification",
  apertura: "fieldOpening",
  fallo: "fieldAward",
};

type DayAnswer = NonNullable<Conversations["month"]["answer"]["day"]>;

/** The procedures of a day, in the order of their hours. */
export function MonthDay({ day, count, listed }: DayAnswer) {
  return (
    <>
      <ul aria-label={formatDay(day, { day: "numeric", month: "long" })} className="results">
        {listed.map((procedure) => (
          <Procedure key={procedure.row.id} procedure={procedure} />
        ))}
      </ul>
      {count > listed.length && (
        <p className="aside">{t("monthMore", formatCount(count - listed.length))}</p>
      )}
    </>
  );
}

function Procedure({ procedure: { row, events, isOff } }: { procedure: DayProcedure }) {
  return (
    <li className="result">
      <p className="day-events">
        {events.map(({ name, startsAt }) => (
          <span key={name}>
            {t(eventWords[name])}:{" "}
            {hasHour(startsAt) ? startsAt.slice(11, 16) : t("monthWithoutHour")}
          </span>
        ))}
      </p>
      <ProcedureLink row={row} />
      {isOff && <p className="aside">{t("monthWillNotBe")}</p>}
      <RowActions row={row} />
    </li>
  );
}
