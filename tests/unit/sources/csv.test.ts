import { describe, expect, it } from "vitest";
import { usualLimits } from "../../../scraper/sources/tables/sheet.ts";
import { readAll, readCells } from "./make-tables.ts";

const rows = [
  ["Folio", "Razón social", "Giros"],
  ["1", "ÑANDÚ, S.A. DE C.V.", "Papelería; limpieza"],
];
const write = (separator: string) =>
  rows.map((row) => row.map((cell) => `"${cell}"`).join(separator)).join("\r\n");

describe("a CSV is read in whatever way it was saved", () => {
  it.each([[","], [";"], ["\t"], ["|"]])("separated by %j", async (separator) => {
    expect(await readCells(write(separator))).toEqual(rows);
  });

  it.each([
    ["UTF-8", Buffer.from(write(";"))],
    ["UTF-8 with a byte-order mark", Buffer.from(`\uFEFF${write(";")}`)],
    ["UTF-16 LE with a mark", Buffer.from(`\uFEFF${write("\t")}`, "utf16le")],
    ["UTF-16 LE without", Buffer.from(write("\t"), "utf16le")],
    ["UTF-16 BE with a mark", Buffer.from(`\uFEFF${write("\t")}`, "utf16le").swap16()],
    ["UTF-16 BE without", Buffer.from(write("\t"), "utf16le").swap16()],
    ["Windows-1252", Buffer.from(write(","), "latin1")],
  ])("in %s", async (_, bytes) => {
    expect(await readCells(bytes)).toEqual(rows);
  });

  it("with titles above the table, which do not decide on the separator", async () => {
    const text = "Padrón de proveedores, contratistas, y otros\n\nA;B\n1,5;2\n3,5;4\n";
    expect(await readAll(text)).toEqual([
      {
        name: "",
        isHidden: false,
        rows: [
          [1, ["Padrón de proveedores, contratistas, y otros"]],
          [3, ["A", "B"]],
          [4, ["1,5", "2"]],
          [5, ["3,5", "4"]],
        ].map(([number, cells]) => ({ number, cells, merged: new Set() })),
      },
    ]);
  });

  it("with the separator in its first line", async () => {
    expect(await readCells("sep=|\r\na,b|c,d\r\n")).toEqual([["a,b", "c,d"]]);
  });

  it("with line breaks and quotation marks in its cells", async () => {
    const text = 'a,b\n"una\nlínea ""más""",2\n5" de tubo,3\n';
    expect(await readCells(text)).toEqual([
      ["a", "b"],
      ['una\nlínea "más"', "2"],
      ['5" de tubo', "3"],
    ]);
  });

  it("with what Excel shows for a formula that failed", async () => {
    expect(await readCells("a,b\n#N/D,#¡REF!\n")).toEqual([
      ["a", "b"],
      [{ error: "#N/D" }, { error: "#¡REF!" }],
    ]);
  });
});

describe("a CSV that cannot be read is refused by name", () => {
  it("where a quotation mark is never closed", async () => {
    await expect(readAll('a,b\n1,2\n"3,4\n5,6\n')).rejects.toThrow(
      "tabla, row 3: a quotation mark is opened and never closed. Mend that line and import the file again.",
    );
  });

  it("where it has more rows than allowed", async () => {
    await expect(readAll("a,b\n1,2\n3,4\n", { ...usualLimits, rows: 2 })).rejects.toThrow(
      "tabla, row 3: more than 2 rows. Split the file and import its parts.",
    );
  });

  it("where it has more columns than allowed", async () => {
    await expect(readAll("a,b\n1,2,3\n", { ...usualLimits, columns: 2 })).rejects.toThrow(
      "tabla, row 2: more than 2 columns. Take out those that hold nothing.",
    );
  });

  it("where it is empty", async () => {
    await expect(readAll("")).rejects.toThrow("tabla: the file is empty.");
  });
});
