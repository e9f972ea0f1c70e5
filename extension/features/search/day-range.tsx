import { durango } from "../../../shared/portal/profiles/durango.ts";
import { addDays, formatInstant } from "../../../shared/values/dates.ts";
import { type MessageName, t } from "../../overlay/i18n.ts";

interface DayRangeProps {
  title: string;
  /** Presets reach into the past (-1) or the future (1), today included. */
  direction: -1 | 1;
  from: { name: string; day: string | undefined };
  to: { name: string; day: string | undefined };
  change: (from: string | undefined, to: string | undefined) => void;
}

const presets: { name: MessageName; days: number }[] = [
  { name: "presetToday", days: 1 },
  { name: "preset7", days: 7 },
  { name: "preset30", days: 30 },
];

/** A range of days on the portal's calendar, either end free, with presets counted from today. */
export function DayRange({ title, direction, from, to, change }: DayRangeProps) {
  const today = formatInstant(new Date(), durango.timeZone).slice(0, 10);
  const isReversed = from.day !== undefined && to.day !== undefined && from.day > to.day;
  return (
    <fieldset className="group">
      <legend>{title}</legend>
      <div className="presets">
        {presets.map(({ name, days }) => {
          const other = addDays(today, direction * (days - 1));
          const [first, last] = direction < 0 ? [other, today] : [today, other];
          const isOn = from.day === first && to.day === last;
          return (
            <button
              key={name}
              type="button"
              aria-pressed={isOn}
              onClick={() => (isOn ? change(undefined, undefined) : change(first, last))}
            >
              {t(name)}
            </button>
          );
        })}
      </div>
      <div className="days">
        <DayField {...from} set={(day) => change(day, to.day)} />
        <DayField {...to} set={(day) => change(from.day, day)} />
      </div>
      {isReversed && (
        <p className="warning" role="alert">
          {t("reversedDates")}
        </p>
      )}
    </fieldset>
  );
}

interface DayFieldProps {
  name: string;
  day: string | undefined;
  set: (day: string | undefined) => void;
}

function DayField({ name, day, set }: DayFieldProps) {
  return (
    <label className="field">
      <span>{name}</span>
      <input
        type="date"
        value={day ?? ""}
        onChange={(event) => set(event.target.value === "" ? undefined : event.target.value)}
      />
    </label>
  );
}
