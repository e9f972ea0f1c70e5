import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import type { PracticePortal } from "../../../fixtures/practice-portal/server.ts";
import type { ProcedureTruth } from "../../../fixtures/practice-portal/truth.ts";
import { type ListKind, listKinds } from "../../../fixtures/practice-portal/view.ts";
import { collectFindings } from "../../../scraper/crawl/findings.ts";
import { createHttpClient } from "../../../scraper/crawl/http-client.ts";
import { type PortalList, readPortalList } from "../../../scraper/crawl/list.ts";
import { moveProfile } from "../../../scraper/crawl/portal-hosts.ts";
import { readSteadyList } from "../../../scraper/crawl/steady-list.ts";
import { openStore } from "../../../scraper/store/open-store.ts";
import { allProcedures } from "../../../scraper/store/read-procedures.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { makeFolder, openPortal, tryScrape } from "./try-scrape.ts";

/** Puts a procedure into the list, or takes one out, after so many requests; `place` counts from 0 at its head to 1 at its foot. */
interface Change {
  after: number;
  place: number;
  isInsertion: boolean;
}

const changeOf = (lastRequest: number) =>
  fc.record({
    after: fc.nat({ max: lastRequest }),
    place: fc.double({ min: 0, max: 1, noNaN: true }),
    isInsertion: fc.boolean(),
  });

const listPath = durango.routes.listado.toLowerCase();
const isList = (path: string) => path.toLowerCase().split("?")[0]?.startsWith(listPath) ?? false;

/** Makes the changes while the list is read. Gives back the procedures that came and went, as they do. */
function disturb(portal: PracticePortal, changes: readonly Change[]) {
  const { procedures } = portal.corpus;
  const came: ProcedureTruth[] = [];
  const went: ProcedureTruth[] = [];
  let asked = 0;
  portal.onRequest = ({ path }) => {
    if (!isList(path) || /\/\d+$/.test(path)) return;
    for (const { after, place, isInsertion } of changes) {
      if (after !== asked) continue;
      // The list shows the last procedure first.
      const index = Math.round((1 - place) * (procedures.length - 1));
      const model = procedures[index];
      if (model === undefined) continue;
      if (isInsertion) {
        const added = { ...model, id: String(9_000_000 + came.length), dirt: [], anexos: [] };
        came.push(added);
        procedures.splice(index + 1, 0, added);
      } else went.push(...procedures.splice(index, 1));
    }
    asked += 1;
  };
  return { came, went };
}

const idsOf = (procedures: readonly { id: string }[]) => procedures.map(({ id }) => id);
const insert = (after: number, place: number): Change => ({ after, place, isInsertion: true });
const remove = (after: number, place: number): Change => ({ after, place, isInsertion: false });

/** A list that a program holds, read in pages of ten, between two of which it changes. */
function modelList(changes: readonly Change[]) {
  const rows = Array.from({ length: 45 }, (_, index) => index + 1);
  const before = [...rows];
  let asked = 0;
  let added = 1000;
  const page = (start: number): number[] => {
    for (const { place, isInsertion } of changes.filter(({ after }) => after === asked)) {
      const at = Math.round(place * (rows.length - 1));
      added += 1;
      rows.splice(at, isInsertion ? 0 : 1, ...(isInsertion ? [added] : []));
    }
    asked += 1;
    return rows.slice(start, start + 10);
  };
  const read = async (): Promise<PortalList> => {
    const seen: number[] = [];
    let pages = 0;
    for (let rest = page(0); rest.length > 0; rest = page(pages * 10)) {
      seen.push(...rest);
      pages += 1;
    }
    return listOf([...new Set(seen)], pages);
  };
  return { read, before, stayed: () => before.filter((row) => rows.includes(row)) };
}

function listOf(ids: readonly number[], pages: number): PortalList {
  const entries = ids.map((id) => ({
    procedimiento: {
      ...{ id: String(id), url: `http://portal.invalid/${id}`, anexos: [] },
      ...{ original: {}, desconocidos: [], problemas: [] },
    },
    rowHash: "h",
    listedAt: new Date(0),
  }));
  return { kind: "html", entries, pages, duplicates: 0, junk: 0, hasParts: true, hasMoved: false };
}

it("finds every procedure that stays, by pages alone, whatever comes and goes at any moment", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(changeOf(20), { maxLength: 3 }),
      fc.boolean(),
      async (changes, isFirst) => {
        const { read, before, stayed } = modelList(changes);
        const { entries } = await readSteadyList(read, new Set(isFirst ? [] : before.map(String)));
        const found = entries.map(({ procedimiento }) => Number(procedimiento.id));
        expect(found).toEqual(expect.arrayContaining(stayed()));
      },
    ),
    { numRuns: 1000 },
  );
});

