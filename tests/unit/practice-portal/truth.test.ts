import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type PracticePortal,
  startPracticePortal,
} from "../../../fixtures/practice-portal/server.ts";
import { padron } from "../../../shared/portal/pages/padron.ts";
import { combineRecords, readSuppliers } from "../../../shared/portal/read-record.ts";
import type { Procedimiento } from "../../../shared/portal/records.ts";
import {
  factsOfRecord,
  factsOfTruth,
  fetchPage,
  listedTruth,
  listFactsOfTruth,
  practiceProfile,
  readDetail,
  readWholeList,
  withoutRepetitions,
} from "./read-portal.ts";

describe("reading every page of the practice portal", () => {
  let portal: PracticePortal;
  let listed: { procedimientos: Procedimiento[]; junk: number };
  let details: Procedimiento[];

  beforeAll(async () => {
    portal = await startPracticePortal({ today: "2026-11-22" });
    const profile = practiceProfile(portal.url);
    listed = await readWholeList(profile);
    details = [];
    for (const { id } of portal.corpus.procedures) details.push(await readDetail(profile, id));
  }, 60_000);
  afterAll(() => portal.close());

  it("finds in the list exactly the truth of its columns, latest first", () => {
    const read = withoutRepetitions(listed.procedimientos).map(factsOfRecord);
    expect(read).toEqual(listedTruth(portal.corpus).map(listFactsOfTruth));
  });

  it("finds on the pages, completed by the list, exactly the truth", () => {
    const rows = new Map(listed.procedimientos.map((record) => [record.id, record]));
    const read = details.map((record) => {
      const row = rows.get(record.id);
      return factsOfRecord(row ? combineRecords(row, record) : record);
    });
    expect(read).toEqual(portal.corpus.procedures.map(factsOfTruth));
  });

  it("finds the whole truth on a page that omits nothing", () => {
    const omitting = new Set(
      portal.corpus.procedures
        .filter(({ dirt }) => dirt.includes("omitted-fields"))
        .map(({ id }) => id),
    );
    const read = details.filter(({ id }) => !omitting.has(id)).map(factsOfRecord);
    const truth = portal.corpus.procedures.filter(({ id }) => !omitting.has(id)).map(factsOfTruth);
    expect(read).toEqual(truth);
  });

  it("meets no unknown label and no unreadable text", () => {
    const odd = [...listed.procedimientos, ...details].filter(
      ({ desconocidos, problemas }) => desconocidos.length + problemas.length > 0,
    );
    expect(odd).toEqual([]);
  });

  it("counts the junk rows and takes none for a procedure", () => {
    expect(listed.junk).toBe(portal.corpus.junk.length);
  });

  it("repeats the rows that are marked so and no other", () => {
    const ids = listed.procedimientos.map(({ id }) => id);
    const repeated = ids.filter((id, index) => ids.indexOf(id) !== index);
    const marked = listedTruth(portal.corpus).filter(({ dirt }) => dirt.includes("duplicate-row"));
    expect(repeated).toEqual(marked.map(({ id }) => id));
  });

  it("finds exactly the registry", async () => {
    const profile = practiceProfile(portal.url);
    const url = profile.baseUrl + profile.routes.padron;
    const read = readSuppliers(await fetchPage(url, padron), profile, url);
    const facts = read.map(({ original: _original, desconocidos, problemas, ...supplier }) => ({
      ...supplier,
      tipoPersona:
        supplier.tipoPersona && (/moral/i.test(supplier.tipoPersona) ? "moral" : "fisica"),
      odd: [...desconocidos, ...problemas],
    }));
    expect(facts).toEqual(portal.corpus.suppliers.map((supplier) => ({ ...supplier, odd: [] })));
  });
});
