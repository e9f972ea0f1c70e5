import type { TenderRow } from "../feed/tender-row.ts";
import { stateOf } from "../search/filter.ts";
import { dayOf, formatInstant, hasHour } from "../values/dates.ts";
import { businessDaysBetween, daysBetween } from "./business-days.ts";

/** How far away the end of an open call is. */
export interface Countdown {
  /** Days of the calendar: 0 today, 1 tomorrow. */
  days: number;
  /** Business days after today up to the last one. */
  businessDays: number;
  /** `HH:MM` on the portal's clock; absent where the portal gives the day alone. */
  hour?: string;
}

/** Of a status like these nobody can bid any more, whatever the dates say. */
const ended: ReadonlySet<TenderRow["status"]> = new Set(["cancelled", "unsuccessful", "complete"]);

/** When a call closes, counted from the portal's today; undefined where it is not open, or it cannot be counted. */
export function countDown(row: TenderRow, nowMs: number, timeZone: string): Countdown | undefined {
  const { opensAt } = row;
  if (opensAt === undefined || stateOf(row, nowMs) !== "open") return undefined;
  if (ended.has(row.status)) return undefined;
  const today = dayOf(formatInstant(new Date(nowMs), timeZone));
  const businessDays = businessDaysBetween(today, dayOf(opensAt));
  if (businessDays === undefined) return undefined;
  return {
    days: daysBetween(today, dayOf(opensAt)),
    businessDays,
    ...(hasHour(opensAt) && { hour: opensAt.slice(11, 16) }),
  };
}
