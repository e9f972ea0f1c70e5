/** A text that should be a date and is not one we can read. The text is in the message. */
export class UnreadableDateError extends Error {
  override name = "UnreadableDateError";
}

const months = [
  "enero",
  "febrero",
  "marzo",
  "abril",
  "mayo",
  "junio",
  "julio",
  "agosto",
  "septiembre",
  "octubre",
  "noviembre",
  "diciembre",
];

const time = String.raw`(?:[\sT,]+(?:a las )?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(a\.?\s?m\.?|p\.?\s?m\.?)?\s*(?:hrs?\.?|horas)?\.?)?`;

/** The ways in which dates are written, by name; a portal's profile says which of them it uses. */
const dateFormats = {
  /** `2026-03-18 11:30`, seconds optional. */
  iso: new RegExp(`^(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})${time}$`, "i"),
  /** `18/03/2026 11:30 hrs`, day first as everywhere in Mexico; `-` and `.` also separate. */
  dayFirst: new RegExp(`^(?<day>\\d{1,2})[/.-](?<month>\\d{1,2})[/.-](?<year>\\d{4})${time}$`, "i"),
  /** `03/18/2026 11:30`, month first: nowhere in Mexico but where a server was never told where it is. */
  monthFirst: new RegExp(
    `^(?<month>\\d{1,2})[/.-](?<day>\\d{1,2})[/.-](?<year>\\d{4})${time}$`,
    "i",
  ),
  /** `4 de agosto de 2024`, `4 de agosto del 2024, 11:30 horas`. */
  words: new RegExp(
    `^(?:\\p{L}+,? )?(?<day>\\d{1,2}) de (?<word>\\p{L}+) del? (?<year>\\d{4})${time}$`,
    "iu",
  ),
  /** `18-mar-2026 11:30`, `18/Marzo/2026`: the month as a word or its first three letters. */
  monthName: new RegExp(
    `^(?<day>\\d{1,2})[-/. ](?<word>\\p{L}{3,10})\\.?[-/. ](?<year>\\d{4})${time}$`,
    "iu",
  ),
  /** `/Date(1773855000000)/`, as ASP.NET writes an instant in JSON. */
  aspNet: /^\/Date\((?<milliseconds>-?\d+)(?:[+-]\d{4})?\)\/$/,
} as const;
export type DateFormat = keyof typeof dateFormats;
/** In the order in which a date of unknown form is tried. */
export const dateFormatNames = [
  "iso",
  "dayFirst",
  "monthFirst",
  "words",
  "monthName",
  "aspNet",
] as const satisfies readonly DateFormat[];

/**
 * The instant that a text names, as ISO 8601 with the offset of its zone, in whole seconds:
 * `2026-03-18 11:30` in America/Monterrey → `2026-03-18T11:30:00-06:00`.
 *
 * A date without an hour is the start of that day. Missing is the caller's business: this function
 * throws `UnreadableDateError` for any text that is not a date, and for days that do not exist.
 */
export function parseDate(
  text: string,
  timeZone: string,
  formats: readonly DateFormat[] = ["iso", "dayFirst", "words", "aspNet"],
): string {
  for (const format of formats) {
    const instant = readBy(format, text, timeZone);
    if (instant !== undefined) return instant;
  }
  throw new UnreadableDateError(
    `not a date in any of the formats ${formats.join(", ")}: "${text}"`,
  );
}

/** The first of some formats by which a text can be read as a date; undefined where none fits. */
export function findDateFormat(
  text: string,
  timeZone: string,
  formats: readonly DateFormat[] = dateFormatNames,
): DateFormat | undefined {
  return formats.find((format) => readBy(format, text, timeZone) !== undefined);
}

function readBy(format: DateFormat, text: string, timeZone: string): string | undefined {
  const match = dateFormats[format].exec(text.trim());
  if (!match?.groups) return undefined;
  const { milliseconds, year, month, word, day } = match.groups;
  if (milliseconds !== undefined) {
    const instant = new Date(Number(milliseconds));
    return isPlausibleYear(instant.getUTCFullYear()) ? formatInstant(instant, timeZone) : undefined;
  }
  const monthNumber = month === undefined ? readMonth(word ?? "") : Number(month);
  const [hourText, minuteText, secondText, half] = match.slice(4);
  const local: LocalTime = {
    year: Number(year),
    month: monthNumber,
    day: Number(day),
    hour: readHour(Number(hourText ?? 0), half),
    minute: Number(minuteText ?? 0),
    second: Number(secondText ?? 0),
  };
  return isReal(local) ? formatLocal(local, timeZone) : undefined;
}