describe.each(listKinds)("a list of kind %s that changes while it is read", (list: ListKind) => {
  /** A portal of a list of four pages of HTML, or three of JSON, and what reads its list. */
  async function openList() {
    const portal = await openPortal({ procedures: 90, suppliers: 1, list });
    const profile = moveProfile(durango, portal.url);
    profile.list = { ...profile.list, json: { path: "", ...profile.list.json, pageSize: 35 } };
    const client = createHttpClient(profile, {
      userAgent: "prueba",
      delayMs: 0,
      concurrency: 1,
      timeoutMs: 5000,
      retries: 0,
      retryDelayMs: 1,
      maxRetryAfterMs: 1000,
      now: () => new Date(),
    });
    onTestFinished(() => client.close());
    const read = (known: ReadonlySet<string>) =>
      readSteadyList(
        () => readPortalList(client, profile, () => undefined, collectFindings(profile)),
        known,
      );
    return { portal, read };
  }

  it("is found whole, each procedure once, whatever comes and goes at any moment", async () => {
    const { portal, read } = await openList();
    const { procedures } = portal.corpus;
    const before = [...procedures];
    await fc.assert(
      fc.asyncProperty(
        fc.array(changeOf(10), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        async (changes, isFirst) => {
          procedures.splice(0, procedures.length, ...before);
          const { went } = disturb(portal, changes);
          const known = new Set(isFirst ? [] : idsOf(before));
          const { entries } = await read(known);
          const found = entries.map(({ procedimiento }) => procedimiento.id);
          expect(new Set(found).size).toBe(found.length);
          const stayed = before.filter((each) => each.listed && !went.includes(each));
          expect(found).toEqual(expect.arrayContaining(idsOf(stayed)));
        },
      ),
      { numRuns: list === "datatables" ? 3 : 12 },
    );
  });

  it("is read once where it stands still, and where a single answer has all of it", async () => {
    const { portal, read } = await openList();
    const all = new Set(idsOf(portal.corpus.procedures));
    expect((await read(all)).readings).toBe(1);
    expect((await read(new Set())).readings).toBe(list === "datatables" ? 1 : 2);
    disturb(portal, [remove(1, 0), remove(1, 0), remove(1, 0)]);
    const disturbed = await read(all);
    expect(disturbed).not.toHaveProperty("doubt");
    expect(disturbed.readings).toBeGreaterThan(list === "datatables" ? 0 : 1);
  });

  it.skipIf(list === "datatables")(
    "is all that was seen of it where it never stands still (skipped where one answer has all of it)",
    async () => {
      const { portal, read } = await openList();
      const before = [...portal.corpus.procedures];
      const all = new Set(idsOf(before));
      const changes = Array.from({ length: 40 }, (_, index) => remove(index, 0));
      const { went } = disturb(portal, changes);
      const { readings, doubt, entries } = await read(all);
      expect({ readings, doubt }).toEqual({ readings: 4, doubt: "it changed while it was read" });
      const found = new Set(entries.map(({ procedimiento }) => procedimiento.id));
      const stayed = before.filter((each) => each.listed && !went.includes(each));
      expect(idsOf(stayed).filter((id) => !found.has(id))).toEqual([]);
    },
  );

  it("withdraws nothing that is there, and the next run has whatever this one missed", async () => {
    const portal = await openPortal({ procedures: 40, suppliers: 1, list });
    const folder = makeFolder();
    const begin = Date.parse("2026-11-20T18:00:00Z");
    const scrapeAfter = (hours: number) =>
      tryScrape(portal.url, folder, {
        full: false,
        now: () => new Date(begin + hours * 3_600_000),
      });
    await scrapeAfter(0);
    const { went } = disturb(portal, [insert(1, 0), remove(1, 0.1), insert(2, 0.9), remove(2, 0)]);
    await scrapeAfter(1);
    portal.onRequest = () => undefined;
    await scrapeAfter(2);
    const store = openStore(`${folder}/compras.sqlite`);
    const known = [...allProcedures(store)];
    store.close();
    const present = known.filter(({ withdrawnAt }) => withdrawnAt === undefined);
    const truth = portal.corpus.procedures.filter(({ listed }) => listed);
    expect(present.map(({ record }) => record.id).sort()).toEqual(idsOf(truth).sort());
    const withdrawn = known.filter(({ withdrawnAt }) => withdrawnAt !== undefined);
    expect(withdrawn.map(({ record }) => record.id).sort()).toEqual(
      idsOf(went.filter(({ id }) => known.some(({ record }) => record.id === id))).sort(),
    );
  });
});
