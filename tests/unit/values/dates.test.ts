import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  type DateFormat,
  dayOf,
  formatInstant,
  parseDate,
  UnreadableDateError,
} from "../../../shared/values/dates.ts";

const zone = "America/Monterrey";

describe("parseDate", () => {
  it.each([
    ["2026-03-18 11:30", "2026-03-18T11:30:00-06:00"],
    ["2026-03-18 11:30:45", "2026-03-18T11:30:45-06:00"],
    ["2026-03-18T11:30:00.000", "2026-03-18T11:30:00-06:00"],
    ["2026-3-8", "2026-03-08T00:00:00-06:00"],
    [" 2026-03-18 ", "2026-03-18T00:00:00-06:00"],
    ["18/03/2026", "2026-03-18T00:00:00-06:00"],
    ["18/03/2026 11:30 hrs", "2026-03-18T11:30:00-06:00"],
    ["18-03-2026, 11:30 hrs.", "2026-03-18T11:30:00-06:00"],
    ["18.3.2026 14:00 HORAS", "2026-03-18T14:00:00-06:00"],
    ["18/03/2026 11:30:00 a. m.", "2026-03-18T11:30:00-06:00"],
    ["18/03/2026 11:30:00 p.\u00a0m.", "2026-03-18T23:30:00-06:00"],
    ["18/03/2026 01:05:00 p. m.", "2026-03-18T13:05:00-06:00"],
    ["18/03/2026 12:00:00 a. m.", "2026-03-18T00:00:00-06:00"],
    ["18/03/2026 12:30 p.m.", "2026-03-18T12:30:00-06:00"],
    ["18/03/2026 12:30 PM", "2026-03-18T12:30:00-06:00"],
    ["18/03/2026 14:00 p.m.", "2026-03-18T14:00:00-06:00"],
    ["4 de agosto de 2024", "2024-08-04T00:00:00-06:00"],
    ["domingo, 4 de agosto del 2024", "2024-08-04T00:00:00-06:00"],
    ["4 DE AGOSTO DE 2024, 11:30 horas", "2024-08-04T11:30:00-06:00"],
    ["1 de setiembre de 2024 a las 9:00 hrs", "2024-09-01T09:00:00-06:00"],
    ["4 de ago de 2024", "2024-08-04T00:00:00-06:00"],
    ["/Date(1773855000000)/", "2026-03-18T11:30:00-06:00"],
    ["/Date(1773855000000-0600)/", "2026-03-18T11:30:00-06:00"],
    ["2024-02-29", "2024-02-29T00:00:00-06:00"],
  ])("reads %j as %s", (text, instant) => {
    expect(parseDate(text, zone)).toBe(instant);
  });

  it.each([
    ["2021-07-01 09:00", "2021-07-01T09:00:00-05:00"],
    ["2021-12-01 09:00", "2021-12-01T09:00:00-06:00"],
    ["2021-04-04 03:00", "2021-04-04T03:00:00-05:00"],
    ["2021-04-04 01:59", "2021-04-04T01:59:00-06:00"],
    ["2021-10-31 00:30", "2021-10-31T00:30:00-05:00"],
    ["2021-10-31 02:30", "2021-10-31T02:30:00-06:00"],
    ["2022-07-01 09:00", "2022-07-01T09:00:00-05:00"],
    ["2023-07-01 09:00", "2023-07-01T09:00:00-06:00"],
    ["2026-07-01 09:00", "2026-07-01T09:00:00-06:00"],
  ])("gives %s the offset that Durango had then", (text, instant) => {
    expect(parseDate(text, zone)).toBe(instant);
  });

  it.each([
    ["31/02/2026"],
    ["29/02/2026"],
    ["2026-13-01"],
    ["2026-00-10"],
    ["2026-01-00"],
    ["03/18/2026"],
    ["18/03/26"],
    ["2026-03-18 24:00"],
    ["2026-03-18 25:30"],
    ["2026-03-18 11:60"],
    ["18/03/2026 13:30 a.m."],
    ["18/03/2026 0:30 p.m."],
    ["18/03/2026 25:30 p.m."],
    ["4 de brumario de 2024"],
    ["0001-01-01"],
    ["/Date(-62135596800000)/"],
    ["/Date(99999999999999999)/"],
    ["45369"],
    ["No aplica"],
    ["2026-03-18 11:30 y 2026-03-19 10:00"],
    [""],
  ])("refuses %j", (text) => {
    expect(() => parseDate(text, zone)).toThrow(UnreadableDateError);
  });

  it("names the text and the formats in its error", () => {
    expect(() => parseDate("mañana", zone, ["iso", "words"])).toThrow(
      'not a date in any of the formats iso, words: "mañana"',
    );
  });

  it.each([
    ["18-mar-2026", "2026-03-18T00:00:00-06:00"],
    ["18/MAR/2026 11:30 hrs", "2026-03-18T11:30:00-06:00"],
    ["5 ago. 2026, 9:05", "2026-08-05T09:05:00-06:00"],
    ["05.Septiembre.2026", "2026-09-05T00:00:00-06:00"],
  ])("reads %j where a portal writes months as words between marks", (text, instant) => {
    expect(parseDate(text, zone, ["monthName"])).toBe(instant);
    expect(() => parseDate(text, zone)).toThrow(UnreadableDateError);
  });

  it.each([["31-feb-2026"], ["18-xyz-2026"], ["18-mar-26"]])("refuses %j there", (text) => {
    expect(() => parseDate(text, zone, ["monthName"])).toThrow(UnreadableDateError);
  });

  it("reads only the formats that a portal uses", () => {
    expect(() => parseDate("18/03/2026", zone, ["iso"])).toThrow(UnreadableDateError);
  });

  it("keeps the day and hour of the wall clock in every form that it is written in", () => {
    const hours = fc.record({
      day: fc.date({
        min: new Date("1990-01-01"),
        max: new Date("2090-12-31"),
        noInvalidDate: true,
      }),
      // From four in the morning on no clock has ever been changed.
      hour: fc.integer({ min: 4, max: 23 }),
      minute: fc.integer({ min: 0, max: 59 }),
    });
    fc.assert(
      fc.property(hours, ({ day, hour, minute }) => {
        const iso = day.toISOString().slice(0, 10);
        const [year, month, date] = iso.split("-");
        const two = (number: number) => String(number).padStart(2, "0");
        const time = `${two(hour)}:${two(minute)}`;
        const half = `${two(hour % 12 === 0 ? 12 : hour % 12)}:${two(minute)}:00 ${hour < 12 ? "a" : "p"}. m.`;
        const read = [
          `${iso} ${time}`,
          `${date}/${month}/${year} ${time} hrs`,
          `${date}/${month}/${year} ${half}`,
        ];
        for (const text of read)
          expect(parseDate(text, zone).slice(0, 19)).toBe(`${iso}T${time}:00`);
      }),
    );
  });

  it("names the same instant that it was written from", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
        const instant = formatInstant(new Date(seconds * 1000), zone);
        expect(Date.parse(instant)).toBe(seconds * 1000);
        expect(parseDate(`/Date(${seconds * 1000})/`, zone)).toBe(instant);
      }),
    );
  });

  it("throws nothing but UnreadableDateError, whatever the text", () => {
    const formats: DateFormat[] = ["iso", "dayFirst", "words", "aspNet"];
    const texts = fc.oneof(
      fc.string(),
      fc.stringMatching(/^\d{1,4}[-/.]\d{1,4}[-/.]\d{1,4}( \d{1,2}:\d{2}( [ap]\.m\.)?)?$/),
      fc.stringMatching(/^\/Date\(-?\d{1,20}\)\/$/),
    );
    fc.assert(
      fc.property(texts, (text) => {
        try {
          expect(parseDate(text, zone, formats)).toMatch(
            /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/,
          );
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableDateError);
        }
      }),
    );
  });
});

