import { type Ref, useEffect, useRef, useState } from "react";
import { addMonths } from "../../../shared/calendar/month-days.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import type { TenderFilter } from "../../../shared/search/filter.ts";
import { formatInstant } from "../../../shared/values/dates.ts";
import { formatCount, formatDay, t } from "../../overlay/i18n.ts";
import { useAnswer } from "../../overlay/use-answer.ts";
import { Failure } from "../failure.tsx";
import { MonthDay } from "./month-day.tsx";
import { MonthTable } from "./month-table.tsx";

const longDay = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;

interface MonthProps {
  filter: TenderFilter;
  /** Takes the focus when the user asks to see what was found. */
  heading: Ref<HTMLHeadingElement>;
}

/** A month of the dates of what the filter finds: how many a day, and which those of a chosen day are. */
export function Month({ filter, heading }: MonthProps) {
  const today = formatInstant(new Date(), durango.timeZone).slice(0, 10);
  const [month, setMonth] = useState(today.slice(0, 7));
  const [day, setDay] = useState<string>();
  const { answer, failure } = useAnswer("month", { filter, month, ...(day && { day }) });
  const listed = useRef<HTMLDivElement>(null);
  const listing = answer?.day?.day === day ? answer?.day : undefined;
  const shownDay = listing?.day;
  useEffect(() => {
    if (shownDay !== undefined) listed.current?.scrollIntoView({ block: "nearest" });
  }, [shownDay]);
  if (failure !== undefined) return <Failure reason={failure} />;
  const show = (other: string): void => {
    setMonth(other);
    setDay(undefined);
  };
  // The answer to the month before stays until this one's is here.
  const days = answer?.month === month ? answer.days : undefined;
  const name = formatDay(`${month}-01`, { month: "long", year: "numeric" });
  return (
    <section aria-labelledby="month-title">
      <div className="month-head">
        <h3 ref={heading} id="month-title" tabIndex={-1} className="month-title" aria-live="polite">
          {name}
        </h3>
        <button type="button" className="quiet" onClick={() => show(addMonths(month, -1))}>
          {t("monthBefore")}
        </button>
        <button type="button" className="quiet" onClick={() => show(today.slice(0, 7))}>
          {t("monthNow")}
        </button>
        <button type="button" className="quiet" onClick={() => show(addMonths(month, 1))}>
          {t("monthAfter")}
        </button>
      </div>
      <MonthTable
        month={month}
        name={name}
        today={today}
        days={days ?? []}
        chosen={day}
        choose={(other) => setDay(other === day ? undefined : other)}
      />
      {days?.length === 0 && <p className="hint">{t("monthEmpty")}</p>}
      <div ref={listed}>
        <div aria-live="polite">
          {listing && (
            <h4 className="results-title">
              {t("monthDay", formatDay(listing.day, longDay), formatCount(listing.count))}
            </h4>
          )}
        </div>
        {listing && <MonthDay {...listing} />}
      </div>
    </section>
  );
}
