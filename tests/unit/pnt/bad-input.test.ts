import { describe, expect, it, onTestFinished } from "vitest";
import { tender } from "../../../fixtures/pnt/fields.ts";
import type { ReportRow } from "../../../fixtures/pnt/report.ts";
import { writeReport } from "../../../fixtures/pnt/write-report.ts";
import { hashContent } from "../../../scraper/store/content-hash.ts";
import { saveIdentity } from "../../../scraper/store/identity.ts";
import { openStore } from "../../../scraper/store/open-store.ts";
import { reportedProcesses } from "../../../scraper/store/read-procedures.ts";
import { compileReleases } from "../../../shared/ocds/compile.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { makeFolder } from "../scraper/try-scrape.ts";
import { makeWorkbook } from "../sources/make-tables.ts";
import { oneTender, tenderRow } from "./one-tender.ts";
import { importBytes } from "./reported-store.ts";

function openEmpty() {
  const store = openStore(`${makeFolder()}/compras.sqlite`);
  onTestFinished(() => store.close());
  const portalUrl = "http://127.0.0.1:8788/";
  saveIdentity(store, { portal: durango.id, portalUrl, ocidPrefix: "ocds-prueba" });
  return store;
}

/** Takes a report in; what came of it, and every process as it stands. */
async function take(
  rows: ReportRow[],
  layout: Partial<Parameters<typeof writeReport>[0]> = {},
  body?: string,
) {
  const store = openEmpty();
  const bytes = await writeReport({ ...oneTender, rows, ...layout });
  const { report } = await importBytes(store, bytes, body === undefined ? {} : { body });
  const states = [...reportedProcesses(store)].map(({ releases }) =>
    compileReleases(releases.map(({ release }) => release)),
  );
  return { report, states };
}

const told = (report: { notTaken: object[] }) => report.notTaken;

describe("a report that is odd is taken right", () => {
  it("with its titles above, of which one says whose it is, or with --body", async () => {
    const { states } = await take([tenderRow()], {
      titles: [["Sujeto obligado", "Instituto X"], []],
    });
    expect(states[0]?.buyer?.name).toBe("Instituto X");
    const named = await take([tenderRow()], { titles: [["Informe"]] }, "Instituto Y");
    expect(named.states[0]?.buyer?.name).toBe("Instituto Y");
  });

  it("with two rows of headings, and the headings once more below", async () => {
    const { report, states } = await take(
      [tenderRow(), tenderRow({ [tender.number]: "LP-2", [tender.contract]: "C-2" })],
      {
        titles: [["Sujeto obligado: Instituto X"]],
        edit: ([title = [], headings = [], first = [], second = []]) => [
          title,
          headings.map((_, at) => (at < 10 ? "Datos del procedimiento" : "Datos del contrato")),
          headings,
          first,
          headings,
          second,
        ],
      },
    );
    expect(states).toHaveLength(2);
    expect(told(report)).toEqual([
      { sheet: "Informacion", row: 5, reason: "the headings once more" },
    ]);
  });

  it("with a column that nobody knows, which is named", async () => {
    const { report, states } = await take([tenderRow()], {
      edit: (rows) => rows.map((row, at) => [...row, at === 6 ? "Sexo de la persona" : "x"]),
    });
    expect(report.notes).toEqual(['Columns that are not known: "Sexo de la persona".']);
    expect(states).toHaveLength(1);
  });

  it("with one link for everything, which is the document of nothing", async () => {
    const dead = "https://transparencia.example.org/aviso.pdf";
    const rows = Array.from({ length: 12 }, (_, at) =>
      tenderRow({
        [tender.number]: `LP-${at + 1}/2026`,
        [tender.contract]: `C-${at + 1}`,
        [tender.contractLink]: dead,
      }),
    );
    const { report, states } = await take(rows);
    expect(report.notes).toEqual([
      `${dead} stands for 12 procedures, so it is the document of none.`,
    ]);
    expect(JSON.stringify(states)).not.toContain(dead);
  });
});

