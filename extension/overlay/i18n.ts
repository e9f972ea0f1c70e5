import en from "../../locales/en/messages.json";
import es from "../../locales/es/messages.json";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { hasHour } from "../../shared/values/dates.ts";
import type { FeedProblem } from "../messages.ts";
import type { Language } from "../settings.ts";

export type MessageName = keyof typeof es;

const texts: Record<Language, Record<MessageName, { message: string }>> = { es, en };
let language: Language = "es";

/** Chooses the language of every text from here on. The browser's own language does not matter: Spanish unless the user says otherwise. */
export function speak(chosen: Language): void {
  language = chosen;
}

/** A text of the interface. `$1`, `$2`… take the values. */
export function t(name: MessageName, ...values: (string | number)[]): string {
  return fill(texts[language][name].message, values);
}

/** The same in Spanish, whatever the interface speaks, as the files are that it makes. */
export function spanish(name: MessageName, ...values: (string | number)[]): string {
  return fill(es[name].message, values);
}

function fill(message: string, values: readonly (string | number)[]): string {
  return message.replace(/\$(\d)/g, (_, place) => String(values[place - 1] ?? ""));
}

/** The language of the interface as a tag for `lang` and for formats. */
export function uiLanguage(): "es-MX" | "en" {
  return language === "es" ? "es-MX" : "en";
}

/** 12345 → `12,345` (es-MX and en alike). */
export function formatCount(count: number): string {
  return formatter(Intl.NumberFormat, {}).format(count);
}

const byteUnits = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** A size in words: 3,145,728 → `3.1 MB`. */
export function formatSize(bytes: number): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), byteUnits.length - 1);
  const unit = byteUnits[step] ?? "byte"; // The step is one of them.
  const options = { style: "unit", unit, unitDisplay: step === 0 ? "long" : "short" } as const;
  const digits = { maximumFractionDigits: step > 1 ? 1 : 0 };
  return formatter(Intl.NumberFormat, { ...options, ...digits }).format(bytes / 1000 ** step);
}

/** An instant in words, on the portal's clock: `18 mar 2026, 11:30`; the day alone where the hour is not known. */
export function formatInstantWords(instant: string, timeZone: string): string {
  if (!hasHour(instant)) return formatDayWords(instant, timeZone);
  return formatter(Intl.DateTimeFormat, {
    timeZone,
    dateStyle: "medium",
    timeStyle: "short",
    hourCycle: "h23",
  }).format(new Date(instant));
}

/** The day of an instant in words, on the portal's clock: `18 mar 2026`. */
export function formatDayWords(instant: string, timeZone: string): string {
  return formatter(Intl.DateTimeFormat, { timeZone, dateStyle: "medium" }).format(
    new Date(instant),
  );
}

/** A month by its name: 0 → `enero`. */
export function formatMonth(month: number): string {
  const options = { timeZone: "UTC", month: "long" } as const;
  return formatter(Intl.DateTimeFormat, options).format(new Date(Date.UTC(2026, month)));
}

/** A day of the calendar (`2026-03-18`) in words, as `options` have it: no zone moves it. */
export function formatDay(day: string, options: Intl.DateTimeFormatOptions): string {
  return formatter(Intl.DateTimeFormat, { ...options, timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

const formatters = new Map<string, unknown>();

/** A formatter in the language of the interface, made once: making one costs a hundred times what formatting does. */
function formatter<Options, Formatter>(
  Kind: new (language: string, options: Options) => Formatter,
  options: Options,
): Formatter {
  const key = `${Kind.name} ${uiLanguage()} ${JSON.stringify(options)}`;
  const known = formatters.get(key) ?? new Kind(uiLanguage(), options);
  formatters.set(key, known);
  // The key names the kind.
  return known as Formatter;
}

const problemMessages: Record<FeedProblem["kind"], MessageName> = {
  badAddress: "problemBadAddress",
  unreachable: "problemUnreachable",
  httpStatus: "problemHttpStatus",
  notJson: "problemNotJson",
  otherVersion: "problemOtherVersion",
  otherPortal: "problemOtherPortal",
  invalid: "problemInvalid",
  tooLarge: "problemTooLarge",
  damaged: "problemDamaged",
  olderData: "problemOlderData",
  storageFull: "problemStorageFull",
};

/** What is wrong with a feed, for the person who chose it. */
export function explainProblem({ kind, detail }: FeedProblem): string {
  const told = kind === "olderData" ? formatInstantWords(detail, durango.timeZone) : detail;
  return t(problemMessages[kind], told);
}
