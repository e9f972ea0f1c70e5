import { load } from "cheerio";
import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { keepLatest } from "../../../scraper/publish/subscriptions/keep-latest.ts";
import { subscriptions } from "../../../scraper/publish/subscriptions/subscriptions.ts";
import { timeZoneComponent } from "../../../shared/calendar/time-zone.ts";
import { Subscriptions } from "../../../shared/feed/subscriptions.ts";
import type { Procedimiento } from "../../../shared/portal/records.ts";
import { procedimientos } from "../mapping/arbitrary.ts";
import { bareRecord, wholeRecord } from "../mapping/make-record.ts";
import { feedFiles, fingerprintFeed, readFeedText } from "../scraper/read-feed.ts";
import { findXmlFault } from "./check-xml.ts";
import { type History, makeHistory, tellStore, tryFormat } from "./try-format.ts";

fc.configureGlobal({ seed: 20261122 });

/** What happens on a day of March 2026. */
type Event = (history: History) => void;
const seen =
  (day: number, change: Partial<Procedimiento> = {}, record = wholeRecord): Event =>
  (history) =>
    history.read(day, { ...record, ...change });
const gone =
  (day: number, id = wholeRecord.id): Event =>
  (history) =>
    history.withdraw(day, id);
const without = (key: keyof Procedimiento): Procedimiento => {
  const { [key]: _, ...record } = wholeRecord;
  return record as Procedimiento;
};

/** The folder of the subscriptions after some events. */
async function publishAll(...events: readonly Event[]): Promise<string> {
  const history = makeHistory();
  for (const event of events) event(history);
  return publish(history);
}

async function publish({ store }: History): Promise<string> {
  const { folder } = await tryFormat(tellStore(store), subscriptions);
  return folder;
}

const readTopics = (feed: string) =>
  Subscriptions.parse(JSON.parse(readFeedText(feed, "suscripciones.json"))).topics;

/** An Atom feed as a reader takes it. */
function readAtom(feed: string, file = "atom/todo.xml") {
  const $ = load(readFeedText(feed, file), { xml: true });
  return {
    id: $("feed > id").text(),
    title: $("feed > title").text(),
    updated: $("feed > updated").text(),
    author: $("feed > author > name").text(),
    self: $("feed > link[rel=self]").attr("href"),
    entries: $("feed > entry")
      .toArray()
      .map((entry) => ({
        id: $(entry).children("id").text(),
        /** Titles are HTML. */
        title: load(`<p>${$(entry).children("title").text()}</p>`)("p").text(),
        updated: $(entry).children("updated").text(),
        link: $(entry).children("link").attr("href"),
        html: $(entry).children("content[type=html]").text(),
      })),
  };
}

/** https://www.jsonfeed.org/version/1.1/ */
const JsonFeed = z.strictObject({
  version: z.literal("https://jsonfeed.org/version/1.1"),
  title: z.string().min(1),
  home_page_url: z.url(),
  feed_url: z.url(),
  description: z.string(),
  language: z.literal("es-MX"),
  authors: z.array(z.strictObject({ name: z.string() })).min(1),
  items: z.array(
    z.strictObject({
      id: z.string().min(1),
      url: z.url().optional(),
      title: z.string().min(1),
      content_html: z.string().min(1),
      date_published: z.iso.datetime({ offset: true }),
    }),
  ),
});
const readJsonFeed = (feed: string, file = "json-feed/todo.json") =>
  JsonFeed.parse(JSON.parse(readFeedText(feed, file)));

/** A calendar's events as a calendar program takes them, by the end of their UID. */
function readCalendar(feed: string, file = "ics/todo.ics") {
  const text = readFeedText(feed, file);
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    const utc = (name: string) => String(component.getFirstPropertyValue(name));
    return {
      uid: event.uid,
      sequence: event.sequence,
      summary: event.summary,
      description: event.description,
      start: event.startDate.toString(),
      zone: component.getFirstProperty("dtstart")?.getParameter("tzid"),
      status: utc("status"),
      stamp: utc("dtstamp"),
      modified: utc("last-modified"),
      url: utc("url"),
    };
  });
  return { text, calendar, events };
}
const opening = (feed: string) => {
  const found = readCalendar(feed).events.find(({ uid }) => uid.includes("-apertura@"));
  if (found === undefined) throw new Error("the calendar has no opening");
  return found;
};