describe("what cannot be taken is told with sheet, row and reason", () => {
  it("as a row without anything to know it by, a twin, a note across the row, and a row of no period", async () => {
    const bare = {
      [tender.number]: "No aplica",
      [tender.contract]: "",
      [tender.winner.company]: "ver nota",
      [tender.winner.rfc]: "",
    };
    const { report, states } = await take([
      tenderRow(),
      tenderRow(),
      tenderRow(bare),
      {
        cells: { [tender.description]: "Durante el periodo no se generó información" },
        tables: {},
      },
      tenderRow({ [tender.periodEnd]: "marzo", [tender.year]: "" }),
    ]);
    expect(states).toHaveLength(1);
    const place = (row: number) => ({ sheet: "Informacion", row });
    expect(told(report)).toEqual([
      { ...place(9), reason: "it says the same as row 8" },
      { ...place(10), reason: "there is no number of a procedure, no contract and no supplier" },
      { ...place(11), reason: "a note across the row, or an empty row" },
      {
        ...place(12),
        column: "Fecha de término del periodo que se informa",
        reason: expect.stringContaining('"marzo"'),
      },
      { ...place(12), reason: "neither the end of the period nor the year can be read" },
    ]);
  });

  it("as a partida: what begins with no code of the COG", async () => {
    const row = tenderRow();
    const cells = [
      "21101 Materiales de oficina",
      2141,
      "Partidas 2111, 21601 y 5151",
      "3.5.8",
      "2026",
      "Papelería 211",
      "2026-211",
      "No aplica",
    ];
    row.tables[tender.partidas.id] = cells.map((cell) => ({ [tender.partidas.code]: cell }));
    const { report, states } = await take([row]);
    const codes = ["2111", "21101", "2141", "21601", "5151"];
    expect(states[0]?.tender?.items).toEqual(
      codes.sort().map((id) => ({
        id: `partida-${id}`,
        classification: { scheme: "MX-COG", id },
      })),
    );
    const reasons = told(report).map((each) => ("reason" in each ? String(each.reason) : ""));
    expect(reasons).toEqual(
      ["3.5.8", "2026", "Papelería 211", "2026-211"].map(
        (cell) => `"${cell}" is no code of the COG`,
      ),
    );
  });

  it("as a cell: an amount, a date, a link, a currency, an ID that leads nowhere", async () => {
    const { report, states } = await take(
      [
        tenderRow({
          [tender.total]: "116,00",
          [tender.signedOn]: "31/02/2026",
          [tender.contractLink]: "C:\\contratos\\1.pdf",
          [tender.currency]: "Dólares",
        }),
      ],
      {
        edit: (rows) =>
          rows.map((row, at) => (at === 7 ? row.map((cell) => (cell === 1 ? 77 : cell)) : row)),
      },
    );
    const reasons = told(report).map((each) => ("reason" in each ? String(each.reason) : ""));
    expect(reasons.join("\n")).toMatch(/the currency is "Dólares"/);
    expect(reasons.join("\n")).toMatch(/not a date.*31\/02\/2026/);
    expect(reasons.join("\n")).toMatch(/contratos.*no address/);
    expect(reasons.join("\n")).toMatch(/points to the ID 77, which Tabla_334306 does not have/);
    // Whatever else the row says is taken, and nothing is made up.
    expect(states[0]?.awards).toMatchObject([{ suppliers: [{ id: "MX-RFC-ZZA010203AB3" }] }]);
    expect(states[0]?.awards?.[0]).not.toHaveProperty("value");
    expect(states[0]?.contracts?.[0]).not.toHaveProperty("dateSigned");
  });

  it("as the whole file, and the store stays as it was", async () => {
    const store = openEmpty();
    const before = hashContent(store);
    const refuse = (bytes: Uint8Array) => expect(importBytes(store, bytes)).rejects;
    const withoutNumbers = await writeReport({
      ...oneTender,
      edit: (rows) =>
        rows.map((row, at) =>
          at === 6 ? row.map((cell) => (/N.mero (de|que)/.test(String(cell)) ? "X" : cell)) : row,
        ),
    });
    await refuse(withoutNumbers).toThrow(
      /reporte.xlsx, sheet "Informacion", row 7: there is no column "Número de exp/,
    );
    const noReport = await makeWorkbook([{ name: "Hoja1", content: "<sheetData/>" }]);
    await refuse(noReport).toThrow(/no sheet has the headings of fraction XXVIII/);
    const locked = Buffer.concat([
      Buffer.from("d0cf11e0a1b11ae1", "hex"),
      Buffer.from("EncryptedPackage", "utf16le"),
    ]);
    await refuse(locked).toThrow(/password/);
    expect(hashContent(store)).toBe(before);
    const bytes = await writeReport(oneTender);
    await importBytes(store, bytes);
    await refuse(bytes).toThrow(/this very file was taken in/);
  });
});
