import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import Database from "libsql";
import readWorkbook from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { parquetFiles } from "../../../scraper/publish/parquet/parquet-files.ts";
import { feedDatabase } from "../../../scraper/publish/sqlite/feed-database.ts";
import { tendersCsv } from "../../../scraper/publish/tenders-csv.ts";
import { tendersXlsx } from "../../../scraper/publish/xlsx/tenders-xlsx.ts";
import { procedimientos } from "../mapping/arbitrary.ts";
import { illegalXml } from "./check-xml.ts";
import { makeHistory, type Told, tellStore, tryFormat } from "./try-format.ts";

/** What a table says of each procedure: title, unit, opening and how many attachments. Missing is null. */
type Table = Map<unknown, unknown[]>;

async function readCsv(file: string): Promise<Table> {
  const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true, bom: true });
  return new Map(
    rows.map((row) => [
      row.OCID,
      [
        row.Descripción || null,
        row["Unidad compradora"] || null,
        row["Apertura de proposiciones"] || null,
        Number(row.Anexos),
      ],
    ]),
  );
}

async function readXlsx(file: string): Promise<Table> {
  const [sheet] = await readWorkbook(file, { trim: false });
  const [headings = [], ...rows] = sheet?.data ?? [];
  const columns = ["Descripción", "Unidad compradora", "Apertura de proposiciones", "Anexos"];
  return new Map(
    rows.map((row) => [
      row[headings.indexOf("OCID")],
      columns.map((column) => {
        const cell = row[headings.indexOf(column)];
        // A share of a day is no whole number of milliseconds.
        return cell instanceof Date ? new Date(Math.round(cell.getTime() / 1000) * 1000) : cell;
      }),
    ]),
  );
}

async function readParquet(file: string): Promise<Table> {
  const rows = await parquetReadObjects({ file: await asyncBufferFromFile(file) });
  return new Map(
    rows.map((row) => [
      row.ocid,
      [row.tender_title, row.buyer_name, row.bid_opening_date, row.number_of_documents],
    ]),
  );
}

async function readSqlite(file: string): Promise<Table> {
  const db = new Database(file);
  expect(db.prepare("PRAGMA foreign_key_check").all()).toEqual([]);
  const rows = db
    .prepare("SELECT ocid, descripcion, unidad, apertura, anexos FROM procedimientos")
    .raw()
    .all() as unknown[][];
  db.close();
  return new Map(rows.map(([ocid, ...saying]) => [ocid, saying]));
}

/** What a table should say that writes texts and dates so. */
function truthOf(
  { processes }: Told,
  writeText: (text: string) => string,
  writeDate: (instant: string) => unknown,
): Table {
  const text = (value: string | undefined) => (value && writeText(value)) || null;
  return new Map(
    processes.map(({ row, record }) => [
      row.ocid,
      [
        text(row.title),
        text(row.buyerName),
        row.opensAt === undefined ? null : writeDate(row.opensAt),
        record.anexos.length,
      ],
    ]),
  );
}

/** `2026-03-18T11:30:15-06:00` → `2026-03-18 11:30:15`, or the day alone where the hour is not known. */
const local = (instant: string) => instant.slice(0, 19).replace("T00:00:00", "").replace("T", " ");

describe("the tables of the feed", () => {
  it("say the same of any procedures", async () => {
    const records = fc.uniqueArray(procedimientos, {
      minLength: 1,
      maxLength: 6,
      selector: ({ id }) => id,
    });
    const ends: (() => void)[] = [];
    const atEnd = (end: () => void) => ends.unshift(end);
    await fc.assert(
      fc
        .asyncProperty(records, async (list) => {
          const history = makeHistory(atEnd);
          for (const record of list) history.read(1, record);
          const told = tellStore(history.store);
          const write = async (format: Parameters<typeof tryFormat>[1], name: string) =>
            (await tryFormat(told, format, atEnd)).pathOf(name);

          expect(await readCsv(await write(tendersCsv, "licitaciones.csv"))).toEqual(
            truthOf(
              told,
              (text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text),
              (instant) => local(instant).slice(0, 16),
            ),
          );
          expect(await readXlsx(await write(tendersXlsx, "licitaciones.xlsx"))).toEqual(
            truthOf(
              told,
              (text) => text.replace(illegalXml, "").replace(/\r\n?/g, "\n"),
              (instant) => new Date(`${instant.slice(0, 19)}Z`),
            ),
          );
          expect(await readParquet(await write(parquetFiles, "licitaciones.parquet"))).toEqual(
            truthOf(
              told,
              (text) => text,
              (instant) => new Date(instant),
            ),
          );
          expect(await readSqlite(await write(feedDatabase, "compras.sqlite"))).toEqual(
            truthOf(told, (text) => text.replaceAll("\0", ""), local),
          );
        })
        .afterEach(() => {
          for (const end of ends.splice(0)) end();
        }),
      { numRuns: 8 },
    );
  }, 60_000);
});
