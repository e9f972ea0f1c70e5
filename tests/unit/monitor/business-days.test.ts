import Holidays from "date-holidays";
import { describe, expect, it } from "vitest";
import { businessDaysBetween } from "../../../shared/monitor/business-days.ts";
import holidays from "../../../shared/monitor/mexican-holidays.json";

describe("the days of rest", () => {
  it("are those that the library knows, with the change of president since it moved to October", () => {
    const library = new Holidays("MX");
    for (const [year, days] of Object.entries(holidays)) {
      const known = library
        .getHolidays(Number(year))
        .filter(({ type, rule }) => type === "public" && !rule.startsWith("12-01 every 6 years"))
        .map(({ date }) => date.slice(5, 10));
      const isNewPresident = ["2024", "2030", "2036", "2042"].includes(year);
      expect(days, year).toEqual([...known, ...(isNewPresident ? ["10-01"] : [])].sort());
    }
  });
});

describe("businessDaysBetween", () => {
  it.each([
    ["a plain week", "2026-03-02", "2026-03-06", 4],
    ["the same day", "2026-03-02", "2026-03-02", 0],
    ["over a weekend", "2026-03-06", "2026-03-09", 1],
    ["into a weekend", "2026-03-06", "2026-03-08", 0],
    ["over Juárez's Monday", "2026-03-13", "2026-03-17", 1],
    ["from one year into the next", "2026-12-24", "2027-01-04", 5],
    ["the change of president", "2030-09-30", "2030-10-02", 1],
  ])("counts %s", (_, from, to, count) => {
    expect(businessDaysBetween(from, to)).toBe(count);
  });

  it.each([
    ["backwards", "2026-03-06", "2026-03-02"],
    ["into a year without known holidays", "2045-12-30", "2046-01-03"],
    ["to a year that is a mistake", "2026-03-06", "9026-03-06"],
  ])("does not count %s", (_, from, to) => {
    expect(businessDaysBetween(from, to)).toBeUndefined();
  });
});
