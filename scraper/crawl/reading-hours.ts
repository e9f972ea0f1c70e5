import { formatInstant } from "../../shared/values/dates.ts";

/** Hours of the day, from 0 to 24, in which a portal may be read: `from` included, `to` not. `{ from: 22, to: 6 }` are those of the night. */
export interface ReadingHours {
  from: number;
  to: number;
}

/** Reads `22-6`; undefined for what names no hours. */
export function parseReadingHours(text: string): ReadingHours | undefined {
  const match = /^\s*(\d{1,2})\s*-\s*(\d{1,2})\s*$/.exec(text);
  const [from, to] = [Number(match?.[1]), Number(match?.[2])];
  const isSome = match !== null && from <= 24 && to <= 24 && from % 24 !== to;
  return isSome ? { from, to } : undefined;
}

/** Whether an instant lies within the hours, as clocks in the zone show them. */
export function isWithin({ from, to }: ReadingHours, at: Date, timeZone: string): boolean {
  const hour = Number(formatInstant(at, timeZone).slice(11, 13));
  return from < to ? hour >= from && hour < to : hour >= from || hour < to;
}
