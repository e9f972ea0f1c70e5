import fc from "fast-check";
import { unzipSync } from "fflate";
import readWorkbook from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { openWorkbook } from "../../../scraper/publish/xlsx/workbook.ts";
import { openZip } from "../../../scraper/publish/xlsx/zip.ts";
import { packBytes } from "../../../scraper/publish/xlsx/zip-part.ts";
import type { Column } from "../../../shared/tables/column.ts";
import { cellText } from "../../../shared/tables/xlsx/cell-text.ts";
import { findXmlFault, illegalXml } from "./check-xml.ts";
import { tryFormat } from "./try-format.ts";

const unzip = (zip: Uint8Array) => new Map(Object.entries(unzipSync(zip)));

describe("a workbook", () => {
  const columns: Column<number>[] = [
    { heading: "N", meaning: "", width: 5, count: (n) => n },
    { heading: "T", meaning: "", width: 5, text: (n) => `fila ${n}` },
  ];

  it("goes on in a further sheet where one is full, and cuts nothing", async () => {
    const { pathOf } = await tryFormat(
      { releases: [], processes: [], suppliers: [], supplierChanges: [] },
      ({ draft }) => {
        const workbook = openWorkbook(draft, { path: "x.xlsx", title: "x" }, 4);
        return {
          finish: async () => {
            const many = await workbook.addSheet("Muchas", columns);
            const few = await workbook.addSheet("Pocas", columns);
            for (let n = 1; n <= 7; n += 1) await many.addRow(n);
            await few.addRow(1);
            await workbook.close({ name: "Fin" }, new Date(0));
          },
        };
      },
    );
    const sheets = await readWorkbook(pathOf("x.xlsx"));
    expect(sheets.map(({ sheet, data }) => [sheet, data.map(([n]) => n)])).toEqual([
      ["Muchas", ["N", 1, 2, 3]],
      ["Muchas 2", ["N", 4, 5, 6]],
      ["Muchas 3", ["N", 7]],
      ["Pocas", ["N", 1]],
      ["Fin", []],
    ]);
  });

  it("writes any text as XML from which Excel reads it again, but for what XML has no place for", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const xml = cellText(text);
        expect(findXmlFault(`<t>${xml}</t>`)).toBeUndefined();
        const read = xml
          .replaceAll("&lt;", "<")
          .replaceAll("&gt;", ">")
          .replaceAll("&amp;", "&")
          .replace(/_x([0-9a-f]{4})_/gi, (_, code) =>
            String.fromCharCode(Number.parseInt(code, 16)),
          );
        expect(read).toBe(text.replace(illegalXml, "").replace(/\r\n?/g, "\n"));
      }),
    );
  });

  it("cuts no pair of surrogates in two, and keeps to the limit", () => {
    for (const start of ["", "x"]) {
      const text = cellText(start + "😀".repeat(20_000));
      expect(text.length).toBeLessThanOrEqual(32_767);
      expect(text).toMatch(/^x?(😀)+ \[…\] \(texto cortado/u);
    }
  });
});

describe("a ZIP file", () => {
  it("gives back what was put in", async () => {
    const parts = fc.uniqueArray(
      fc.tuple(fc.string({ minLength: 1, maxLength: 20, unit: "grapheme" }), fc.uint8Array()),
      { selector: ([name]) => name, maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(parts, async (list) => {
        const chunks: Uint8Array[] = [];
        const zip = openZip({
          write: async (chunk) => {
            chunks.push(Buffer.from(chunk));
          },
          close: () => Promise.reject(new Error("not closed here")),
        });
        for (const [name, content] of list) await zip.add(name, packBytes(content));
        await zip.finish();
        expect(
          [...unzip(Buffer.concat(chunks))].map(([name, content]) => [name, [...content]]),
        ).toEqual(list.map(([name, content]) => [name, [...content]]));
      }),
      { numRuns: 50 },
    );
  });

  it("refuses to grow beyond what its numbers can say", async () => {
    const zip = openZip({ write: async () => undefined, close: () => Promise.reject(new Error()) });
    const huge = { ...packBytes(Buffer.from("x")), size: 2 ** 32 };
    await expect(zip.add("x", huge)).rejects.toThrow(RangeError);
  });
});
