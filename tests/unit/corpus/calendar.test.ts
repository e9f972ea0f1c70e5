import ICAL from "ical.js";
import { convertIcsCalendar } from "ts-ics";
import { describe, expect, it } from "vitest";
import { calendarOfRow, calendarOfSearch } from "../../../extension/corpus/calendar.ts";
import { seenRow } from "../../../extension/corpus/corpus.ts";
import { subscriptions } from "../../../scraper/publish/subscriptions/subscriptions.ts";
import type { TenderRow } from "../../../shared/feed/tender-row.ts";
import { fullSet } from "../../../shared/search/bitset.ts";
import { buildSearchIndex } from "../../../shared/search/search-index.ts";
import { wholeRecord } from "../mapping/make-record.ts";
import { type History, makeHistory, tellStore, tryFormat } from "../publish/try-format.ts";
import { readFeedText } from "../scraper/read-feed.ts";

const noon = (day: number) => Date.UTC(2026, 2, day, 18);
const readAt = "2026-03-02T12:00:00-06:00";

/** An event as a program that reads calendars knows it. */
interface ReadEvent {
  uid: string;
  sequence: number;
  startsAt: string;
  summary: string;
  description: string;
  status: string;
}

/** Two programs that read calendars, written by others. */
const readers: readonly [name: string, read: (text: string) => ReadEvent[]][] = [
  [
    "ical.js",
    (text) => {
      const calendar = new ICAL.Component(ICAL.parse(text));
      const [zone] = calendar.getAllSubcomponents("vtimezone");
      if (zone) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
      return calendar.getAllSubcomponents("vevent").map((component) => {
        const event = new ICAL.Event(component);
        const { uid, sequence, summary, description, startDate } = event;
        const status = String(component.getFirstPropertyValue("status"));
        const startsAt = startDate.toJSDate().toISOString();
        return { uid, sequence, startsAt, summary, description, status };
      });
    },
  ],
  [
    "ts-ics",
    (text) =>
      (convertIcsCalendar(undefined, text).events ?? []).map((event) => ({
        uid: event.uid,
        sequence: event.sequence ?? 0,
        startsAt: event.start.date.toISOString(),
        summary: event.summary,
        description: event.description ?? "",
        status: event.status ?? "",
      })),
  ],
];

/** What a calendar holds after files were opened in it: by UID, and of two the one that was changed more often (RFC 5546, 2.1.5). */
function open(files: readonly string[], read: (text: string) => ReadEvent[]): ReadEvent[] {
  const held = new Map<string, ReadEvent>();
  for (const event of files.flatMap(read)) {
    const before = held.get(event.uid);
    if (before === undefined || event.sequence >= before.sequence) held.set(event.uid, event);
  }
  return [...held.values()];
}

function rowOf({ store }: History): TenderRow {
  const [process] = tellStore(store).processes;
  if (process === undefined) throw new Error("the store has no procedure");
  return process.row;
}

function fileOf(row: TenderRow, nowMs: number): string {
  const { file } = calendarOfRow(row, readAt, nowMs);
  if (file === undefined) throw new Error("there is no file");
  return file.text;
}

describe.each(readers)("the calendar of a procedure, as %s reads it", (_name, read) => {
  it("moves the event whose date moved, and has no other", () => {
    const history = makeHistory();
    history.read(2, wholeRecord);
    const first = fileOf(rowOf(history), noon(2));
    const held = open([first], read);
    expect(held.map(({ startsAt }) => startsAt)).toEqual([
      "2026-03-10T16:00:00.000Z",
      "2026-03-18T17:30:00.000Z",
      "2026-03-25T19:00:00.000Z",
    ]);
    history.read(3, { ...wholeRecord, fechaAperturaProposiciones: "2026-03-20T12:00:00-06:00" });
    const second = fileOf(rowOf(history), noon(3));
    const [meeting, opening, award] = held;
    expect(open([first, second], read)).toEqual([
      meeting,
      { ...opening, startsAt: "2026-03-20T18:00:00.000Z", sequence: 1 },
      award,
    ]);
    // Whoever opens the older file again does not get the older date back.
    expect(open([first, second, first], read)).toEqual(open([first, second], read));
  });

  it("cancels the events of a procedure that is gone", () => {
    const history = makeHistory();
    history.read(2, wholeRecord);
    const first = fileOf(rowOf(history), noon(2));
    history.withdraw(3, wholeRecord.id);
    const held = open([first, fileOf(rowOf(history), noon(3))], read);
    expect(held.map(({ status, sequence }) => [status, sequence])).toEqual(
      Array.from({ length: 3 }, () => ["CANCELLED", 1]),
    );
    expect(held[0]?.description).toMatch(/^El procedimiento ya no aparece en el portal\./);
  });

  it("has the events of the feed's calendar", async () => {
    const history = makeHistory();
    history.read(2, wholeRecord);
    history.read(3, { ...wholeRecord, descripcion: "ÚTILES, PAPEL; Y MÁS" });
    const { folder } = await tryFormat(tellStore(history.store), subscriptions);
    const told = read(readFeedText(folder, "ics/todo.ics"));
    const own = read(fileOf(rowOf(history), noon(4)));
    const withoutNotice = ({ description, ...event }: ReadEvent) => ({
      ...event,
      description: description.split("\n").slice(0, -1),
    });
    expect(own.map(withoutNotice)).toEqual(told.map(withoutNotice));
    expect(own[0]?.description).toMatch(/Publicación no oficial.*Lo que vale es el portal\.$/);
  });
});

