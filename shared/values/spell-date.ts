import { hasHour } from "./dates.ts";

/**
 * An instant as people write it in Mexico, in the local time that it was written in: `18 de marzo de 2026, 11:30 h`; the day
 * alone where the hour is not known.
 */
export function spellDate(instant: string): string {
  const clock = clockOf(instant);
  const day = `${spellDay(instant)} de ${partsOf(instant).year}`;
  return clock === undefined ? day : `${day}, ${clock} h`;
}

/**
 * From when to when something was moved, said once where both share it: `del 18 al 20 de marzo de 2026, 11:30 h`, `de las
 * 11:30 a las 12:00 h del 18 de marzo de 2026`. Both are instants in ISO 8601 with offset, and not the same.
 */
export function spellMove(before: string, after: string): string {
  const [from, to] = [partsOf(before), partsOf(after)];
  const [fromClock, toClock] = clocksOf(before, after);
  if (before.slice(0, 10) === after.slice(0, 10)) {
    const day = `del ${spellDay(after)} de ${to.year}`;
    if (fromClock === undefined) return `${day}, sin hora, a las ${toClock} h`;
    if (toClock === undefined) return `de las ${fromClock} h ${day} al mismo día, sin hora`;
    return `de las ${fromClock} a las ${toClock} h ${day}`;
  }
  if (fromClock !== toClock) {
    const clock = fromClock === undefined ? "" : `, ${fromClock} h,`;
    return `del ${spellDay(before)} de ${from.year}${clock} al ${spellDate(after)}`;
  }
  if (from.year !== to.year) {
    return `del ${spellDay(before)} de ${from.year} al ${spellDate(after)}`;
  }
  const start = from.month === to.month ? String(from.day) : spellDay(before);
  return `del ${start} al ${spellDate(after)}`;
}

function partsOf(instant: string): { year: string; month: string; day: number } {
  return {
    year: instant.slice(0, 4),
    month: instant.slice(5, 7),
    day: Number(instant.slice(8, 10)),
  };
}

const months = new Intl.DateTimeFormat("es-MX", { month: "long", timeZone: "UTC" });

function spellDay(instant: string): string {
  const month = months.format(new Date(`${instant.slice(0, 10)}T00:00:00Z`));
  return `${partsOf(instant).day} de ${month}`;
}

function clockOf(instant: string): string | undefined {
  return hasHour(instant) ? instant.slice(11, 16) : undefined;
}

/** With seconds where nothing else tells the two apart. */
function clocksOf(before: string, after: string): [string | undefined, string | undefined] {
  const clocks: [string | undefined, string | undefined] = [clockOf(before), clockOf(after)];
  const isSameMinute = before.slice(0, 16) === after.slice(0, 16);
  return isSameMinute && clocks[0] !== undefined && clocks[1] !== undefined
    ? [before.slice(11, 19), after.slice(11, 19)]
    : clocks;
}
