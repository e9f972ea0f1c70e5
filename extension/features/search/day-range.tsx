import { memo } from "react";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { addDays, formatInstant } from "../../../shared/values/dates.ts";
import { type MessageName, t } from "../../overlay/i18n.ts";
import type { FilterChange } from "../../overlay/use-filter.ts";

type Day = string | undefined;

interface Field {
  title: MessageName;
  from: MessageName;
  to: MessageName;
  /** Presets reach into the past (-1) or the future (1), today included. */
  direction: -1 | 1;
  write: (from: Day, to: Day) => FilterChange;
}

const fields = {
  published: {
    title: "published",
    from: "publishedFrom",
    to: "publishedTo",
    direction: -1,
    write: (publishedFrom, publishedTo) => ({ publishedFrom, publishedTo }),
  },
  opens: {
    title: "opens",
    from: "opensFrom",
    to: "opensTo",
    direction: 1,
    write: (opensFrom, opensTo) => ({ opensFrom, opensTo }),
  },
} as const satisfies Record<string, Field>;

interface DayRangeProps {
  /** What of the filter lies within. */
  field: keyof typeof fields;
  from: Day;
  to: Day;
  change: (changes: FilterChange) => void;
}

const presets: { name: MessageName; days: number }[] = [
  { name: "presetToday", days: 1 },
  { name: "preset7", days: 7 },
  { name: "preset30", days: 30 },
];

/** A range of days on the portal's calendar, either end free, with presets counted from today. */
export const DayRange = memo(function DayRange(props: DayRangeProps) {
  const { field, from, to, change } = props;
  const { direction, write, ...names } = fields[field];
  const isReversed = from !== undefined && to !== undefined && from > to;
  const set = (first: Day, last: Day): void => change(write(first, last));
  const preset = (days: number): readonly [first: string, last: string] => {
    const today = formatInstant(new Date(), durango.timeZone).slice(0, 10);
    const other = addDays(today, direction * (days - 1));
    return direction < 0 ? [other, today] : [today, other];
  };
  return (
    <fieldset className="group">
      <legend>{t(names.title)}</legend>
      <div className="presets">
        {presets.map(({ name, days }) => {
          const [first, last] = preset(days);
          const isOn = from === first && to === last;
          return (
            <button
              key={name}
              type="button"
              aria-pressed={isOn}
              onClick={() =>
                // A page may stand open past midnight.
                isOn ? set(undefined, undefined) : set(...preset(days))
              }
            >
              {t(name)}
            </button>
          );
        })}
      </div>
      <div className="days">
        <DayField name={t(names.from)} day={from} set={(day) => set(day, to)} />
        <DayField name={t(names.to)} day={to} set={(day) => set(from, day)} />
      </div>
      {isReversed && (
        <p className="warning" role="alert">
          {t("reversedDates")}
        </p>
      )}
    </fieldset>
  );
});

interface DayFieldProps {
  name: string;
  day: Day;
  set: (day: Day) => void;
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
