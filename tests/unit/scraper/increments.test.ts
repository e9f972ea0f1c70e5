import path from "node:path";
import { describe, expect, it } from "vitest";
import type { ScrapeSettings } from "../../../scraper/crawl/scrape.ts";
import { exitCodes } from "../../../scraper/errors.ts";
import { openStore } from "../../../scraper/store/open-store.ts";
import { allProcedures } from "../../../scraper/store/read-procedures.ts";
import { latestRuns } from "../../../scraper/store/runs.ts";
import { sightingsOf } from "../../../scraper/store/sightings.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { newProcedure, openEditablePortal } from "./editable-portal.ts";
import { makeFolder, tryScrape } from "./try-scrape.ts";

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const begin = Date.parse("2026-11-20T18:00:00Z");

/** A portal that was read once as a whole, and runs that read it so many days after that. */
async function openPlace(count: number, prepare: (portal: Portal) => void = () => undefined) {
  const portal = await openEditablePortal(count);
  prepare(portal);
  const folder = makeFolder();
  const scrapeAfter = async (days: number, settings: Partial<ScrapeSettings> = {}) => {
    const now = () => new Date(begin + days * day);
    const { counts } = await tryScrape(portal.url, folder, {
      full: false,
      concurrency: 1,
      now,
      ...settings,
    });
    return counts;
  };
  await scrapeAfter(0);
  portal.asked();
  const readStore = <Result>(read: (store: ReturnType<typeof openStore>) => Result): Result => {
    const store = openStore(path.join(folder, "compras.sqlite"));
    try {
      return read(store);
    } finally {
      store.close();
    }
  };
  return Object.assign(portal, { folder, scrapeAfter, readStore });
}
type Portal = Awaited<ReturnType<typeof openEditablePortal>>;

/** A procedure of the portal, to be changed. */
function procedureOf({ procedures }: Pick<Portal, "procedures">, id: number) {
  const procedure = procedures.get(id);
  if (procedure === undefined) throw new Error(`the portal has no procedure ${id}`);
  return procedure;
}

const event = (label: string, date: string) => `<dt>${label}:</dt><dd>${date}</dd>`;

describe("a run after the first", () => {
  it("reads the list, a sample, and no other page where nothing has changed", async () => {
    const place = await openPlace(40);
    const before = place.requests.length;
    const counts = await place.scrapeAfter(0.25);
    expect(counts).toMatchObject({
      listed: 40,
      read: 5,
      unchanged: 5,
      sample: 5,
      notDue: 35,
      new: 0,
      withdrawn: 0,
      changedInSample: 0,
    });
    // robots.txt, the list, the sample and the registry.
    expect(place.requests.length - before).toBe(8);
    expect(counts.requests).toBe(8);
    const asked = place.asked();
    await place.scrapeAfter(0.5);
    expect(place.asked()).not.toEqual(asked);
  });

  it("reads what is new and what the list says otherwise, in a column that nobody knows too", async () => {
    const place = await openPlace(40);
    procedureOf(place, 7).row = "80 %";
    place.procedures.set(41, newProcedure());
    const counts = await place.scrapeAfter(0.25);
    expect(counts).toMatchObject({ new: 1, listChanged: 1, sample: 5, added: 1, changed: 0 });
    expect(place.asked()).toEqual(expect.arrayContaining([7, 41]));
    expect(await place.scrapeAfter(0.5)).toMatchObject({ new: 0, listChanged: 0, read: 5 });
  });

  it("does not take a column for news that changes by itself, and tells of one that nobody has declared", async () => {
    const place = await openPlace(40);
    for (const [id, procedure] of place.procedures) procedure.row = `${id} días`;
    const told = await tryScrape(place.url, place.folder, { full: false });
    expect(told.counts.listChanged).toBe(40);
    expect(told.findings).toContainEqual(
      expect.objectContaining({
        subject: "the list says something else of most procedures than before",
      }),
    );
    const profile = { ...durango, baseUrl: place.url };
    profile.list = { ...profile.list, unsteady: ["avance"] };
    await tryScrape(place.url, place.folder, { profile });
    for (const procedure of place.procedures.values()) procedure.row += " más";
    const quiet = await tryScrape(place.url, place.folder, { profile, full: false });
    expect(quiet.counts).toMatchObject({ listChanged: 0, sample: 5 });
  });

  it("goes on where it was interrupted: what it had chosen is read, and read once", async () => {
    const place = await openPlace(40);
    for (let id = 1; id <= 10; id += 1) procedureOf(place, id).row = "80 %";
    const stop = new AbortController();
    const signal = stop.signal;
    const isHalfway = () => place.requests.filter(({ path: at }) => at.endsWith("/6")).length > 1;
    place.onRequest = () => isHalfway() && stop.abort(new Error("stopped"));
    await expect(place.scrapeAfter(0.1, { signal })).rejects.toThrow("stopped");
    const before = place.asked();
    const counts = await place.scrapeAfter(0.1);
    expect(counts).toMatchObject({ resumed: 5, listChanged: 5, sample: 5 });
    expect(place.asked()).toEqual(expect.arrayContaining([6, 7, 8, 9, 10]));
    expect(before).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await place.scrapeAfter(0.2)).toMatchObject({ listChanged: 0, resumed: 0, sample: 5 });
  });

  it("reads what is near a date, and learns that the date was moved", async () => {
    const place = await openPlace(40, (portal) => {
      procedureOf(portal, 3).extra = event("Apertura de Proposiciones", "2026-11-22 10:00");
      procedureOf(portal, 4).extra = event("Apertura de Proposiciones", "2026-12-22 10:00");
    });
    for (const id of [3, 4]) {
      procedureOf(place, id).extra = event("Apertura de Proposiciones", "2026-11-29 10:00");
    }
    const counts = await place.scrapeAfter(1);
    expect(counts.nearDate).toBe(1);
    expect(place.asked()).toContain(3);
    const apertura = place.readStore(
      (store) =>
        [...allProcedures(store)].find(({ record }) => record.id === "3")?.record
          .fechaAperturaProposiciones,
    );
    expect(apertura).toBe("2026-11-29T10:00:00-06:00");
  });

  it("reads every page once in thirty days, some every day", async () => {
    const place = await openPlace(40);
    const days = new Map<number, number>();
    for (let at = 5; at <= 30; at += 5) {
      await place.scrapeAfter(at);
      for (const id of place.asked()) days.set(id, days.get(id) ?? at);
    }
    expect(days.size).toBe(40);
    expect(new Set(days.values()).size).toBeGreaterThan(3);
  });

  it("reads all where it is told to, and where another profile reads", async () => {
    const place = await openPlace(40);
    expect(await place.scrapeAfter(0.1, { full: true })).toMatchObject({ full: 40, read: 40 });
    const profile = { ...durango, baseUrl: place.url, junk: ["NADA"] };
    expect(await place.scrapeAfter(0.2, { profile })).toMatchObject({ reader: 40, read: 40 });
    expect(await place.scrapeAfter(0.3, { profile })).toMatchObject({ reader: 0, sample: 5 });
  });

  it("tries again what failed, which is no reason to stop, however few pages it reads", async () => {
    const place = await openPlace(60, (portal) => {
      for (const id of [8, 9, 10]) procedureOf(portal, id).status = 404;
    });
    expect(await place.scrapeAfter(0.1)).toMatchObject({ retry: 3, skipped: 3, failedAnew: 0 });
    procedureOf(place, 8).status = 200;
    expect(await place.scrapeAfter(0.2)).toMatchObject({ retry: 3, added: 1, skipped: 2 });
    expect(await place.scrapeAfter(0.3)).toMatchObject({ retry: 2, skipped: 2, sample: 5 });
  });
});