describe("the calendar of a procedure that no feed has", () => {
  it("claims no ocid, keeps its UIDs, and goes before what was saved a minute earlier", () => {
    const [, read] = readers[0] ?? [];
    if (read === undefined) throw new Error("there is no reader");
    const moved = { ...wholeRecord, fechaFallo: "2026-03-27T13:00:00-06:00" };
    const [first, second] = [
      fileOf(seenRow(wholeRecord), noon(2)),
      fileOf(seenRow(moved), noon(2) + 60_000),
    ];
    const held = open([first, second], read);
    expect(held.map(({ uid }) => uid)).toEqual([
      "sin-publicar-1234-junta-aclaraciones@compras-abiertas-durango",
      "sin-publicar-1234-apertura@compras-abiertas-durango",
      "sin-publicar-1234-fallo@compras-abiertas-durango",
    ]);
    expect(held[2]?.startsAt).toBe("2026-03-27T19:00:00.000Z");
    expect(open([second, first], read)).toEqual(held);
  });

  it("is no file where no date is known", () => {
    const { fechaFallo, fechaAperturaProposiciones, fechaJuntaAclaraciones, ...dateless } =
      wholeRecord;
    expect(calendarOfRow(seenRow(dateless), undefined, noon(2))).toEqual({ events: 0, left: 0 });
  });
});

describe("the calendar of a search", () => {
  const dated = (number: number, fields: Partial<TenderRow>): TenderRow => ({
    id: String(number),
    ocid: `ocds-x-${number}`,
    url: `https://comprasestatal.durango.gob.mx/${number}`,
    ...fields,
  });
  const calendarOf = (rows: readonly TenderRow[]) =>
    calendarOfSearch(
      { index: buildSearchIndex(rows), state: undefined },
      fullSet(rows.length),
      // In UTC it is the next day.
      Date.parse("2026-03-15T20:00:00-06:00"),
    );

  it("has what is still to come from today on, what was called off too", () => {
    const answer = calendarOf([
      dated(1, {
        clarificationAt: "2026-03-14T10:00:00-06:00",
        opensAt: "2026-03-15T09:00:00-06:00",
      }),
      dated(2, { opensAt: "2026-03-16T10:00:00-06:00", status: "cancelled" }),
      dated(3, {
        changedDates: [{ event: "fallo", sequence: 2, lastAt: "2026-03-17T10:00:00-06:00" }],
      }),
      dated(4, { awardAt: "2026-03-14T23:00:00-06:00" }),
    ]);
    expect(answer).toMatchObject({ events: 3, left: 0 });
    expect(answer.file?.name).toBe("fechas-2026-03-15-3.ics");
    const events = readers[0]?.[1](answer.file?.text ?? "");
    expect(
      events?.map(({ uid, status, sequence }) => [uid.split("@")[0], status, sequence]),
    ).toEqual([
      ["ocds-x-1-apertura", "CONFIRMED", 0],
      ["ocds-x-2-apertura", "CANCELLED", 0],
      ["ocds-x-3-fallo", "CANCELLED", 2],
    ]);
  });

  it("holds the nearest thousand, and tells how many it left out", () => {
    const rows = Array.from({ length: 1003 }, (_, number) =>
      dated(number, { opensAt: `${2027 + (number % 3)}-03-16T10:00:00-06:00` }),
    );
    const { file, events, left } = calendarOf(rows);
    expect([events, left]).toEqual([1000, 3]);
    expect(file?.text.match(/DTSTART;[^:]*:2029/g)).toHaveLength(334 - 3);
  });
});