describe("what one can subscribe to", () => {
  it("is listed with every file and its number of entries, and nothing else is there", async () => {
    const feed = await publishAll(
      seen(2),
      seen(2, {}, bareRecord),
      seen(3, {
        id: "55",
        unidadCompradora: { nombre: "INSTITUTO DE SALUD" },
        tipoProcedimiento: { texto: "Subasta Inversa" },
        materia: { texto: "Comodato" },
      }),
    );
    const topics = readTopics(feed);
    expect(
      topics.map(({ kind, title, atom, changes, events }) => [kind, title, atom, changes, events]),
    ).toEqual([
      ["todo", "Todos los procedimientos", "atom/todo.xml", 3, 6],
      ["dependencia", "SECRETARÍA DE EDUCACIÓN", "atom/dependencia/mx-dur-uc-014.xml", 1, 3],
      [
        "dependencia",
        "INSTITUTO DE SALUD",
        "atom/dependencia/mx-dur-uc-instituto-de-salud.xml",
        1,
        3,
      ],
      ["modalidad", "Modalidad abierta", "atom/modalidad/abierta.xml", 1, 3],
      ["modalidad", "Modalidad: Subasta Inversa", "atom/modalidad/subasta-inversa.xml", 1, 3],
      ["clase", "Bienes", "atom/clase/bienes.xml", 1, 3],
      ["clase", "Comodato", "atom/clase/comodato.xml", 1, 3],
    ]);
    expect(topics.flatMap(({ atom, jsonFeed, ics }) => [atom, jsonFeed, ics ?? ""]).sort()).toEqual(
      feedFiles(feed).filter((file) => /^(atom|json-feed|ics)\//.test(file)),
    );
  });

  it("has no calendar where no date is known", async () => {
    const feed = await publishAll(seen(2, {}, bareRecord));
    expect(readTopics(feed)).toEqual([
      {
        kind: "todo",
        title: "Todos los procedimientos",
        atom: "atom/todo.xml",
        jsonFeed: "json-feed/todo.json",
        changes: 1,
      },
    ]);
  });

  it("keeps its file under a unit's new name, and tells both units of a procedure that moves", async () => {
    const feed = await publishAll(
      seen(2),
      seen(3, { unidadCompradora: { codigo: "014", nombre: "EDUCACIÓN" } }),
      seen(4, { unidadCompradora: { codigo: "099", nombre: "DIF" } }),
    );
    const units = readTopics(feed).filter(({ kind }) => kind === "dependencia");
    expect(units.map(({ title, atom, changes, ics }) => [title, atom, changes, ics])).toEqual([
      ["EDUCACIÓN", "atom/dependencia/mx-dur-uc-014.xml", 3, undefined],
      ["DIF", "atom/dependencia/mx-dur-uc-099.xml", 1, "ics/dependencia/mx-dur-uc-099.ics"],
    ]);
  });

  it("gives names that no file system has room for a shorter file of their own", async () => {
    const long = "INSTITUTO ".repeat(60);
    const feed = await publishAll(
      seen(2, { unidadCompradora: { nombre: `${long}UNO` } }),
      seen(2, { id: "55", unidadCompradora: { nombre: `${long}DOS` } }),
    );
    const names = readTopics(feed)
      .filter(({ kind }) => kind === "dependencia")
      .map(({ atom }) => atom);
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name.length).toBeLessThan(100);
  });

  it("is equal to the byte where the store is", async () => {
    const history = makeHistory();
    seen(2)(history);
    seen(3, { descripcion: "ÚTILES" })(history);
    const first = fingerprintFeed(await publish(history));
    expect(fingerprintFeed(await publish(history))).toEqual(first);
  });
});

