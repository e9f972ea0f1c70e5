import { describe, expect, it } from "vitest";
import { coverage } from "../../../scraper/publish/coverage.ts";
import { FeedCoverage } from "../../../shared/feed/coverage.ts";
import type { Procedimiento } from "../../../shared/portal/records.ts";
import { bareRecord, wholeRecord } from "../mapping/make-record.ts";
import { readFeedText } from "../scraper/read-feed.ts";
import { type History, makeHistory, tellStore, tryFormat } from "./try-format.ts";

async function coverageOf(history: History) {
  const { folder } = await tryFormat(tellStore(history.store), coverage);
  const text = readFeedText(folder, "cobertura.json");
  return { text, found: FeedCoverage.parse(JSON.parse(text)) };
}

const record = (id: number, fields: Partial<Procedimiento> = {}): Procedimiento => ({
  ...wholeRecord,
  id: String(id),
  ...fields,
});
const health = { codigo: "002", nombre: "SERVICIOS DE SALUD" };

describe("cobertura.json", () => {
  it("tells for each unit and year, and in all, how many procedures have each field", async () => {
    const history = makeHistory();
    history.read(2, record(1));
    history.read(2, record(2, { anexos: [], fechaFallo: undefined }));
    history.read(2, record(3, { unidadCompradora: health, materia: undefined }));
    history.read(
      2,
      record(4, { unidadCompradora: health, fechaPublicacion: "2025-12-31T23:00:00-06:00" }),
    );
    history.read(2, bareRecord);
    const { found } = await coverageOf(history);
    const { total, groups } = found;
    expect(found.fields.map(({ id }) => id)).toEqual(Object.keys(total.fields));
    expect(total).toMatchObject({
      procedures: 5,
      withdrawn: 0,
      fields: {
        title: { count: 4, share: 0.8 },
        number: { count: 4, share: 0.8 },
        category: { count: 3, share: 0.6 },
        awardAt: { count: 3, share: 0.6 },
        documents: { count: 3, share: 0.6 },
        documentsRead: { count: 0, share: 0 },
      },
    });
    expect(groups.map(({ buyerName, year, procedures }) => [buyerName, year, procedures])).toEqual([
      ["SECRETARÍA DE EDUCACIÓN", "2026", 2],
      ["SERVICIOS DE SALUD", "2025", 1],
      ["SERVICIOS DE SALUD", "2026", 1],
      [undefined, undefined, 1],
    ]);
    expect(groups[0]?.fields.awardAt).toEqual({ count: 1, share: 0.5 });
    expect(groups[2]?.fields.category).toEqual({ count: 0, share: 0 });
  });

  it("counts what has vanished from the portal apart, and gives no share of nothing", async () => {
    const history = makeHistory();
    history.read(2, record(1));
    history.read(2, record(2, { unidadCompradora: health }));
    history.withdraw(3, "2");
    const { found } = await coverageOf(history);
    expect(found.total).toMatchObject({ procedures: 1, withdrawn: 1 });
    expect(found.total.fields.title).toEqual({ count: 1, share: 1 });
    const [, gone] = found.groups;
    expect(gone).toMatchObject({ buyerName: "SERVICIOS DE SALUD", procedures: 0, withdrawn: 1 });
    expect(gone?.fields.title).toEqual({ count: 0 });
  });

  it("counts an attachment as read where a file of it is known", async () => {
    const history = makeHistory();
    const file = {
      retrievedAt: new Date("2026-03-02T18:00:00Z"),
      sha256: "a".repeat(64),
      bytes: 9,
    };
    history.read(2, record(1), new Map([["37516", file]]));
    history.read(2, record(2));
    const { found } = await coverageOf(history);
    expect(found.total.fields.documentsRead).toEqual({ count: 1, share: 0.5 });
  });

  it("keeps the line of a group whose procedures did not change", async () => {
    const history = makeHistory();
    history.read(2, record(1));
    const before = await coverageOf(history);
    history.read(3, record(2, { unidadCompradora: health }));
    const after = await coverageOf(history);
    const lineOf = ({ text }: typeof before) =>
      text
        .split("\n")
        .find((line) => line.includes("EDUCACIÓN"))
        ?.replace(/,$/, "");
    expect(lineOf(before)).toBeDefined();
    expect(lineOf(after)).toBe(lineOf(before));
  });
});