describe("dayOf and addDays", () => {
  it("takes the day where the instant was written, not the day in UTC", () => {
    expect(dayOf("2026-03-18T23:30:00-06:00")).toBe("2026-03-18");
  });

  it.each([
    ["2026-02-28", 1, "2026-03-01"],
    ["2024-02-28", 1, "2024-02-29"],
    ["2026-01-01", -1, "2025-12-31"],
    ["2021-04-03", 2, "2021-04-05"],
    ["2026-03-18", 0, "2026-03-18"],
  ])("counts from %s by %i days to %s", (day, count, expected) => {
    expect(addDays(day, count)).toBe(expected);
  });
});

describe("formatInstant", () => {
  it.each([
    ["2026-07-01T12:00:00.999Z", zone, "2026-07-01T06:00:00-06:00"],
    ["2021-07-01T12:00:00Z", zone, "2021-07-01T07:00:00-05:00"],
    ["2026-07-01T12:00:00Z", "UTC", "2026-07-01T12:00:00+00:00"],
    ["2026-07-01T12:00:00Z", "Asia/Kolkata", "2026-07-01T17:30:00+05:30"],
  ])("writes %s in %s as %s", (instant, timeZone, expected) => {
    expect(formatInstant(new Date(instant), timeZone)).toBe(expected);
  });
});
