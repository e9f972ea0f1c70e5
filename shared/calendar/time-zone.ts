import ICAL from "ical.js";
import { formatInstant } from "../values/dates.ts";
import { icsComponent } from "./ics-component.ts";

/** Rules of a zone are known for some years ahead; after the last change that is listed, its offset holds. */
const maxYears = 10;

/**
 * The VTIMEZONE of a zone from the start of `firstYear` on, with every change of its clocks up to the end of `lastYear`, at
 * most ten years on. Changes are looked for month by month: no zone changes its clocks twice within one.
 */
export function timeZoneComponent(
  timeZone: string,
  firstYear: number,
  lastYear: number,
): ICAL.Component {
  const months = 12 * Math.min(lastYear - firstYear + 1, maxYears);
  const starts = Array.from({ length: months + 1 }, (_, month) => Date.UTC(firstYear, month, 1));
  const offsets = starts.map((start) => offsetAt(start, timeZone));
  const standard = offsets.reduce((least, offset) =>
    minutesOf(offset) < minutesOf(least) ? offset : least,
  );
  const [initial = standard] = offsets;
  const changes = starts.flatMap((start, index) => {
    const next = starts[index + 1];
    if (next === undefined || offsets[index] === offsets[index + 1]) return [];
    return [findChange(start, next, timeZone)];
  });
  const observances = [
    // Instants are written with the offset of the zone, so this is the local start of the year.
    observance(`${firstYear}-01-01T00:00:00`, initial, initial, standard),
    ...changes.map(({ from, to, at }) => observance(localTime(at, from), from, to, standard)),
  ];
  const zone = icsComponent("vtimezone", [["tzid", timeZone]]);
  for (const each of observances) zone.addSubcomponent(each);
  return zone;
}

interface ClockChange {
  /** Epoch milliseconds of the first second with the new offset. */
  at: number;
  from: string;
  to: string;
}

/** The one change of clocks between two instants whose offsets differ. */
function findChange(earlier: number, later: number, timeZone: string): ClockChange {
  const from = offsetAt(earlier, timeZone);
  let [low, high] = [earlier, later];
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (offsetAt(middle, timeZone) === from) low = middle;
    else high = middle;
  }
  return { at: high, from, to: offsetAt(high, timeZone) };
}

function observance(onset: string, from: string, to: string, standard: string): ICAL.Component {
  return icsComponent(to === standard ? "standard" : "daylight", [
    ["dtstart", ICAL.Time.fromDateTimeString(onset)],
    ["tzoffsetfrom", ICAL.UtcOffset.fromString(from)],
    ["tzoffsetto", ICAL.UtcOffset.fromString(to)],
  ]);
}

/** `-06:00` */
function offsetAt(instant: number, timeZone: string): string {
  return formatInstant(new Date(instant), timeZone).slice(19);
}

function minutesOf(offset: string): number {
  const size = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4));
  return offset.startsWith("-") ? -size : size;
}

/** The wall clock's time by an offset: an onset is told by the clock that it changes (RFC 5545, 3.6.5). */
function localTime(instant: number, offset: string): string {
  return new Date(instant + minutesOf(offset) * 60_000).toISOString().slice(0, 19);
}