describe("the Atom and JSON feeds", () => {
  it("say in plain Spanish what happened, the latest first", async () => {
    const feed = await publishAll(
      seen(2),
      seen(3, { fechaAperturaProposiciones: "2026-03-20T11:30:00-06:00" }),
      seen(4, { fechaFallo: "2026-03-27T13:00:00-06:00", descripcion: "ÚTILES", anexos: [] }),
      gone(5),
      seen(6, { estatus: { texto: "Cancelada", clave: "cancelado" } }),
    );
    const titles = [
      "Volvió a aparecer en el portal y 3 cambios más: ADQUISICIÓN DE UNIFORMES ESCOLARES",
      "Ya no aparece en el portal: ÚTILES",
      "Cambió la apertura y 3 cambios más: ÚTILES",
      "Cambió la apertura: ADQUISICIÓN DE UNIFORMES ESCOLARES",
      "Nueva: ADQUISICIÓN DE UNIFORMES ESCOLARES",
    ];
    const { entries } = readAtom(feed);
    expect(entries.map(({ title }) => title)).toEqual(titles);
    expect(readJsonFeed(feed).items.map(({ title }) => title)).toEqual(titles);
    expect(entries[3]?.html).toContain(
      "<li>La apertura pasó del 18 al 20 de marzo de 2026, 11:30 h.</li>",
    );
    expect(entries[3]?.html).toContain("<dt>Número</dt><dd>LP/E/SEED/007/2025</dd>");
  });

  it("have what their standards require, ids that stay, and no time but that of the releases", async () => {
    const history = makeHistory();
    seen(2)(history);
    const first = await publish(history);
    seen(3, { descripcion: "ÚTILES" })(history);
    const second = await publish(history);
    const atom = readAtom(second);
    expect(atom).toMatchObject({
      id: "tag:compras-abiertas-durango,2026:ocds-prueba/todo",
      title: "Compras Abiertas Durango · Todos los procedimientos",
      updated: "2026-03-03T18:00:00.000Z",
      author: "Compras Abiertas Durango",
      self: "https://datos.example.org/atom/todo.xml",
    });
    expect(atom.entries.map(({ updated }) => updated)).toEqual([
      "2026-03-03T18:00:00.000Z",
      "2026-03-02T18:00:00.000Z",
    ]);
    for (const { id, link } of atom.entries) {
      expect(id).toMatch(/^tag:compras-abiertas-durango,2026:ocds-prueba-1234-[0-9a-f]{16}$/);
      expect(link).toBe(wholeRecord.url);
    }
    expect(readAtom(first).entries).toEqual(atom.entries.slice(1));
    const json = readJsonFeed(second);
    expect(json.feed_url).toBe("https://datos.example.org/json-feed/todo.json");
    expect(json.items.map(({ id, url }) => [id, url])).toEqual(
      atom.entries.map(({ id, link }) => [id, link]),
    );
    expect(json.items[0]?.date_published).toBe("2026-03-03T12:00:00-06:00");
  });

  it("hold the latest 100 changes; of the first day the latest publications", async () => {
    const dayOf = (index: number) => String((index % 28) + 1).padStart(2, "0");
    const feed = await publishAll(
      ...Array.from({ length: 130 }, (_, index) =>
        seen(2, { id: String(index), fechaPublicacion: `2026-02-${dayOf(index)}T09:00:00-06:00` }),
      ),
      seen(3, { id: "0", descripcion: "ÚTILES" }),
    );
    const { entries } = readAtom(feed);
    expect(entries).toHaveLength(100);
    expect(entries[0]?.title).toMatch(/^Cambió/);
    const days = entries.slice(1).map(({ html }) => /<dd>(\d+) de febrero/.exec(html)?.[1]);
    expect(days[0]).toBe("28");
    expect(Math.min(...days.map(Number))).toBeGreaterThan(6);
  });

  it("are well formed and safe whatever the portal prints", async () => {
    const texts = fc.string({ unit: "binary", minLength: 1, maxLength: 40 });
    const nasty = fc.constantFrom(
      "<script>alert(1)</script>",
      "]]>",
      "&amp;lt;b&amp;gt; & <b>",
      "a\u0000\u000b\ufffe",
      '"><img src=x onerror=alert(1)>',
    );
    const [record] = fc.sample(procedimientos, 1);
    const titles = [...fc.sample(nasty, 10), ...fc.sample(texts, 12)];
    const feed = await publishAll(
      ...titles.map((text, index) =>
        seen(2, {
          ...record,
          id: String(index + 1),
          descripcion: text,
          unidadCompradora: { codigo: String(index % 4), nombre: text },
        }),
      ),
    );
    const files = feedFiles(feed).filter((file) => file.startsWith("atom/"));
    for (const file of files) {
      const xml = readFeedText(feed, file);
      const plain = xml.replace(/<!\[CDATA\[(.*?)\]\]>/gs, (_, text: string) =>
        text.replaceAll("&", "&amp;").replaceAll("<", "&lt;"),
      );
      expect([file, findXmlFault(plain)]).toEqual([file, undefined]);
      for (const { html, title } of readAtom(feed, file).entries) {
        expect(load(html)("script, img").length).toBe(0);
        expect(title).not.toBe("");
      }
    }
    for (const { content_html } of readJsonFeed(feed).items) {
      expect(load(content_html)("script, img").length).toBe(0);
    }
  });
});

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

describe("keepLatest", () => {
  it("keeps what sorting all and cutting would, however the items come", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat({ max: 999 }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        (numbers, limit) => {
          const latest = keepLatest<{ rank: string }>(limit);
          const ranks = numbers.map((number) => String(number).padStart(3, "0"));
          for (const rank of ranks) latest.add({ rank });
          const { items, isWhole } = latest.list();
          expect(items.map(({ rank }) => rank)).toEqual([...ranks].sort().slice(-limit));
          expect(isWhole).toBe(ranks.length <= limit);
        },
      ),
    );
  });
});
