import { memo } from "react";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { addDays, formatInstant } from "../../../shared/values/dates.ts";
import { type MessageName, t } from "../../overlay/i18n.ts";
import type { FilterChange } from "../../overlay/use-filter.ts";

const fields = {
  published: { title: "published", from: "publishedFrom", to: "publishedTo" },
  opens: { title: "opens", from: "opensFrom", to: "opensTo" },
} as const;

interface DayRangeProps {
  /** What of the filter lies within. */
  field: keyof typeof fields;
  /** Presets reach into the past (-1) or the future (1), today included. */
  direction: -1 | 1;
  from: string | undefined;
  to: string | undefined;
  change: (changes: FilterChange) => void;
}

const presets: { name: MessageName; days: number }[] = [
  { name: "presetToday", days: 1 },
  { name: "preset7", days: 7 },
  { name: "preset30", days: 30 },
];

/** A range of days on the portal's calendar, either end free, with presets counted from today. */
export const DayRange = memo(function DayRange(props: DayRangeProps) {
  const { field, direction, from, to, change } = props;
  const names = fields[field];
  const today = formatInstant(new Date(), durango.timeZone).slice(0, 10);
  const isReversed = from !== undefined && to !== undefined && from > to;
  const set = (first: string | undefined, last: string | undefined): void =>
    change({ [names.from]: first, [names.to]: last });
  return (
    <fieldset className="group">
      <legend>{t(names.title)}</legend>
      <div className="presets">
        {presets.map(({ name, days }) => {
          const other = addDays(today, direction * (days - 1));
          const [first, last] = direction < 0 ? [other, today] : [today, other];
          const isOn = from === first && to === last;
          return (
            <button
              key={name}
              type="button"
              aria-pressed={isOn}
              onClick={() => (isOn ? set(undefined, undefined) : set(first, last))}
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
