import { describe, expect, it } from "vitest";
import { spellDate, spellMove } from "../../../shared/values/spell-date.ts";

describe("spellDate", () => {
  it.each([
    ["2026-03-18T11:30:00-06:00", "18 de marzo de 2026, 11:30 h"],
    ["2026-01-01T09:05:59-06:00", "1 de enero de 2026, 09:05 h"],
    ["2021-07-31T23:30:00-05:00", "31 de julio de 2021, 23:30 h"],
    ["2026-03-18T00:00:00-06:00", "18 de marzo de 2026"],
  ])("spells %s as %s", (instant, text) => {
    expect(spellDate(instant)).toBe(text);
  });
});

describe("spellMove", () => {
  const at = (text: string) => `${text}:00-06:00`;

  it.each([
    ["2026-03-18T11:30", "2026-03-20T11:30", "del 18 al 20 de marzo de 2026, 11:30 h"],
    ["2026-03-18T11:30", "2026-04-02T11:30", "del 18 de marzo al 2 de abril de 2026, 11:30 h"],
    [
      "2025-12-30T11:30",
      "2026-01-08T11:30",
      "del 30 de diciembre de 2025 al 8 de enero de 2026, 11:30 h",
    ],
    ["2026-03-18T00:00", "2026-03-20T00:00", "del 18 al 20 de marzo de 2026"],
    ["2026-03-18T11:30", "2026-03-18T12:00", "de las 11:30 a las 12:00 h del 18 de marzo de 2026"],
    [
      "2026-03-18T11:30",
      "2026-03-20T12:00",
      "del 18 de marzo de 2026, 11:30 h, al 20 de marzo de 2026, 12:00 h",
    ],
    [
      "2026-03-18T00:00",
      "2026-03-20T12:00",
      "del 18 de marzo de 2026 al 20 de marzo de 2026, 12:00 h",
    ],
    ["2026-03-18T00:00", "2026-03-18T12:00", "del 18 de marzo de 2026, sin hora, a las 12:00 h"],
    [
      "2026-03-18T11:30",
      "2026-03-18T00:00",
      "de las 11:30 h del 18 de marzo de 2026 al mismo día, sin hora",
    ],
  ])("spells %s → %s as %s", (before, after, text) => {
    expect(spellMove(at(before), at(after))).toBe(text);
  });

  it("says the seconds where nothing else differs", () => {
    expect(spellMove("2026-03-18T11:30:00-06:00", "2026-03-18T11:30:15-06:00")).toBe(
      "de las 11:30:00 a las 11:30:15 h del 18 de marzo de 2026",
    );
  });
});