describe("a portal that changed", () => {
  it("is noticed though only the sample is read", async () => {
    const place = await openPlace(200);
    for (const procedure of place.procedures.values()) procedure.status = 500;
    await expect(place.scrapeAfter(0.1)).rejects.toMatchObject({
      exitCode: exitCodes.failed,
      message: expect.stringMatching(
        /^\d of the \d procedures that this run reads could not be read/,
      ),
    });
  });

  it("is read as a whole where the sample shows that the list does not tell what changes", async () => {
    const place = await openPlace(40);
    const extra = event("Evento de Fallo", "2027-03-01 10:00");
    for (const procedure of place.procedures.values()) procedure.extra = extra;
    const counts = await place.scrapeAfter(0.1);
    expect(counts).toMatchObject({ sample: 5, sampleChanged: 35, changed: 40, notDue: 0 });
  });

  it("keeps its form in mind where few pages are read that lack what others have", async () => {
    const place = await openPlace(40, (portal) => {
      procedureOf(portal, 1).extra = event("Estatus", "Vigente");
    });
    await place.scrapeAfter(0.1);
    procedureOf(place, 2).extra = event("Folio interno", "A-1");
    procedureOf(place, 2).row = "x";
    await place.scrapeAfter(0.2);
    const forms = place.readStore((store) =>
      [...latestRuns(store, 9)].map(({ structure }) => structure.procedimiento),
    );
    expect(forms.map((form) => form?.labels.length)).toEqual([3, 3, 4]);
    expect(forms[1]?.fingerprint).toBe(forms[0]?.fingerprint);
    expect(forms[2]?.fingerprint).not.toBe(forms[0]?.fingerprint);
    expect(forms.map((form) => form?.pages)).toEqual([40, 5, 6]);
  });
});

describe("what is no longer on the list", () => {
  it("was last seen when the list showed it, which is not when its page was read", async () => {
    const place = await openPlace(40);
    await place.scrapeAfter(2);
    const unread = [...place.procedures.keys()].filter((id) => !place.asked().includes(id));
    const id = unread.at(-1) ?? 0;
    Object.assign(procedureOf(place, id), { isListed: false, status: 404 });
    expect(await place.scrapeAfter(3)).toMatchObject({ vanished: 1, withdrawn: 1 });
    place.readStore((store) => {
      expect(sightingsOf(store, String(id))).toMatchObject([
        { event: "withdrawn", lastSeenAt: "2026-11-22T12:00:00-06:00" },
      ]);
      const gone = [...allProcedures(store)].find(({ record }) => record.id === String(id));
      expect(gone).toMatchObject({
        lastReadAt: "2026-11-20T12:00:00-06:00",
        withdrawnAt: "2026-11-23T12:00:00-06:00",
      });
    });
  });

  it("is asked for once, keeps what only the list had said, and is new again when it is back", async () => {
    const place = await openPlace(40);
    procedureOf(place, 9).isListed = false;
    expect(await place.scrapeAfter(0.1)).toMatchObject({ vanished: 1, unlisted: 1, changed: 0 });
    expect(await place.scrapeAfter(0.2)).toMatchObject({ vanished: 0, unlisted: 0, sample: 5 });
    procedureOf(place, 9).isListed = true;
    expect(await place.scrapeAfter(0.3)).toMatchObject({ listChanged: 1, changed: 0 });
  });
});
