import { writeXlsx } from "hucre";
import { describe, expect, it } from "vitest";
import { readRegistry } from "../../../scraper/sources/padron/read-registry.ts";
import { openTables } from "../../../scraper/sources/tables/open-tables.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { makePdf } from "./make-tables.ts";

const fileOf = (bytes: Uint8Array | string, name = "padron.csv") => ({
  name,
  bytes: Buffer.from(bytes),
});
async function read(bytes: Uint8Array | string) {
  const file = fileOf(bytes);
  const { rows, notes } = await readRegistry(file, await openTables(file), durango);
  return { rows, report: notes.report({}) };
}

const known = {
  registryNumber: "P-1",
  rfc: "ZZA010203AB3",
  name: "Papelera Imaginaria, S.A. de C.V.",
  personType: "company",
  municipality: "PEAON BLANCO",
  activities: ["Papelería", "Limpieza"],
  registeredAt: "2024-05-06T00:00:00-06:00",
  validUntil: "2026-12-31T00:00:00-06:00",
  statusText: "Vigente",
};
const id = expect.stringMatching(/^[0-9a-f]{16}$/);

describe("a registry of suppliers is read from whatever table holds it", () => {
  it("as a workbook with titles, two rows of headings, merged cells and dates", async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "Padrón 2026",
          rows: [
            ["PADRÓN DE PROVEEDORES"],
            [],
            [
              "No. de registro",
              "Datos del proveedor",
              null,
              null,
              "Giro",
              null,
              "Vigencia",
              null,
              null,
            ],
            [
              null,
              "RFC",
              "Denominación o razón social",
              "Municipio",
              "Giro 1",
              "Giro 2",
              "Fecha de alta",
              "Fecha de vencimiento",
              "Estatus",
            ],
            [
              "P-1",
              "zza-010203-ab3",
              "Papelera Imaginaria, S.A. de C.V.",
              "PEAON BLANCO",
              "Papelería",
              "Limpieza",
              new Date("2024-05-06"),
              "31/12/2026",
              "Vigente",
            ],
          ],
          merges: [
            { startRow: 2, startCol: 1, endRow: 2, endCol: 3 },
            { startRow: 2, startCol: 4, endRow: 2, endCol: 5 },
            { startRow: 2, startCol: 6, endRow: 2, endCol: 8 },
            { startRow: 2, startCol: 0, endRow: 3, endCol: 0 },
          ],
          columns: Array.from({ length: 9 }, (_, at) => (at === 6 ? { numFmt: "dd/mm/yyyy" } : {})),
        },
        { name: "Notas", rows: [["Aclaraciones", "x"]] },
        {
          name: "Borrador",
          hidden: true,
          rows: [
            ["Folio", "Nombre"],
            ["9", "NO SE LEE"],
          ],
        },
      ],
    });
    const { rows, report } = await read(bytes);
    expect(rows).toEqual([{ id, ...known }]);
    expect(report.notTaken).toEqual([
      { sheet: "Notas", reason: "it has no column of names" },
      { sheet: "Borrador", reason: "the sheet is hidden" },
    ]);
    expect(report.notes[0]).toContain('sheet "Padrón 2026": the headings are in row 4:');
  });

  it.each([
    [
      "CSV",
      "Folio;RFC;Nombre o razón social;Municipio;Giro(s);Fecha de inscripción;Vigencia;Estatus\nP-1;ZZA010203AB3;Papelera Imaginaria, S.A. de C.V.;PEAON BLANCO;Papelería|Limpieza;6 de mayo de 2024;46387;Vigente\n",
    ],
    [
      "HTML",
      "<table><tr><th>Folio<th>RFC<th>Nombre o razón social<th>Municipio<th>Giros<th>Fecha de alta<th>Vencimiento<th>Situación<tr><td>P-1<td>ZZA010203AB3<td>Papelera Imaginaria, S.A. de C.V.<td>PEAON BLANCO<td>Papelería; Limpieza<td>2024-05-06<td>31-12-2026<td>Vigente</table>",
    ],
    [
      "PDF",
      makePdf([
        [
          ["Folio", "RFC", "Razón social", "Municipio", "Giros", "Alta", "Vigencia", "Estatus"],
          [
            "P-1",
            "ZZA010203AB3",
            "Papelera Imaginaria, S.A. de C.V.",
            "PEAON BLANCO",
            "Papelería; Limpieza",
            "06/05/2024",
            "31/12/2026",
            "Vigente",
          ],
        ].flatMap((texts, line) =>
          texts.map((text, at) => ({
            x: [20, 50, 130, 280, 360, 450, 510, 565][at] ?? 0,
            y: 60 + 20 * line,
            text,
          })),
        ),
      ]),
    ],
  ])("as %s", async (_, bytes) => {
    expect((await read(bytes)).rows).toEqual([{ id, ...known }]);
  });

  it("with names in three columns, and nothing of persons but their names", async () => {
    const { rows, report } = await read(
      [
        "Folio,RFC,CURP,Nombre(s),Primer apellido,Segundo apellido,Razón social,Domicilio,Teléfono,Correo electrónico,Giro,Color",
        "7,ZZZZ800101HD0,ZZZZ800101HDGXXX09,ANA,ZETA,ZARZA,,Calle 5 #10,6181234567,ana@example.org,Limpieza,azul",
        '8,ZZB150630K13,,JUAN,PEREZ,LOPEZ,"OBRAS ZETA, S.A.",Calle 6,,,Obra,rojo',
        ",,,,,,,,,,Nadie,",
      ].join("\n"),
    );
    expect(rows).toEqual([
      {
        id,
        registryNumber: "7",
        name: "ANA ZETA ZARZA",
        personType: "person",
        activities: ["Limpieza"],
      },
      {
        id,
        registryNumber: "8",
        rfc: "ZZB150630K13",
        name: "OBRAS ZETA, S.A.",
        personType: "company",
        activities: ["Obra"],
      },
    ]);
    expect(report.notes).toEqual([
      'the headings are in row 1: "Folio" as folio, "RFC" as rfc, "Nombre(s)" as nombre, "Primer apellido" as primerApellido, "Segundo apellido" as segundoApellido, "Razón social" as razonSocial, "Giro" as giros.',
      'left where they are, since they may be personal: "CURP", "Domicilio", "Teléfono", "Correo electrónico".',
      'nobody knows these columns, and nothing of them is taken: "Color".',
    ]);
    expect(report.notTaken).toEqual([{ row: 4, reason: "there is no name" }]);
    expect(JSON.stringify({ rows, report })).not.toMatch(/800101|618123|example|Calle/);
  });

  it("and its doubts are told, not decided", async () => {
    const { rows, report } = await read(
      [
        "Folio,RFC,Nombre,Municipio,Giro,Vigencia,Estatus",
        "1,ZZA010203AB4,UNA,Torreón,Obra,31/02/2026,Quién sabe",
        "2,XAXX010101000,DOS,Lerdo,#N/D,Indefinida,",
        "3,no lo sé,TRES,,,,",
        "1,ZZA010203AB4,UNA,Torreón,Limpieza,,",
        "1,ZZA010203AB4,UNA,Lerdo,,,",
        ",ZZB150630K13,CUATRO,,,,",
        ",ZZQ991130U9A,CUATRO,,,,",
        "Folio,RFC,Nombre,Municipio,Giro,Vigencia,Estatus",
      ].join("\n"),
    );
    expect(rows.map(({ name, rfc, activities }) => [name, rfc, activities])).toEqual([
      ["UNA", "ZZA010203AB4", ["Obra", "Limpieza"]],
      ["DOS", undefined, []],
      ["TRES", undefined, []],
      ["CUATRO", "ZZB150630K13", []],
      ["CUATRO", "ZZQ991130U9A", []],
    ]);
    expect(new Set(rows.map((row) => row.id)).size).toBe(5);
    expect(report.counts).toEqual({
      "RFC not shaped like one": 1,
      "RFC with a wrong check character": 3,
      "further rows of a supplier, with its activities": 1,
      "generic RFC": 1,
      "municipality not of Durango or not known": 2,
      "status of unknown words": 1,
    });
    const unreadable = {
      column: "vigenciaHasta",
      reason: "it cannot be read, as a date for instance",
    };
    expect(report.notTaken).toEqual([
      { row: 2, ...unreadable },
      { row: 3, column: "Giro", reason: "the spreadsheet shows an error in this cell" },
      { row: 3, ...unreadable },
      {
        row: 6,
        reason:
          "it has the number and name of the row 2 and another municipality; the first row counts",
      },
    ]);
  });

  it.each([
    ["no columns of a registry", "Clave,Importe\n1,2\n", /no sheet has a column of names/],
    ["headings alone", "Folio,Nombre\n", /there is no supplier below the headings/],
  ])("and refused with %s", async (_, text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });
});
