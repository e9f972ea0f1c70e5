import { describe, expect, it, onTestFinished } from "vitest";
import {
  type PracticePortal,
  type PracticePortalOptions,
  startPracticePortal,
} from "../../../fixtures/practice-portal/server.ts";
import type { Entry } from "../../../shared/portal/page.ts";
import { listado } from "../../../shared/portal/pages/listado.ts";
import type { PortalProfile } from "../../../shared/portal/profile.ts";
import { readList } from "../../../shared/portal/read-record.ts";
import {
  factsOfRecord,
  fetchPage,
  listedTruth,
  listFactsOfTruth,
  practiceProfile,
  readDetail,
  readWholeList,
  withoutRepetitions,
} from "./read-portal.ts";

interface ListJson {
  draw: number;
  recordsTotal: number;
  recordsFiltered: number;
  data: Record<string, string | null>[];
}

async function start(
  options: PracticePortalOptions,
): Promise<{ portal: PracticePortal; profile: PortalProfile }> {
  const portal = await startPracticePortal({ today: "2026-11-22", ...options });
  onTestFinished(() => portal.close());
  return { portal, profile: practiceProfile(portal.url) };
}

async function fetchRows(profile: PortalProfile, query: string): Promise<ListJson> {
  const response = await fetch(`${profile.baseUrl}${profile.list.json?.path}?${query}`);
  expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
  return (await response.json()) as ListJson; // The portal's own answer, whose shape the test checks.
}

function readRows(rows: ListJson["data"], profile: PortalProfile) {
  const entries = rows.map(
    (row): Entry => ({
      pairs: Object.entries(row).map(([label, text]) => ({ label, texts: [text ?? ""] })),
      links: [],
    }),
  );
  const labels = Object.keys(rows[0] ?? {});
  const page = { heading: "", labels, entries, links: [], hasPasswordField: false };
  return readList(page, profile, profile.baseUrl);
}

describe("the list of the practice portal", () => {
  it("as HTML: pages of 25 rows, each linked to the next, hold exactly the listed truth", async () => {
    const { portal, profile } = await start({ list: "html", procedures: 120 });
    const { procedimientos } = await readWholeList(profile);
    expect(withoutRepetitions(procedimientos).map(factsOfRecord)).toEqual(
      listedTruth(portal.corpus).map(listFactsOfTruth),
    );
    const first = await fetchPage(profile.baseUrl + profile.routes.listado, listado);
    expect(first.entries.length).toBe(25);
  });

  it("as DataTables over HTML: one page holds exactly the listed truth, and the scripts are served", async () => {
    const { portal, profile } = await start({ list: "datatables", procedures: 120 });
    const url = profile.baseUrl + profile.routes.listado;
    const { procedimientos, junk } = readList(await fetchPage(url, listado), profile, url);
    expect(withoutRepetitions(procedimientos).map(factsOfRecord)).toEqual(
      listedTruth(portal.corpus).map(listFactsOfTruth),
    );
    expect(junk).toBe(portal.corpus.junk.length);
    for (const script of ["/Scripts/jquery.min.js", "/Scripts/jquery.dataTables.min.js"]) {
      const response = await fetch(portal.url + script);
      expect([response.status, response.headers.get("content-type")]).toEqual([
        200,
        "application/javascript",
      ]);
      expect((await response.text()).length).toBeGreaterThan(50_000);
    }
  });

  it("as JSON: the table is empty and the rows asked for in parts are exactly the listed truth", async () => {
    const { portal, profile } = await start({ list: "json", procedures: 120 });
    const table = await fetchPage(profile.baseUrl + profile.routes.listado, listado);
    expect(table.entries).toEqual([]);
    const rows: ListJson["data"] = [];
    for (let start = 0, total = 1; start < total; start += 50) {
      const part = await fetchRows(profile, `draw=3&start=${start}&length=50`);
      expect([part.draw, part.recordsFiltered]).toEqual([3, part.recordsTotal]);
      rows.push(...part.data);
      total = part.recordsTotal;
    }
    const { procedimientos, junk } = readRows(rows, profile);
    expect(withoutRepetitions(procedimientos).map(factsOfRecord)).toEqual(
      listedTruth(portal.corpus).map(listFactsOfTruth),
    );
    expect(junk).toBe(portal.corpus.junk.length);
  });

  it("as JSON: answers a search with the rows that hold the text", async () => {
    const { profile } = await start({ list: "json", procedures: 120 });
    const { recordsTotal, recordsFiltered, data } = await fetchRows(
      profile,
      `draw=1&start=0&length=-1&search%5Bvalue%5D=PRUEBA`,
    );
    expect(recordsFiltered).toBe(data.length);
    expect(recordsFiltered).toBeLessThan(recordsTotal);
    expect(data.every(({ Descripcion }) => /prueba/i.test(Descripcion ?? ""))).toBe(true);
  });

  it("offers no JSON where the list is HTML", async () => {
    const { profile } = await start({ list: "html", procedures: 5 });
    const response = await fetch(profile.baseUrl + profile.list.json?.path);
    expect(response.status).toBe(404);
  });

  it("follows what a test does to the corpus", async () => {
    const { portal, profile } = await start({ procedures: 30 });
    const { procedures } = portal.corpus;
    const [hidden, changed, template] = procedures;
    if (!hidden || !changed || !template) throw new Error("the corpus has 30 procedures");
    const added = { ...template, id: "9001", descripcion: "ADQUISICIÓN DE PRUEBAS", dirt: [] };
    hidden.listed = false;
    changed.descripcion = "DESCRIPCIÓN CORREGIDA";
    changed.fechaFallo = "2026-12-24T12:00:00-06:00";
    procedures.push(added);

    const { procedimientos } = await readWholeList(profile);
    const read = withoutRepetitions(procedimientos);
    expect(read.map(({ id }) => id)).not.toContain(hidden.id);
    expect(read[0]).toMatchObject({ id: "9001", descripcion: "ADQUISICIÓN DE PRUEBAS" });
    expect(await readDetail(profile, changed.id)).toMatchObject({
      descripcion: "DESCRIPCIÓN CORREGIDA",
      fechaFallo: "2026-12-24T12:00:00-06:00",
    });
    expect(await readDetail(profile, hidden.id)).toMatchObject({ id: hidden.id });
    expect(await readDetail(profile, "9001")).toMatchObject({ id: "9001" });
  });

  it("says that there is nothing where there is nothing", async () => {
    const { profile } = await start({ procedures: 0 });
    const response = await fetch(profile.baseUrl + profile.routes.listado);
    expect(await response.text()).toContain("No hay registros");
  });
});
