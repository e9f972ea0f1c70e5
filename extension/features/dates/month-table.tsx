import type { DayCount } from "../../../shared/calendar/event-days.ts";
import { weeksOf } from "../../../shared/calendar/month-days.ts";
import type { EventName } from "../../../shared/feed/event-names.ts";
import { type HolidayName, restOn } from "../../../shared/monitor/rest-days.ts";
import { formatCount, formatDay, type MessageName, t } from "../../overlay/i18n.ts";

const holidayNames: Readonly<Record<HolidayName, MessageName>> = {
  newYear: "holidayNewYear",
  constitution: "holidayConstitution",
  juarez: "holidayJuarez",
  labour: "holidayLabour",
  independence: "holidayIndependence",
  inauguration: "holidayInauguration",
  revolution: "holidayRevolution",
  christmas: "holidayChristmas",
};

/** Of one, and of several. */
const countNames: Readonly<Record<EventName | "off", readonly [MessageName, MessageName]>> = {
  "junta-aclaraciones": ["monthMeeting", "monthMeetings"],
  apertura: ["monthOpening", "monthOpenings"],
  fallo: ["monthAward", "monthAwards"],
  off: ["monthOff", "monthOffs"],
};

/** Any week: for the names of its days, Monday first. */
const [, someWeek = []] = weeksOf("2026-06");

interface MonthTableProps {
  /** `2026-03` */
  month: string;
  /** In words. */
  name: string;
  today: string;
  /** Those with events. */
  days: readonly DayCount[];
  chosen: string | undefined;
  choose: (day: string) => void;
}

/** A month as a table of weeks. A day with events is a button that says in words how many of which kind. */
export function MonthTable({ month, name, today, days, chosen, choose }: MonthTableProps) {
  const countOf = new Map(days.map((count) => [count.day, count]));
  const weeks = weeksOf(month);
  const holidays = weeks.flat().flatMap((day) => {
    const rest = day && restOn(day);
    return day && rest && rest !== "weekend" ? [{ day, rest }] : [];
  });
  return (
    <>
      <table className="month">
        <caption className="unseen">{t("monthCaption", name)}</caption>
        <thead>
          <tr>
            {someWeek.map((day = "") => (
              <th key={day} scope="col">
                <span aria-hidden="true">{formatDay(day, { weekday: "short" })}</span>
                <span className="unseen">{formatDay(day, { weekday: "long" })}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week.find((day) => day !== undefined)}>
              {week.map((day, place) =>
                day === undefined ? (
                  <td key={someWeek[place]} />
                ) : (
                  <td key={day} className={classOf(day, today)}>
                    <Day
                      day={day}
                      isToday={day === today}
                      count={countOf.get(day)}
                      isChosen={day === chosen}
                      choose={() => choose(day)}
                    />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="aside">
        {holidays.map(({ day, rest }) => (
          <span key={day}>
            {t("monthHoliday", formatDay(day, longDay), t(holidayNames[rest]))}{" "}
          </span>
        ))}
        {t("monthRest")}
      </p>
    </>
  );
}

const longDay = { weekday: "long", day: "numeric", month: "long" } as const;

function classOf(day: string, today: string): string {
  return [day === today && "today", restOn(day) !== undefined && "rest"].filter(Boolean).join(" ");
}

interface DayProps {
  day: string;
  isToday: boolean;
  count: DayCount | undefined;
  isChosen: boolean;
  choose: () => void;
}

function Day({ day, isToday, count, isChosen, choose }: DayProps) {
  const rest = restOn(day);
  const head = (
    <>
      <span className="day-number">{Number(day.slice(8))}</span>
      {isToday && <span className="day-word">{t("monthIsToday")}</span>}
      {rest && rest !== "weekend" && <span className="day-word">{t("monthIsHoliday")}</span>}
    </>
  );
  if (count === undefined) return <div className="day">{head}</div>;
  return (
    <button type="button" className="day" aria-pressed={isChosen} onClick={choose}>
      {head}
      {describeCount(count).map((words) => (
        <span key={words} className="day-count">
          {words}
        </span>
      ))}
    </button>
  );
}

/** `2 aperturas`, `1 junta`: only what there is. */
function describeCount({ counts, off }: DayCount): string[] {
  const all: Record<keyof typeof countNames, number> = { ...counts, off };
  // The keys are those of the table above.
  return (Object.keys(countNames) as (keyof typeof countNames)[]).flatMap((name) => {
    const [one, several] = countNames[name];
    if (all[name] === 0) return [];
    return t(all[name] === 1 ? one : several, formatCount(all[name]));
  });
}
