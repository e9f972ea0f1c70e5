import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import readWorkbook from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Corpus } from "../../../extension/corpus/corpus.ts";
import { filePieces } from "../../../extension/corpus/file-pieces.ts";
import { printSelection, select, writeSelection } from "../../../extension/corpus/take-along.ts";
import type { TakeQuestion } from "../../../extension/take-messages.ts";
import type { TenderRow } from "../../../shared/feed/tender-row.ts";
import { unpublishedPrefix } from "../../../shared/feed/unpublished.ts";
import { emptyFilter } from "../../../shared/search/filter.ts";
import { buildSearchIndex } from "../../../shared/search/search-index.ts";
import { standardSynonyms } from "../../../shared/search/standard-synonyms.ts";
import { handOver } from "./hand-over.ts";

const url = (id: string) => `https://comprasestatal.durango.gob.mx/consulta/Procedimiento/${id}`;
const row = (id: string, fields: Partial<TenderRow>): TenderRow => ({
  id,
  ocid: `ocds-prueba-${id}`,
  url: url(id),
  ...fields,
});
const rows: TenderRow[] = [
  row("3", {
    number: "LP-003",
    title: '=HYPERLINK("http://malo.example","papelería")',
    buyerId: "b1",
    buyerName: "Secretaría de Educación",
    method: "open",
    methodText: "Licitación Pública",
    category: "goods",
    publishedAt: "2026-03-02T09:00:00-06:00",
    opensAt: "2026-03-20T12:00:00-06:00",
    status: "active",
    statusText: "Vigente",
  }),
  row("2", {
    title: "Papelería; «tóner», 2ª vuelta\n",
    publishedAt: "2026-03-01T00:00:00-06:00",
    withdrawnAt: "2026-03-05T08:00:00-06:00",
  }),
  row("1", { ocid: `${unpublishedPrefix}-1`, title: "Uniformes" }),
];
const corpusOf = (all: TenderRow[]): Corpus => ({
  index: buildSearchIndex(all),
  ids: all.map(({ id }) => id),
  rowOfId: new Map(all.map(({ id }, number) => [id, number])),
  buyerNames: new Map([["b1", "Secretaría de Educación"]]),
  suppliers: [],
  seenTenders: 1,
  isOfFeed: (id) => id !== "1",
  state: {
    key: "feed",
    url: "https://example.org/feed/",
    askedAt: 0,
    manifest: {
      schemaVersion: 1,
      portal: "durango",
      readAt: "2026-03-10T06:00:00-06:00",
      path: "index-0123456789abcdef.json.gz",
      sha256: "0".repeat(64),
      bytes: 1,
      tenders: 2,
      suppliers: 0,
      notice: "Datos de práctica, inventados.",
      license: "https://creativecommons.org/licenses/by/4.0/",
    },
  },
});

/** What comes of a question over a port of the browser's, and its pieces. */
async function take(corpus: Corpus, question: TakeQuestion) {
  const cut = (asked: unknown) =>
    filePieces(asked, async (parsed) =>
      writeSelection(select(corpus, parsed, standardSynonyms, undefined), parsed),
    );
  const pieces = await handOver(cut, question, (piece) => "file" in piece);
  const content = pieces.map((piece) =>
    "text" in piece
      ? Buffer.from(piece.text)
      : Buffer.from("base64" in piece ? piece.base64 : "", "base64"),
  );
  const last = pieces.at(-1);
  if (last === undefined || !("file" in last)) throw new Error("No file came.");
  return { ...last.file, content: Buffer.concat(content), pieces };
}

beforeAll(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-11T04:00:00Z") });
});
afterAll(() => void vi.useRealTimers());