/** The calendar day (`YYYY-MM-DD`) that an instant written with its local offset falls on, where it was written. */
export function dayOf(instant: string): string {
  return instant.slice(0, 10);
}

/**
 * Whether an instant was written with its hour. A date without one is kept as the start of its day, and no event of a procedure is held at
 * midnight, so midnight means that the hour is not known.
 */
export function hasHour(instant: string): boolean {
  return instant.slice(11, 19) !== "00:00:00";
}

/** An instant as ISO 8601 in whole seconds with the offset that `timeZone` has then. */
export function formatInstant(instant: Date, timeZone: string): string {
  const offset = offsetMinutes(instant, timeZone);
  const shifted = new Date(instant.getTime() + offset * 60_000);
  return shifted.toISOString().slice(0, 19) + formatOffset(offset);
}

/** The day (`YYYY-MM-DD`) that lies `count` days after `day`; `count` may be negative. */
export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

interface LocalTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

function readMonth(word: string): number {
  const folded = word.toLowerCase().replace("setiembre", "septiembre");
  return months.findIndex((month) => month === folded || month.slice(0, 3) === folded) + 1;
}

/** NaN where hour and half contradict each other: `13:30 a.m.` and `0:30 p.m.` are not guessed; `14:00 p.m.` says it twice. */
function readHour(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (half.toLowerCase().startsWith("a")) return hour > 12 ? Number.NaN : hour % 12;
  if (hour === 0) return Number.NaN;
  return hour < 12 ? hour + 12 : hour;
}

/** False for NaN, for what .NET prints in place of no date, and for years of more than four digits. */
function isPlausibleYear(year: number): boolean {
  return year > 1900 && year < 10_000;
}

function isReal({ year, month, day, hour, minute, second }: LocalTime): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  const dayExists =
    isPlausibleYear(year) && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return dayExists && hour < 24 && minute < 60 && second < 60;
}

function formatLocal(local: LocalTime, timeZone: string): string {
  const asUtc = Date.UTC(
    local.year,
    local.month - 1,
    local.day,
    local.hour,
    local.minute,
    local.second,
  );
  // The offset at the wall clock read as UTC is right but for the hours around a change of clocks; a second look settles those.
  const guess = asUtc - offsetMinutes(new Date(asUtc), timeZone) * 60_000;
  return formatInstant(
    new Date(asUtc - offsetMinutes(new Date(guess), timeZone) * 60_000),
    timeZone,
  );
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The offsets of days (since 1970, UTC) at whose ends a zone has the same one: no clock is changed there and back within a day. */
const steadyDays = new Map<string, Map<number, number>>();
/** Some eleven years. */
const maxSteadyDays = 4000;
const dayMs = 86_400_000;

function offsetMinutes(instant: Date, timeZone: string): number {
  const day = Math.floor(instant.getTime() / dayMs);
  const days = steadyDays.get(timeZone) ?? new Map<number, number>();
  const known = days.get(day);
  if (known !== undefined) return known;
  const offset = lookUpOffset(instant, timeZone);
  const ends = [day, day + 1].map((each) => lookUpOffset(new Date(each * dayMs), timeZone));
  if (ends.some((end) => end !== offset)) return offset;
  if (days.size >= maxSteadyDays) days.clear();
  steadyDays.set(timeZone, days.set(day, offset));
  return offset;
}

function lookUpOffset(instant: Date, timeZone: string): number {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
    clocks.set(timeZone, clock);
  }
  const name = clock.formatToParts(instant).find((part) => part.type === "timeZoneName")?.value;
  const match = /^GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name ?? "");
  if (!match) throw new RangeError(`no offset known for the zone ${timeZone}`);
  const [, sign, hours = "0", minutes = "0"] = match;
  return (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
}

function formatOffset(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
