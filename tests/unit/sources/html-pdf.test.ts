import { describe, expect, it } from "vitest";
import { usualLimits } from "../../../scraper/sources/tables/sheet.ts";
import { type MadePage, makePdf, readAll, readCells } from "./make-tables.ts";

describe("a web page's tables are read", () => {
  it("each as a sheet, cells over several rows and columns in each of their places", async () => {
    const page = `<!DOCTYPE html><meta charset="utf-8"><table><tr><td>menú</table>
      <table><tr><th rowspan=2>RFC<th colspan=2>Contacto<tr><th>Nombre<th>Tel<tr><td>ZZA010203AB3<td>Á&amp;B<td></table>`;
    const sheets = await readAll(page);
    expect(sheets.map(({ name, rows }) => [name, rows.map(({ cells }) => cells)])).toEqual([
      ["tabla 1", [["menú"]]],
      [
        "tabla 2",
        [
          ["RFC", "Contacto", "Contacto"],
          ["RFC", "Nombre", "Tel"],
          ["ZZA010203AB3", "Á&B", undefined],
        ],
      ],
    ]);
    expect(sheets[1]?.rows[1]?.merged).toEqual(new Set([0]));
  });

  it("also where a system saved it as .xls in Windows-1252", async () => {
    const page = Buffer.from("<table><tr><td>Ñandú</td><td>1</td></tr></table>", "latin1");
    expect(await readCells(page)).toEqual([["Ñandú", "1"]]);
  });

  it("not where the page is larger than a tree of it may be", async () => {
    await expect(
      readAll("<table><tr><td>1</table>", { ...usualLimits, pageBytes: 10 }),
    ).rejects.toThrow("tabla: the page is larger than 10 bytes.");
  });
});

describe("a table in a PDF is read", () => {
  const columns = [40, 110, 230, 420];
  const line = (y: number, ...texts: string[]): MadePage =>
    texts.flatMap((text, at) => (text === "" ? [] : [{ x: columns[at] ?? 0, y, text }]));

  it("by where its columns stand over all pages, wrapped lines with their row", async () => {
    const first = [
      { x: 200, y: 30, text: "PADRÓN DE PROVEEDORES DEL ESTADO DE DURANGO 2026" },
      ...line(60, "Folio", "RFC", "Nombre o razón social", "Giro"),
      ...line(80, "1", "ZZA010203AB3", "Papelera del Norte, S.A. de C.V.", "Papelería"),
      ...line(100, "2", "ZZB150630K13", "Servicios Integrales", "Limpieza"),
      ...line(110, "", "", "de la Laguna, S. de R.L.", ""),
    ];
    const second = [
      ...line(60, "3", "", "Obras Zeta", "Construcción (obra)"),
      ...line(80, "14", "ZÑC200229QA0", "Ñandú", ""),
    ];
    expect(await readCells(makePdf([first, second]))).toEqual([
      [undefined, undefined, "PADRÓN DE PROVEEDORES DEL ESTADO DE DURANGO 2026", undefined],
      ["Folio", "RFC", "Nombre o razón social", "Giro"],
      ["1", "ZZA010203AB3", "Papelera del Norte, S.A. de C.V.", "Papelería"],
      ["2", "ZZB150630K13", "Servicios Integrales de la Laguna, S. de R.L.", "Limpieza"],
      ["3", undefined, "Obras Zeta", "Construcción (obra)"],
      ["14", "ZÑC200229QA0", "Ñandú", undefined],
    ]);
  });

  it("not where a page is a picture: it is refused by name", async () => {
    await expect(readAll(makePdf([line(60, "Folio", "RFC"), "picture"]))).rejects.toThrow(
      "tabla: the PDF holds pictures of pages and no text, as scanners make them (page 2).",
    );
  });

  it("not where it holds nothing, or is cut off", async () => {
    await expect(readAll(makePdf([[]]))).rejects.toThrow("tabla: the PDF holds no text.");
    await expect(readAll("%PDF-1.4\n1 0 obj\n")).rejects.toThrow(/^tabla: the PDF is damaged \(/);
  });
});
