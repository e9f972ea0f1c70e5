import holidays from "./mexican-holidays.json";

/** Mexico's days of rest, by the month that each falls in: no month has two of them. */
const names = {
  "01": "newYear",
  "02": "constitution",
  "03": "juarez",
  "05": "labour",
  "09": "independence",
  "10": "inauguration",
  "11": "revolution",
  "12": "christmas",
} as const;
export type HolidayName = (typeof names)[keyof typeof names];

/** `MM-DD` by year: the days of rest of Mexico's labour law (article 74), but those of elections, which other laws set. */
const holidaysOfYear: Readonly<Record<string, readonly string[] | undefined>> = holidays;

/**
 * Why a day (`2026-03-16`) is no business day: the weekend or the name of a holiday, which goes before; undefined on business days.
 * Of a year whose holidays are not known only the weekends are.
 */
export function restOn(day: string): HolidayName | "weekend" | undefined {
  const isHoliday = holidaysOfYear[day.slice(0, 4)]?.includes(day.slice(5)) ?? false;
  // The months of the table are those of the list, which a test holds.
  if (isHoliday) return names[day.slice(5, 7) as keyof typeof names];
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6 ? "weekend" : undefined;
}

/** Whether the holidays of a day's year are known. */
export function knowsHolidaysOf(day: string): boolean {
  return holidaysOfYear[day.slice(0, 4)] !== undefined;
}
