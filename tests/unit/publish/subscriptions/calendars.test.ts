import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { timeZoneComponent } from "../../../../shared/calendar/time-zone.ts";
import { wholeRecord } from "../../mapping/make-record.ts";
import { makeHistory } from "../try-format.ts";
import {
  type Event,
  gone,
  opening,
  publish,
  publishAll,
  readCalendar,
  seen,
  without,
} from "./read-subscriptions.ts";

describe("the calendars", () => {
  it("tell of the meeting, the opening and the ruling, in the portal's zone and without inventing an hour", async () => {
    const feed = await publishAll(seen(2, { fechaFallo: "2026-03-25T00:00:00-06:00" }));
    const { calendar, events } = readCalendar(feed);
    expect(events.map(({ uid, start, zone, summary }) => [uid, start, zone, summary])).toEqual([
      [
        "ocds-prueba-1234-junta-aclaraciones@compras-abiertas-durango",
        "2026-03-10T10:00:00",
        "America/Monterrey",
        "Junta de aclaraciones · LP/E/SEED/007/2025 · SECRETARÍA DE EDUCACIÓN",
      ],
      [
        "ocds-prueba-1234-apertura@compras-abiertas-durango",
        "2026-03-18T11:30:00",
        "America/Monterrey",
        "Apertura · LP/E/SEED/007/2025 · SECRETARÍA DE EDUCACIÓN",
      ],
      [
        "ocds-prueba-1234-fallo@compras-abiertas-durango",
        "2026-03-25",
        undefined,
        "Fallo · LP/E/SEED/007/2025 · SECRETARÍA DE EDUCACIÓN",
      ],
    ]);
    expect(opening(feed)).toMatchObject({
      sequence: 0,
      status: "CONFIRMED",
      stamp: "2026-03-02T18:00:00Z",
      modified: "2026-03-02T18:00:00Z",
      url: wholeRecord.url,
    });
    expect(opening(feed).description.split("\n")).toEqual([
      "ADQUISICIÓN DE UNIFORMES ESCOLARES",
      wholeRecord.url,
      "Publicación de prueba.",
    ]);
    expect(
      ["method", "refresh-interval", "x-published-ttl", "x-wr-calname", "version"].map((name) =>
        String(calendar.getFirstPropertyValue(name)),
      ),
    ).toEqual([
      "PUBLISH",
      "PT6H",
      "PT6H",
      "Compras Abiertas Durango · Todos los procedimientos",
      "2.0",
    ]);
  });

  it("update the same event when its date moves, with a higher sequence, and leave the others as they are", async () => {
    const history = makeHistory();
    seen(2)(history);
    const before = await publish(history);
    seen(3, { fechaAperturaProposiciones: "2026-03-20T12:00:00-06:00" })(history);
    const after = await publish(history);
    expect(opening(after)).toEqual({
      ...opening(before),
      start: "2026-03-20T12:00:00",
      sequence: 1,
      stamp: "2026-03-03T18:00:00Z",
      modified: "2026-03-03T18:00:00Z",
    });
    const others = (feed: string) =>
      readCalendar(feed).events.filter(({ uid }) => !uid.includes("-apertura@"));
    expect(others(after)).toEqual(others(before));
  });

  it.each<[string, Event[], string, string, number]>([
    ["withdrawn", [gone(3)], "CANCELLED", "El procedimiento ya no aparece en el portal.", 1],
    [
      "cancelled",
      [seen(3, { estatus: { texto: "Cancelada", clave: "cancelado" } })],
      "CANCELLED",
      "El procedimiento se canceló.",
      1,
    ],
    [
      "left without a date",
      [seen(3, {}, without("fechaAperturaProposiciones"))],
      "CANCELLED",
      "El portal ya no anuncia esta fecha.",
      1,
    ],
    ["back again", [gone(3), seen(4)], "CONFIRMED", "ADQUISICIÓN DE UNIFORMES ESCOLARES", 2],
  ])(
    "mark the dates of a procedure that is %s",
    async (_what, events, status, reason, sequence) => {
      const feed = await publishAll(seen(2), ...events);
      const event = opening(feed);
      expect(event).toMatchObject({ status, sequence, start: "2026-03-18T11:30:00" });
      expect(event.description.split("\n")[0]).toBe(reason);
    },
  );

  it("hold what is to come and 120 days of the past, counted from the latest release", async () => {
    const at = (day: string) => `${day}T10:00:00-06:00`;
    const feed = await publishAll(
      seen(31, {
        fechaJuntaAclaraciones: at("2025-11-30"),
        fechaAperturaProposiciones: at("2025-12-01"),
        fechaFallo: at("9998-12-31"),
      }),
    );
    const { events } = readCalendar(feed);
    expect(events.map(({ start }) => start)).toEqual([
      "2025-12-01T10:00:00",
      "9998-12-31T10:00:00",
    ]);
  });

  it("carry the zone's changes of clocks where there were any", () => {
    const zoneOf = (firstYear: number, lastYear: number) =>
      timeZoneComponent("America/Monterrey", firstYear, lastYear);
    const zone = new ICAL.Timezone(zoneOf(2021, 2022));
    const instantOf = (local: string) => {
      const time = ICAL.Time.fromDateTimeString(local);
      time.zone = zone;
      return time.toJSDate().toISOString();
    };
    expect(
      [
        "2021-01-01T00:00:00",
        "2021-04-04T01:59:59",
        "2021-04-04T03:00:00",
        "2021-10-31T00:59:59",
        "2021-10-31T02:00:00",
        "2022-07-01T10:00:00",
        "2022-10-31T10:00:00",
        "2030-07-01T10:00:00",
      ].map(instantOf),
    ).toEqual([
      "2021-01-01T06:00:00.000Z",
      "2021-04-04T07:59:59.000Z",
      "2021-04-04T08:00:00.000Z",
      "2021-10-31T05:59:59.000Z",
      "2021-10-31T08:00:00.000Z",
      "2022-07-01T15:00:00.000Z",
      "2022-10-31T16:00:00.000Z",
      "2030-07-01T16:00:00.000Z",
    ]);
    expect(zoneOf(2026, 9998).getAllSubcomponents()).toHaveLength(1);
  });

  it("are iCalendar by the letter whatever the portal prints: CRLF, 75 octets a line, texts that come back whole", async () => {
    const texts = fc.sample(
      fc.array(
        fc.oneof(
          fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }),
          fc.constantFrom(",", ";", "\\", "\\n", "\n", "\r\n", ":", '"', "ñandú 🦤", "a\u0001b"),
        ),
        { minLength: 1, maxLength: 8 },
      ),
      25,
    );
    const titles = texts.map((parts) => parts.join(""));
    const feed = await publishAll(
      ...titles.map((descripcion, index) => seen(2, { id: String(index + 1), descripcion })),
    );
    const { text, events } = readCalendar(feed);
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/\p{Cc}/u);
    for (const line of text.split("\r\n")) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toContain("\ufffd");
    }
    const told = new Map(events.map(({ uid, description }) => [uid, description]));
    for (const [index, title] of titles.entries()) {
      const clean = title.replace(/\r\n|\r/g, "\n").replace(/[^\P{Cc}\n]/gu, " ");
      expect(
        told.get(`ocds-prueba-${index + 1}-fallo@compras-abiertas-durango`)?.startsWith(clean),
      ).toBe(true);
    }
  });
});
