import { readdirSync, readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import readWorkbook from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { tendersXlsx } from "../../../scraper/publish/xlsx/tenders-xlsx.ts";
import { findXmlFault } from "./check-xml.ts";
import { dirtyTexts, makeDirtyHistory } from "./dirty-history.ts";
import { type Told, tellStore, tryFormat } from "./try-format.ts";

/** Sheets by name, each as rows by heading. */
async function readSheets(file: string): Promise<Map<string, Record<string, unknown>[]>> {
  const sheets = await readWorkbook(file, { trim: false });
  return new Map(
    sheets.map(({ sheet, data: [headings = [], ...rows] }) => [
      sheet,
      rows.map((row) =>
        Object.fromEntries(headings.map((heading, at) => [String(heading), row[at] ?? null])),
      ),
    ]),
  );
}

const unzip = (zip: Uint8Array) => new Map(Object.entries(unzipSync(zip)));
const textOf = (zip: Map<string, Uint8Array>, part: string) =>
  strFromU8(zip.get(part) ?? new Uint8Array());

describe("licitaciones.xlsx", () => {
  let told: Told;
  let file: string;
  let sheets: Map<string, Record<string, unknown>[]>;
  beforeAll(async () => {
    told = tellStore(makeDirtyHistory(afterAll).store);
    const { pathOf } = await tryFormat(told, tendersXlsx, afterAll);
    file = pathOf("licitaciones.xlsx");
    sheets = await readSheets(file);
  });
  const rowsOf = (sheet: string, ocid: string) =>
    (sheets.get(sheet) ?? []).filter((row) => row.OCID === `ocds-prueba-${ocid}`);

  it("has few sheets, each with a row for everything that the feed holds", () => {
    expect([...sheets].map(([name, rows]) => [name, rows.length])).toEqual([
      ["Licitaciones", told.processes.length],
      ["Documentos", told.processes.flatMap(({ evidence }) => evidence.documents).length],
      ["Cambios", told.releases.length],
      ["Proveedores", 2],
      ["Léeme", expect.any(Number)],
    ]);
  });

  it("tells of a procedure all that is known, with dates in local time and numbers as such", () => {
    const [process] = told.processes.filter(({ row }) => row.id === "1234");
    expect(rowsOf("Licitaciones", "1234")).toEqual([
      {
        OCID: "ocds-prueba-1234",
        "Id del portal": "1234",
        "Número de procedimiento": "LP/E/SEED/007/2025",
        Descripción: "ADQUISICIÓN DE UNIFORMES ESCOLARES",
        "Unidad compradora": "SECRETARÍA DE EDUCACIÓN",
        "Clave de la unidad": "014",
        Modalidad: "Licitación Pública Nacional",
        "Método OCDS": "Abierta",
        Materia: "Adquisición",
        "Categoría OCDS": "Bienes",
        Publicación: new Date("2026-03-02T09:00:00Z"),
        "Junta de aclaraciones": new Date("2026-03-10T10:00:00Z"),
        "Apertura de proposiciones": new Date("2026-03-20T12:00:00Z"),
        Fallo: new Date("2026-03-25T13:00:00Z"),
        "Estatus en el portal": "Publicada",
        "Estado OCDS": "En curso",
        Anexos: 1,
        "Página en el portal": process?.row.url,
        "Vista por primera vez": new Date("2026-03-01T12:00:00Z"),
        "Último cambio": new Date("2026-03-04T12:00:00Z"),
        "Retirada del portal": null,
        "Enlace permanente": process?.evidence.releases.at(-1)?.permalink,
        "Huella (SHA-256)": process?.evidence.releases.at(-1)?.sha256,
        Ganadores: null,
        "Monto adjudicado": null,
      },
    ]);
    expect(rowsOf("Licitaciones", "3001")).toMatchObject([
      { "Estado OCDS": "Retirada", "Retirada del portal": new Date("2026-03-03T12:00:00Z") },
    ]);
  });

  it("leaves empty what the portal does not say", () => {
    const [row = {}] = rowsOf("Licitaciones", "77");
    expect(Object.entries(row).filter(([, cell]) => cell !== null)).toEqual([
      ["OCID", "ocds-prueba-77"],
      ["Id del portal", "77"],
      ["Anexos", 0],
      ["Página en el portal", expect.stringContaining("/77")],
      ["Vista por primera vez", new Date("2026-03-01T12:00:00Z")],
      ["Último cambio", new Date("2026-03-01T12:00:00Z")],
      ["Enlace permanente", expect.stringContaining("ocds-prueba-77")],
      ["Huella (SHA-256)", expect.stringMatching(/^[0-9a-f]{64}$/)],
    ]);
  });

  it("shows a day without an hour as a day, and an hour to the minute", () => {
    const zip = unzip(readFileSync(file));
    const cells = [...textOf(zip, "xl/worksheets/sheet1.xml").matchAll(/<row .*?<\/row>/gs)]
      .map(([row]) => row)
      .find((row) => row.includes(">ocds-prueba-3000<"));
    const styles = textOf(zip, "xl/styles.xml");
    const [, formats = ""] = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles) ?? [];
    const numberFormats = [...formats.matchAll(/numFmtId="(\d+)"/g)].map(([, id]) => id);
    const codes = new Map(
      [...styles.matchAll(/numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [
        id,
        code,
      ]),
    );
    const shown = (column: string) => {
      const [, style, value] =
        new RegExp(`<c r="${column}\\d+" s="(\\d+)"><v>([^<]*)</v>`).exec(cells ?? "") ?? [];
      return [codes.get(numberFormats[Number(style)]), Number(value)];
    };
    expect(shown("K")).toEqual(["yyyy-mm-dd", 46083]);
    expect(shown("L")).toEqual(["yyyy-mm-dd", 44022]);
    const [code, serial] = shown("M");
    expect([code, Number(serial).toFixed(6)]).toEqual(["yyyy-mm-dd hh:mm", "46099.999988"]);
  });

  it.each(Object.entries(dirtyTexts))("keeps a text as a text: %s", (name, text) => {
    const [row] = rowsOf("Licitaciones", String(2000 + Object.keys(dirtyTexts).indexOf(name)));
    const cut = " […] (texto cortado: Excel admite 32767 caracteres y son 40003)";
    const kept: Partial<Record<string, string>> = {
      controls: "UNODOS",
      lines: "PRIMERA\nSEGUNDA\tCOLUMNA",
      long: "Ñ".repeat(32_767 - cut.length) + cut,
    };
    expect(row?.Descripción).toBe(kept[name] ?? text);
  });

  it("lists every attachment, with what was read of it and since when it is gone", () => {
    const [read, gone] = rowsOf("Documentos", "1234");
    expect(read).toEqual({
      OCID: "ocds-prueba-1234",
      "Número de procedimiento": "LP/E/SEED/007/2025",
      "Id del documento": "anexo-1",
      Nombre: "BASES.pdf",
      Tipo: "Bases",
      Dirección: "https://comprasestatal.durango.gob.mx/Descarga/Anexo/1",
      "Nombre del archivo": 'BASES "finales".pdf',
      "Tipo de archivo": "application/pdf",
      "Tamaño (bytes)": 123_456,
      "Huella (SHA-256)": "ab".repeat(32),
      "Visto por primera vez": new Date("2026-03-01T12:00:00Z"),
      "Retirado del portal": null,
    });
    expect(gone).toMatchObject({
      Nombre: "ANEXO.pdf",
      "Tamaño (bytes)": null,
      "Retirado del portal": new Date("2026-03-04T12:00:00Z"),
    });
  });

  it("says in words what changed", () => {
    expect(rowsOf("Cambios", "1234").map((row) => [row.Fecha, row["Qué cambió"]])).toEqual([
      [new Date("2026-03-01T12:00:00Z"), "El procedimiento es nuevo."],
      [
        new Date("2026-03-04T12:00:00Z"),
        expect.stringMatching(/^La apertura pasó .* El anexo «ANEXO.pdf» ya no aparece/),
      ],
    ]);
  });

  it("holds the registry of suppliers", () => {
    expect(sheets.get("Proveedores")?.[0]).toEqual({
      "Número de registro": "0012",
      "RFC (solo personas morales)": "ACO010101AB1",
      "Nombre o razón social": "=CMD|'/c calc'!A1",
      "Tipo de persona": "Persona moral",
      Municipio: "Durango",
      "Clave del municipio": "10005",
      Giros: "Papelería; Cómputo; accesorios",
      Inscripción: new Date("2024-05-06T00:00:00Z"),
      "Vigencia hasta": new Date("2027-05-06T00:00:00Z"),
      "Estatus en el padrón": "Vigente",
      Estatus: "Vigente",
      "Situación 69-B (SAT)": null,
      "Lista 69-B al": null,
      Fuente: "Portal",
    });
  });

  it("says in Léeme what it is, and what every column means", () => {
    const xml = textOf(unzip(readFileSync(file)), "xl/sharedStrings.xml");
    for (const text of [
      "Publicación de prueba.",
      "2026-03-04, día del último cambio",
      "CC BY 4.0",
    ]) {
      expect(xml).toContain(text);
    }
    const headings = [...sheets]
      .filter(([name]) => name !== "Léeme")
      .flatMap(([, [row = {}]]) => Object.keys(row));
    expect(headings.filter((heading) => !xml.includes(`>${heading}<`))).toEqual([]);
  });

  it("is well-formed XML in every part, without a formula, with a frozen heading and a filter", () => {
    const zip = unzip(readFileSync(file));
    const parts = [...zip.keys()].map((part) => [part, textOf(zip, part)] as const);
    expect(parts.map(([part, xml]) => [part, findXmlFault(xml)])).toEqual(
      parts.map(([part]) => [part, undefined]),
    );
    expect(parts.filter(([, xml]) => /<f[ >]/.test(xml))).toEqual([]);
    const sheet = textOf(zip, "xl/worksheets/sheet1.xml");
    expect(sheet).toContain('<pane ySplit="1"');
    expect(sheet).toContain(`<autoFilter ref="A1:Y${told.processes.length + 1}"/>`);
  });

  it("gives the same bytes at another time of day", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2031-01-02T03:04:05Z") });
    const again = await tryFormat(told, tendersXlsx).finally(() => vi.useRealTimers());
    expect(readFileSync(again.pathOf("licitaciones.xlsx")).equals(readFileSync(file))).toBe(true);
  });

  it("leaves no other file in the feed", async () => {
    const { files, folder } = await tryFormat(told, tendersXlsx);
    expect(files.map(({ path }) => path)).toEqual(["licitaciones.xlsx"]);
    expect(readdirSync(folder)).toEqual(["licitaciones.xlsx"]);
  });
});
