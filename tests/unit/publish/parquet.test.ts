import { readFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import {
  openParquetFile,
  type ParquetColumn,
} from "../../../scraper/publish/parquet/parquet-file.ts";
import { parquetFiles } from "../../../scraper/publish/parquet/parquet-files.ts";
import { dirtyTexts, makeDirtyHistory } from "./dirty-history.ts";
import { type Told, tellStore, tryFormat } from "./try-format.ts";

const readRows = async (file: string) =>
  parquetReadObjects({ file: await asyncBufferFromFile(file) });

async function ask(sql: string): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(sql)).getRowsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

describe("licitaciones.parquet and documentos.parquet", () => {
  let told: Told;
  let tenders: string;
  let documents: string;
  beforeAll(async () => {
    told = tellStore(makeDirtyHistory(afterAll).store);
    const { pathOf } = await tryFormat(told, parquetFiles, afterAll);
    tenders = pathOf("licitaciones.parquet");
    documents = pathOf("documentos.parquet");
  });

  it("hold a row a procedure, typed, with null where the portal says nothing", async () => {
    const rows = await readRows(tenders);
    const [process] = told.processes.filter(({ row }) => row.id === "1234");
    expect(rows).toHaveLength(told.processes.length);
    expect(rows.find(({ portal_id }) => portal_id === "1234")).toEqual({
      ocid: "ocds-prueba-1234",
      portal_id: "1234",
      portal_url: process?.row.url,
      tender_number: "LP/E/SEED/007/2025",
      tender_title: "ADQUISICIÓN DE UNIFORMES ESCOLARES",
      buyer_id: "MX-DUR-UC-014",
      buyer_code: "014",
      buyer_name: "SECRETARÍA DE EDUCACIÓN",
      tender_procurement_method: "open",
      tender_procurement_method_details: "Licitación Pública Nacional",
      tender_main_procurement_category: "goods",
      tender_category_details: "Adquisición",
      tender_status: "active",
      portal_status: "Publicada",
      tender_period_start_date: new Date("2026-03-02T09:00:00-06:00"),
      enquiry_period_end_date: new Date("2026-03-10T10:00:00-06:00"),
      bid_opening_date: new Date("2026-03-20T12:00:00-06:00"),
      award_period_end_date: new Date("2026-03-25T13:00:00-06:00"),
      number_of_documents: 1,
      number_of_releases: 2,
      first_release_date: new Date("2026-03-01T12:00:00-06:00"),
      date: new Date("2026-03-04T12:00:00-06:00"),
      withdrawn_date: null,
      release_permalink: process?.evidence.releases.at(-1)?.permalink,
      release_sha256: process?.evidence.releases.at(-1)?.sha256,
    });
    const bare = rows.find(({ portal_id }) => portal_id === "77") ?? {};
    expect(Object.keys(bare).filter((name) => bare[name] !== null)).toEqual([
      "ocid",
      "portal_id",
      "portal_url",
      "number_of_documents",
      "number_of_releases",
      "first_release_date",
      "date",
      "release_permalink",
      "release_sha256",
    ]);
  });

  it("are read by DuckDB with the same types and values", async () => {
    expect(
      await ask(
        `SELECT DISTINCT column_type FROM (DESCRIBE SELECT * FROM '${tenders}') ORDER BY 1`,
      ),
    ).toEqual([["INTEGER"], ["TIMESTAMP WITH TIME ZONE"], ["VARCHAR"]]);
    expect(
      await ask(
        `SELECT portal_id, bid_opening_date AT TIME ZONE 'America/Monterrey', withdrawn_date IS NULL
         FROM '${tenders}' WHERE portal_id IN ('77', '1234', '3001') ORDER BY portal_id`,
      ),
    ).toEqual([
      ["1234", "2026-03-20 12:00:00", true],
      ["3001", "2026-03-18 11:30:00", false],
      ["77", null, true],
    ]);
    expect(
      await ask(
        `SELECT d.id, d.document_type, d.format, d.size_bytes, d.sha256, d.first_read_date AT TIME ZONE 'UTC',
           d.withdrawn_date IS NULL
         FROM '${documents}' d JOIN '${tenders}' t USING (ocid) WHERE t.portal_id = '1234' ORDER BY d.id`,
      ),
    ).toEqual([
      [
        "anexo-1",
        "biddingDocuments",
        "application/pdf",
        "123456",
        "ab".repeat(32),
        "2026-03-01 18:00:00",
        true,
      ],
      ["anexo-2", "biddingDocuments", null, null, null, null, false],
    ]);
  });

  it("keep every text as it is", async () => {
    const texts = Object.values(dirtyTexts);
    const ids = texts.map((_, index) => String(2000 + index));
    const byLibrary = new Map(
      (await readRows(tenders)).map(({ portal_id, tender_title }) => [portal_id, tender_title]),
    );
    const byDuckDb = new Map(
      (await ask(`SELECT portal_id, tender_title FROM '${tenders}'`)).map(([id, title]) => [
        id,
        title,
      ]),
    );
    expect(ids.map((id) => byLibrary.get(id))).toEqual(texts);
    expect(ids.map((id) => byDuckDb.get(id))).toEqual(texts);
  });

  it("say of themselves what they are and what their columns mean", async () => {
    const { key_value_metadata, schema } = await parquetMetadataAsync(
      await asyncBufferFromFile(tenders),
    );
    const about = Object.fromEntries(
      (key_value_metadata ?? []).map(({ key, value }) => [key, value]),
    );
    expect(about).toMatchObject({ aviso: "Publicación de prueba." });
    const meanings: Record<string, string> = JSON.parse(about.columnas ?? "{}");
    expect(Object.keys(meanings)).toEqual(schema.slice(1).map(({ name }) => name));
  });

  it("give the same bytes at another time of day", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2031-01-02T03:04:05Z") });
    const again = await tryFormat(told, parquetFiles).finally(() => vi.useRealTimers());
    for (const file of ["licitaciones.parquet", "documentos.parquet"]) {
      const before = file === "licitaciones.parquet" ? tenders : documents;
      expect(readFileSync(again.pathOf(file)).equals(readFileSync(before))).toBe(true);
    }
  });

  it("are files that can be read also where there is no row", async () => {
    const { pathOf } = await tryFormat(
      { releases: [], processes: [], suppliers: [], supplierChanges: [] },
      parquetFiles,
    );
    expect(await readRows(pathOf("documentos.parquet"))).toEqual([]);
    expect(await ask(`SELECT count(*) FROM '${pathOf("documentos.parquet")}'`)).toEqual([["0"]]);
  });
});

describe("a Parquet file", () => {
  it("is written in groups of rows, none of which is lost", async () => {
    const columns: ParquetColumn<number>[] = [
      { name: "n", meaning: "", count: (n) => n },
      { name: "t", meaning: "", text: (n) => (n % 3 === 0 ? undefined : `texto ${n % 100}`) },
    ];
    const { pathOf } = await tryFormat(
      { releases: [], processes: [], suppliers: [], supplierChanges: [] },
      ({ draft }) => ({
        finish: async () => {
          const file = await openParquetFile(draft, { path: "x.parquet", title: "x" }, columns, {});
          for (let n = 0; n < 5_000; n += 1) await file.addRow(n);
          await file.close();
        },
      }),
    );
    const { row_groups } = await parquetMetadataAsync(
      await asyncBufferFromFile(pathOf("x.parquet")),
    );
    expect(row_groups.map(({ num_rows }) => num_rows)).toEqual([2_000n, 2_000n, 1_000n]);
    expect(
      await ask(`SELECT count(*), sum(n), count(t), max(t) FROM '${pathOf("x.parquet")}'`),
    ).toEqual([["5000", "12497500", "3333", "texto 99"]]);
  });
});