describe("rows that are taken along", () => {
  const corpus = corpusOf(rows);
  const filter = { ...emptyFilter, text: "papelería", buyers: ["b1"] };
  const all = { filter: emptyFilter };

  it("are a CSV whose first line is its header and whose last columns say where it comes from", async () => {
    const { name, count, content } = await take(corpus, { filter, format: "csv" });
    expect([name, count]).toEqual(["licitaciones-2026-03-10-1.csv", 1]);
    expect(content.subarray(0, 6).toString()).toBe("\uFEFFOCI");
    expect(parse(content, { bom: true, columns: true })).toEqual([
      {
        OCID: "ocds-prueba-3",
        "Id del portal": "3",
        "Número de procedimiento": "LP-003",
        Descripción: `'=HYPERLINK("http://malo.example","papelería")`,
        "Unidad compradora": "Secretaría de Educación",
        Modalidad: "Licitación Pública",
        "Método OCDS": "Abierta",
        "Categoría OCDS": "Bienes",
        Publicación: "2026-03-02 09:00",
        "Junta de aclaraciones": "",
        "Apertura de proposiciones": "2026-03-20 12:00",
        Fallo: "",
        "Estatus en el portal": "Vigente",
        "Estado OCDS": "En curso",
        "Página en el portal": url("3"),
        "Retirada del portal": "",
        "Abierta o cerrada": "Abierta",
        Fuente: "https://example.org/feed/",
        Filtro: "Texto: papelería; Dependencia: Secretaría de Educación",
        "Filas del archivo": "1",
        "Archivo hecho el": "2026-03-10 22:00",
        "Datos al": "2026-03-10 06:00",
        Licencia: "https://creativecommons.org/licenses/by/4.0/",
        Aviso: "Datos de práctica, inventados.",
      },
    ]);
  });

  it("are a workbook of real dates and of no formula, with a sheet that says where it comes from", async () => {
    const { content } = await take(corpus, { ...all, format: "xlsx" });
    const [sheet, about] = await readWorkbook(content, { trim: false });
    const [headings = [], ...cells] = sheet?.data ?? [];
    const [first, second, third] = cells.map((line) =>
      Object.fromEntries(headings.map((heading, at) => [String(heading), line[at]])),
    );
    expect(first).toMatchObject({
      Descripción: '=HYPERLINK("http://malo.example","papelería")',
      Publicación: new Date("2026-03-02T09:00:00Z"),
      "Abierta o cerrada": "Abierta",
    });
    expect(second).toMatchObject({
      Descripción: "Papelería; «tóner», 2ª vuelta\n",
      "Abierta o cerrada": "Ya no está en el portal",
    });
    expect(third).toMatchObject({
      OCID: null,
      Fuente: "Página del portal, abierta en este navegador",
    });
    expect(about?.sheet).toBe("Acerca de");
    expect(about?.data).toEqual(
      expect.arrayContaining([
        ["Aviso", "Datos de práctica, inventados."],
        ["Filtro", "Sin filtro: todo lo que se conoce"],
        ["Filas", "3"],
        ["Hecho el", "2026-03-10 22:00"],
        ["Datos al", "2026-03-10 06:00"],
        ["Fuente", "https://example.org/feed/"],
        ["Licencia", "https://creativecommons.org/licenses/by/4.0/"],
      ]),
    );
    const parts = Object.values(unzipSync(content)).map((part) => strFromU8(part));
    expect(parts.filter((part) => /<f[ >]/.test(part))).toEqual([]);
  });

  it("are JSON with what was looked for, in words too", async () => {
    const { content } = await take(corpus, { filter, format: "json" });
    expect(JSON.parse(content.toString())).toEqual({
      about: {
        query: "texto=papeler%C3%ADa&dependencia=b1",
        filter: "Texto: papelería; Dependencia: Secretaría de Educación",
        count: 1,
        madeAt: "2026-03-10T22:00:00-06:00",
        feed: "https://example.org/feed/",
        readAt: "2026-03-10T06:00:00-06:00",
        license: "https://creativecommons.org/licenses/by/4.0/",
        notice: "Datos de práctica, inventados.",
      },
      rows: [rows[0]],
    });
  });

  it("may be picked by hand, whatever the filter: one that is not known any more is told", async () => {
    const picked = ["1", "2", "1", "4711"];
    const question: TakeQuestion = { filter, picked, format: "json" };
    const { name, missing, content } = await take(corpus, question);
    expect([name, missing]).toEqual(["licitaciones-elegidas-2026-03-10-2.json", 1]);
    const { ocid: _, ...unpublished } = rows[2] as TenderRow; // It has three.
    expect(JSON.parse(content.toString())).toMatchObject({
      about: { filter: "Elegidas a mano", count: 2 },
      rows: [rows[1], unpublished],
    });
    expect(JSON.parse(content.toString()).rows[1]).not.toHaveProperty("ocid");
  });
});

it("says over the port why there is no file", async () => {
  const wrong = { filter: emptyFilter, format: "exe" } as unknown as TakeQuestion;
  await expect(take(corpusOf(rows), wrong)).rejects.toThrow(/error.*format/s);
});

it("hands 100,000 rows out in messages that no browser refuses, and prints none of so many", async () => {
  const many = Array.from({ length: 100_000 }, (_, number) =>
    row(String(number), { title: "PAPELERÍA" }),
  );
  const corpus = corpusOf(many);
  const question: TakeQuestion = { filter: emptyFilter, format: "xlsx" };
  const { count, content, pieces } = await take(corpus, question);
  expect(count).toBe(100_000);
  expect(pieces.length).toBeGreaterThan(2);
  for (const piece of pieces) {
    expect(JSON.stringify(piece).length).toBeLessThan(4 * 1024 * 1024);
  }
  const sheet = strFromU8(unzipSync(content)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  expect(sheet.endsWith("</worksheet>")).toBe(true);
  expect(sheet.match(/<row /g)).toHaveLength(100_001);

  const text = await take(corpus, { filter: emptyFilter, format: "csv" });
  expect(Math.max(...text.pieces.map((piece) => JSON.stringify(piece).length))).toBeLessThan(
    4 * 1024 * 1024,
  );
  const lines = text.content.toString().trimEnd().split("\r\n");
  expect(lines).toHaveLength(100_001);
  const printed = printSelection(select(corpus, question, standardSynonyms, undefined));
  expect([printed.stamp.count, printed.rows.length]).toEqual([100_000, 0]);
});
