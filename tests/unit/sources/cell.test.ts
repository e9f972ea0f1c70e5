import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type Cell, cellText, isErrorCell } from "../../../scraper/sources/tables/cell.ts";
import { readSourceFile } from "../../../scraper/sources/tables/open-tables.ts";
import { usualLimits } from "../../../scraper/sources/tables/sheet.ts";

it("spells a cell as one would type it, and an error as nothing", () => {
  const cells: [Cell, string, boolean][] = [
    [undefined, "", false],
    ["texto", "texto", false],
    [0, "0", false],
    [1234.5, "1234.5", false],
    [true, "Sí", false],
    [{ date: "2026-03-18" }, "2026-03-18", false],
    [{ date: "2026-03-18T11:30:00" }, "2026-03-18 11:30:00", false],
    [{ error: "#N/A" }, "", true],
  ];
  expect(cells.map(([cell]) => [cell, cellText(cell), isErrorCell(cell)])).toEqual(cells);
});

it("takes a file of the disk whole, and refuses one that is too large or not there", async () => {
  const folder = mkdtempSync(join(tmpdir(), "compras-tables-"));
  const path = join(folder, "padron.csv");
  try {
    writeFileSync(path, "a,b\n");
    const file = await readSourceFile(path);
    expect({ name: file.name, text: Buffer.from(file.bytes).toString() }).toEqual({
      name: path,
      text: "a,b\n",
    });
    await expect(readSourceFile(path, { ...usualLimits, bytes: 3 })).rejects.toThrow(
      `${path}: the file is larger than 3 bytes. Split it and import its parts.`,
    );
    await expect(readSourceFile(join(folder, "otro.csv"))).rejects.toThrow(/otro\.csv: ENOENT/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
