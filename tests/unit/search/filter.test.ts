import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decodeFilter,
  emptyFilter,
  encodeFilter,
  isEmptyFilter,
  stateOf,
  type TenderFilter,
} from "../../../shared/search/filter.ts";
import { tenderFilters } from "./arbitrary.ts";

describe("encodeFilter and decodeFilter", () => {
  it("bring every filter back, its choices in a fixed order", () => {
    const filters = fc
      .tuple(tenderFilters, fc.string({ unit: "grapheme" }))
      .map(([filter, text]): TenderFilter => ({ ...filter, text }));
    const sorted = ({ buyers, methods, states, partidas, text, ...days }: TenderFilter) => ({
      ...days,
      text: text.trim(),
      buyers: [...buyers].sort(),
      methods: [...methods].sort(),
      states: [...states].sort(),
      partidas: [...partidas].sort(),
    });
    fc.assert(
      fc.property(filters, (filter) => {
        const decoded = decodeFilter(encodeFilter(filter));
        expect(sorted(decoded)).toEqual(sorted(filter));
        expect(encodeFilter(decoded)).toBe(encodeFilter(filter));
      }),
    );
  });

  it("writes what a person can read in the address", () => {
    const filter: TenderFilter = {
      text: " niño & niña ",
      buyers: ["MX-DUR-UC-014", "MX-DUR-UC-002"],
      partidas: ["21", "541"],
      methods: ["selective", "open"],
      states: ["open"],
      publishedFrom: "2026-03-01",
      opensTo: "2026-03-31",
    };
    expect(encodeFilter(filter)).toBe(
      "texto=ni%C3%B1o+%26+ni%C3%B1a&dependencia=MX-DUR-UC-002&dependencia=MX-DUR-UC-014" +
        "&modalidad=open&modalidad=selective&estado=open&partida=21&partida=541&publicada-desde=2026-03-01&apertura-hasta=2026-03-31",
    );
  });

  it.each([
    ["modalidad=abierta&estado=quizas&otra=1", emptyFilter],
    ["publicada-desde=2026-02-31&publicada-hasta=ayer&apertura-desde=", emptyFilter],
    ["dependencia=&dependencia=a", { ...emptyFilter, buyers: ["a"] }],
    ["", emptyFilter],
    ["partida=2026&partida=abc&partida=0", emptyFilter],
    ["partida=2100&partida=21601001&partida=216", { ...emptyFilter, partidas: ["21", "216"] }],
    ["%E0%A4%A", { ...emptyFilter }],
  ])("leaves out of %j what it cannot read", (text, filter) => {
    expect(decodeFilter(text)).toEqual(filter);
  });

  it("never throws, whatever stands in the address", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(encodeFilter(decodeFilter(text))).toBe(
          encodeFilter(decodeFilter(encodeFilter(decodeFilter(text)))),
        );
      }),
    );
  });

  it("knows the empty filter", () => {
    expect([isEmptyFilter(emptyFilter), isEmptyFilter({ ...emptyFilter, text: "  " })]).toEqual([
      true,
      true,
    ]);
    expect(isEmptyFilter({ ...emptyFilter, states: ["open"] })).toBe(false);
  });
});

describe("stateOf", () => {
  it.each([
    ["in the evening before", "2026-03-17T23:59:59-06:00", "open"],
    ["on that day", "2026-03-18T17:00:00-06:00", "open"],
    ["at the end of that day", "2026-03-18T23:59:59-06:00", "open"],
    ["on the day after", "2026-03-19T00:00:00-06:00", "closed"],
  ])("knows only the day of an opening without an hour: %s it is %s", (_when, now, state) => {
    expect(stateOf({ opensAt: "2026-03-18T00:00:00-06:00" }, Date.parse(now))).toBe(state);
  });

  const nowMs = Date.parse("2026-03-18T11:30:00-06:00");
  it.each([
    ["2026-03-18T11:30:00-06:00", "open"],
    ["2026-03-18T12:30:00-05:00", "open"],
    ["2026-03-18T11:29:59-06:00", "closed"],
    ["2026-03-18T12:29:59-05:00", "closed"],
    ["2027-01-01T00:00:00-06:00", "open"],
  ] as const)("of a call that opens at %s is %s", (opensAt, state) => {
    expect(stateOf({ opensAt }, nowMs)).toBe(state);
  });

  it("is closed once the portal has it no longer, whatever its date", () => {
    const opensAt = "2027-01-01T00:00:00-06:00";
    expect(stateOf({ opensAt, withdrawnAt: "2026-03-01T06:00:00-06:00" }, nowMs)).toBe("closed");
  });

  it("is undated without the date, whatever the portal's status says", () => {
    expect(stateOf({}, nowMs)).toBe("undated");
  });
});
