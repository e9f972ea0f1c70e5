import { writeXlsx } from "hucre";
import { describe, expect, it } from "vitest";
import { type Row, usualLimits } from "../../../scraper/sources/tables/sheet.ts";
import { makeWorkbook, openMade, readAll, readCells, zip } from "./make-tables.ts";

const sheetOf = (rows: string, after = "") => [
  { name: "Datos", content: `<sheetData>${rows}</sheetData>${after}` },
];

describe("a workbook is read as a person sees it", () => {
  it("as a library of our own house writes it", async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "Padrón",
          columns: [
            { header: "Razón social", key: "a" },
            { header: "Monto", key: "b" },
            { header: "Alta", key: "c" },
          ],
          data: [{ a: "Ñandú & Cía", b: 1234.5, c: new Date("2026-03-18T11:30:00Z") }],
        },
        { name: "Oculta", hidden: true, rows: [["x"]] },
      ],
    });
    expect(
      (await readAll(bytes)).map(({ name, isHidden, rows }) => ({
        name,
        isHidden,
        cells: rows.map(({ cells }) => cells),
      })),
    ).toEqual([
      {
        name: "Padrón",
        isHidden: false,
        cells: [
          ["Razón social", "Monto", "Alta"],
          ["Ñandú & Cía", 1234.5, { date: "2026-03-18T11:30:00" }],
        ],
      },
      { name: "Oculta", isHidden: true, cells: [["x"]] },
    ]);
  });

  it("with shared and inline strings, rich text, readings, formulas, booleans and errors", async () => {
    const bytes = await makeWorkbook(
      sheetOf(
        `<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c t="inlineStr"><is><r><t>en </t></r><r><t>línea_x000D_</t></r></is></c></row>
         <row><c><f>1+1</f><v>2</v></c><c t="str"><f>A1</f><v>texto</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c><f>SUM(B1)</f></c><c s="0"/><c t="s"><v>9</v></c></row>`,
      ),
      {
        sharedStrings:
          "<si><t>uno &amp; dos</t></si><si><r><t>ri</t></r><r><t>co</t></r><rPh><t>lectura</t></rPh></si>",
      },
    );
    const [sheet] = await readAll(bytes);
    expect(sheet?.rows).toEqual([
      { number: 2, cells: ["uno & dos", undefined, "rico", "en línea"], merged: new Set() },
      {
        number: 3,
        cells: [
          2,
          "texto",
          true,
          { error: "#REF!" },
          { error: "a formula without its result" },
          undefined,
          { error: "a text that the workbook does not hold" },
        ],
        merged: new Set(),
      },
    ]);
  });

  it.each([
    ["1900", "", { date: "2026-03-18" }, { date: "2026-03-18T11:30:00" }],
    ["1904", 'date1904="1"', { date: "2030-03-19" }, { date: "2030-03-19T11:30:00" }],
  ])("with dates as numbers that count from %s", async (_, workbookPr, day, moment) => {
    const bytes = await makeWorkbook(
      sheetOf(
        '<row><c s="1"><v>46099</v></c><c s="2"><v>46099.4791666</v></c><c s="0"><v>46099</v></c><c s="3"><v>46099.5</v></c><c s="2"><v>0.4791666</v></c></row>',
      ),
      {
        workbookPr,
        styles: `<numFmts><numFmt numFmtId="164" formatCode="d &quot;de&quot; mmmm"/><numFmt numFmtId="165" formatCode="#,##0.00 &quot;días&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>`,
      },
    );
    expect(await readCells(bytes)).toEqual([[day, moment, 46099, 46099.5, "11:30"]]);
  });

  it("with merged cells, whose value stands in each of their places", async () => {
    const bytes = await makeWorkbook(
      sheetOf(
        `<row r="1"><c r="A1" t="inlineStr"><is><t>Título</t></is></c></row>
         <row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>10</v></c></row>
         <row r="3"><c r="B3"><v>20</v></c></row>`,
        '<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="A2:A3"/></mergeCells>',
      ),
    );
    const [sheet] = await readAll(bytes);
    expect(sheet?.rows).toEqual([
      { number: 1, cells: ["Título", "Título", "Título"], merged: new Set() },
      { number: 2, cells: [1, 10], merged: new Set() },
      { number: 3, cells: [1, 20], merged: new Set([0]) },
    ]);
  });

  it("with macros, which are not looked at", async () => {
    const bytes = await makeWorkbook(sheetOf("<row><c><v>1</v></c></row>"), {
      parts: { "xl/vbaProject.bin": Buffer.from("\u00d0\u00cf\u0011\u00e0", "latin1") },
    });
    expect(await readCells(bytes)).toEqual([[1]]);
  });

  it("with 100,000 rows, of which it holds a few at a time", async () => {
    const row = '<row><c t="s"><v>0</v></c><c><v>1.5</v></c></row>';
    const bytes = await makeWorkbook(sheetOf(row.repeat(100_000)), {
      sharedStrings: "<si><t>x</t></si>",
    });
    const [sheet] = await openMade(bytes, { ...usualLimits, inflationRatio: 1100 });
    let last: Row | undefined;
    for await (const each of sheet?.rows() ?? []) last = each;
    expect(last).toEqual({ number: 100_000, cells: ["x", 1.5], merged: new Set() });
  });
});

