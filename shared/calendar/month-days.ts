import { addDays } from "../values/dates.ts";

/**
 * The weeks of a month (`2026-03`), Monday first: days as `2026-03-18`, and undefined where a day of the week belongs to another
 * month.
 */
export function weeksOf(month: string): (string | undefined)[][] {
  const first = `${month}-01`;
  const weekday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const weeks: (string | undefined)[][] = [];
  for (let monday = addDays(first, -weekday); monday.slice(0, 7) <= month; ) {
    const week = Array.from({ length: 7 }, (_, place) => addDays(monday, place));
    weeks.push(week.map((day) => (day.startsWith(month) ? day : undefined)));
    monday = addDays(monday, 7);
  }
  return weeks;
}

/** The month that lies `count` months after one; `count` may be negative. Both as `2026-03`. */
export function addMonths(month: string, count: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const date = new Date(0);
  date.setUTCFullYear(year, number - 1 + count, 1);
  return date.toISOString().slice(0, 7);
}
