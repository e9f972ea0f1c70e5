import { addDays } from "../values/dates.ts";
import { knowsHolidaysOf, restOn } from "./rest-days.ts";

/** No call is open for longer; a date that is farther away is a mistake of whoever wrote it. */
const mostDays = 730;

/**
 * How many business days there are after `from` up to and with `to`, both `YYYY-MM-DD`; Monday to Friday but for Mexico's days of rest. 0
 * where there is none between them, undefined where `to` lies before `from`, more than two years after it, or in a year whose holidays
 * are not known.
 */
export function businessDaysBetween(from: string, to: string): number | undefined {
  const days = daysBetween(from, to);
  if (days < 0 || days > mostDays) return undefined;
  let count = 0;
  for (let each = 1; each <= days; each += 1) {
    const isBusiness = isBusinessDay(addDays(from, each));
    if (isBusiness === undefined) return undefined;
    if (isBusiness) count += 1;
  }
  return count;
}

/** How many days of the calendar `to` lies after `from`; negative before it. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}

function isBusinessDay(day: string): boolean | undefined {
  return knowsHolidaysOf(day) ? restOn(day) === undefined : undefined;
}