describe("a workbook that cannot be read is refused by name", () => {
  const plain = () => makeWorkbook(sheetOf("<row><c><v>1</v></c></row>"));

  it("where it has a password", async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: "A", rows: [[1]] }],
      encryption: { password: "secreto", spinCount: 1 },
    });
    await expect(readAll(bytes)).rejects.toThrow(
      "tabla: the workbook is protected by a password. Open it, take the password off, save it and import it again.",
    );
  });

  it.each([
    [
      "an .xls",
      Buffer.from("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "latin1"),
      "it is a workbook or document of Office 97 to 2003 (.xls).",
    ],
    [
      "an OpenDocument",
      "PK\u0003\u0004................mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
      "it is an OpenDocument file (.ods).",
    ],
    [
      "an XML Spreadsheet",
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
      "it is an XML Spreadsheet of 2003.",
    ],
    [
      "a picture",
      Buffer.from("\u0089PNG\r\n", "latin1"),
      "it is an archive, a picture or a text document, and no table.",
    ],
    ["bytes that are nothing", Buffer.from([0, 1, 2, 3]), "it is none of XLSX, PDF, HTML, CSV."],
  ])("where it is %s", async (_, bytes, message) => {
    await expect(readAll(bytes)).rejects.toThrow(`tabla: ${message}`);
  });

  it("where it is a zip of something else", async () => {
    await expect(readAll(await zip({ "word/document.xml": "<w/>" }))).rejects.toThrow(
      "tabla: the file is a zip without a workbook (.xlsx) in it.",
    );
  });

  it("where its end is missing", async () => {
    const bytes = await plain();
    await expect(readAll(bytes.subarray(0, bytes.length - 40))).rejects.toThrow(
      /^tabla: the workbook is damaged \(End of central directory/,
    );
  });

  it("where a part is damaged", async () => {
    const bytes = await plain();
    const at = bytes.indexOf("xl/workbook.xml") + 20;
    bytes.fill(0xff, at, at + 20);
    await expect(readAll(bytes)).rejects.toThrow(/^tabla: the workbook is damaged \(/);
  });

  it("where a sheet's part is missing, or ends in its midst", async () => {
    const sheets = sheetOf("");
    await expect(
      readAll(
        await makeWorkbook(sheets, {
          parts: { "xl/worksheets/sheet1.xml": "<worksheet><sheetData><row>" },
        }),
      ),
    ).rejects.toThrow('tabla, sheet "Datos": the workbook is damaged (the sheet does not end).');
  });

  it("where it is a zip bomb", async () => {
    const bytes = await makeWorkbook(sheetOf(" ".repeat(3 * 2 ** 20)));
    await expect(readAll(bytes)).rejects.toThrow(
      "tabla: its part xl/worksheets/sheet1.xml unzips to more than 200 times its packed size, as a zip bomb does.",
    );
  });

  it("where it unzips to more than allowed", async () => {
    await expect(readAll(await plain(), { ...usualLimits, inflatedBytes: 100 })).rejects.toThrow(
      /unzips to more than 100 bytes\. Ask for the table in another file, such as CSV\.$/,
    );
  });
});
