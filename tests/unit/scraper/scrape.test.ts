import path from "node:path";
import { describe, expect, it } from "vitest";
import { listKinds } from "../../../fixtures/practice-portal/view.ts";
import { openStore } from "../../../scraper/store/open-store.ts";
import { allProcedures } from "../../../scraper/store/read-procedures.ts";
import { allReleases } from "../../../scraper/store/releases.ts";
import { allSuppliers } from "../../../scraper/store/suppliers.ts";
import { makeFolder, openPortal, tryScrape } from "./try-scrape.ts";

function readStore<Result>(
  folder: string,
  read: (store: ReturnType<typeof openStore>) => Result,
): Result {
  const store = openStore(path.join(folder, "compras.sqlite"), { mustExist: true });
  try {
    return read(store);
  } finally {
    store.close();
  }
}

const tagsOf = (folder: string) =>
  readStore(folder, (store) => [...allReleases(store)].map(({ release }) => release.tag[0]));

describe("scrape", () => {
  it.each(listKinds)(
    "reads the whole portal, as it truly is, from a list of kind %s",
    async (list) => {
      const portal = await openPortal({ list, procedures: 130 });
      const folder = makeFolder();
      const result = await tryScrape(portal.url, folder);

      const truth = portal.corpus.procedures
        .filter(({ listed }) => listed)
        .map(({ id, descripcion, ...fields }) => ({
          id,
          descripcion,
          numero: fields.numeroProcedimiento,
          unidad: fields.unidadCompradora,
          publicacion: fields.fechaPublicacion,
          junta: fields.fechaJuntaAclaraciones,
          apertura: fields.fechaAperturaProposiciones,
          fallo: fields.fechaFallo,
          anexos: fields.anexos.map((anexo) => anexo.id),
        }));
      const read = readStore(folder, (store) => [...allProcedures(store)]).map(({ record }) => ({
        id: record.id,
        descripcion: record.descripcion,
        numero: record.numeroProcedimiento,
        unidad: record.unidadCompradora,
        publicacion: record.fechaPublicacion,
        junta: record.fechaJuntaAclaraciones,
        apertura: record.fechaAperturaProposiciones,
        fallo: record.fechaFallo,
        anexos: record.anexos.map((anexo) => anexo.id),
      }));
      const byId = (a: { id: string }, b: { id: string }) => Number(a.id) - Number(b.id);
      expect(read.sort(byId)).toEqual(truth.sort(byId));
      expect(result.listKind).toBe(list);
      expect(result.counts).toMatchObject({ read: truth.length, skipped: 0, added: truth.length });
      expect(result.counts.junk).toBeGreaterThan(0);
      expect(result.counts.duplicates).toBeGreaterThan(0);
      expect(readStore(folder, allSuppliers)).toHaveLength(result.counts.suppliers ?? -1);
    },
  );

  it("adds no release where nothing has changed, and one with its tag where something has", async () => {
    const portal = await openPortal();
    const folder = makeFolder();
    await tryScrape(portal.url, folder);
    const before = tagsOf(folder);
    expect(new Set(before)).toEqual(new Set(["tender"]));

    const second = await tryScrape(portal.url, folder);
    expect(second.counts).toMatchObject({ added: 0, changed: 0, unchanged: before.length });
    expect(tagsOf(folder)).toHaveLength(before.length);

    const moved = portal.corpus.procedures.find(
      ({ listed, dirt, fechaFallo }) => listed && dirt.length === 0 && fechaFallo !== undefined,
    );
    if (!moved) throw new Error("the corpus has no clean procedure with a fallo");
    moved.fechaFallo = "2027-01-15T10:00:00-06:00";
    const third = await tryScrape(portal.url, folder);
    expect(third.counts).toMatchObject({ added: 0, changed: 1 });
    const releases = readStore(folder, (store) =>
      [...allReleases(store)].map(({ release }) => release),
    );
    expect(releases).toHaveLength(before.length + 1);
    expect(releases.at(-1)).toMatchObject({
      ocid: `ocds-prueba-${moved.id}`,
      tag: ["tenderAmendment"],
      tender: { awardPeriod: { endDate: "2027-01-15T10:00:00-06:00" } },
    });
  });

  it("dates a release later than the one before, even where the clock was set back", async () => {
    const portal = await openPortal({ procedures: 3 });
    const folder = makeFolder();
    await tryScrape(portal.url, folder, { now: () => new Date("2026-11-20T18:00:00Z") });
    for (const procedure of portal.corpus.procedures) procedure.descripcion += " (bis)";
    await tryScrape(portal.url, folder, { now: () => new Date("2026-11-19T18:00:00Z") });
    const dates = readStore(folder, (store) =>
      [...allReleases(store)].map(({ release }) => release.date),
    );
    expect(dates.slice(-3)).toEqual(Array(3).fill("2026-11-20T12:00:01-06:00"));
  });

  it("reads only so many procedures as --limit says", async () => {
    const portal = await openPortal();
    const folder = makeFolder();
    const { counts } = await tryScrape(portal.url, folder, { limit: 4 });
    expect(counts).toMatchObject({ listed: 4, added: 4 });
  });

  it("changes nothing in a dry run, and says what it would change", async () => {
    const portal = await openPortal();
    const folder = makeFolder();
    await tryScrape(portal.url, folder, { limit: 4 });
    const dry = await tryScrape(portal.url, folder, { dryRun: true });
    expect(dry.counts).toMatchObject({ added: dry.counts.listed - 4, unchanged: 4 });
    expect(tagsOf(folder)).toHaveLength(4);

    const empty = makeFolder();
    await tryScrape(portal.url, empty, { dryRun: true, limit: 2 });
    expect(() => readStore(empty, () => undefined)).toThrow(/there is no store yet/);
  });

  it("keeps the data of two portals apart", async () => {
    const portal = await openPortal({ procedures: 2 });
    const folder = makeFolder();
    await tryScrape(portal.url, folder);
    await expect(tryScrape("http://portal.invalid", folder)).rejects.toThrow(
      /holds the data of http:\/\/127/,
    );
    await expect(tryScrape(portal.url, folder, { ocidPrefix: "ocds-abc123" })).rejects.toThrow(
      /ocids begin with "ocds-prueba"/,
    );
  });

  it("refuses a second scrape into a store that is being written", async () => {
    const portal = await openPortal({ procedures: 3, faults: ["slow"] });
    const folder = makeFolder();
    const first = tryScrape(portal.url, folder, { timeoutMs: 500 }).catch(() => undefined);
    await expect(tryScrape(portal.url, folder)).rejects.toThrow(/another scrape \(process \d+/);
    await first;
    portal.setFaults([]);
    await expect(tryScrape(portal.url, folder)).resolves.toMatchObject({ counts: { read: 3 } });
  });
});
