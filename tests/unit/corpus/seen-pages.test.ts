import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { afterAll, expect, it, onTestFinished, vi } from "vitest";
import type { KnownRows } from "../../../extension/corpus/contrast-page.ts";
import { openDatabase } from "../../../extension/corpus/database.ts";
import { keepPage } from "../../../extension/corpus/seen-pages.ts";
import { readHtml } from "../../../scraper/crawl/read-page.ts";
import type { TenderRow } from "../../../shared/feed/tender-row.ts";
import { listado } from "../../../shared/portal/pages/listado.ts";
import { procedimiento } from "../../../shared/portal/pages/procedimiento.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { buildSearchIndex } from "../../../shared/search/search-index.ts";

const database = openDatabase();
afterAll(async () => {
  database.close();
  await Dexie.delete("compras-abiertas");
});

const readAt = "2026-11-27T06:00:00-06:00";
const url = durango.baseUrl + durango.routes.listado;
const link = (id: string): string => `<td><a href="${durango.routes.listado}/${id}">Ver</a></td>`;

/** A list of two rows, of which the second may be not as wide as its header. */
const listOf = (opening: string, second: string) =>
  `<table><tr><th>Descripción</th><th>Dependencia</th><th>Apertura</th><th>Ver</th></tr>
  <tr><td>PAPEL</td><td>DIF</td><td>${opening}</td>${link("1")}</tr>
  <tr>${second}${link("2")}</tr></table>`;
const whole = "<td>TÓNER</td><td>DIF</td><td></td>";

const nothing: KnownRows = {
  index: buildSearchIndex([]),
  rowOfId: new Map(),
  isOfFeed: () => false,
  state: undefined,
};

function keep(html: string, rows: readonly TenderRow[]) {
  const text = readHtml(new TextEncoder().encode(html), "utf-8", listado, durango);
  const known: KnownRows = {
    index: buildSearchIndex(rows),
    rowOfId: new Map(rows.map(({ id }, number) => [id, number])),
    isOfFeed: (id) => rows.some((row) => row.id === id),
    state: {
      key: "feed",
      url: "https://example.org/",
      askedAt: 0,
      manifest: {
        schemaVersion: 1,
        portal: durango.id,
        readAt,
        path: "index.json.gz",
        sha256: "0".repeat(64),
        bytes: 1,
        tenders: rows.length,
        suppliers: 0,
      },
    },
  };
  return keepPage(database, durango, { page: "listado", url, text }, known);
}

it("tells what of a list could not be read, and keeps of such a row what was known before", async () => {
  await keep(listOf("2026-12-01 11:00", whole), []);
  const { answer, ids } = await keep(listOf("por confirmar", "<td>TÓNER</td>"), []);
  expect(answer).toMatchObject({
    isUnderstood: true,
    readAt,
    reading: {
      unread: {
        fields: [{ label: "Apertura", count: 1, example: "por confirmar", exampleOf: "PAPEL" }],
        rows: 1,
      },
      contrast: { readAt, counts: { absent: 2, same: 0 } },
    },
  });
  expect(ids).toEqual(["1"]);
  expect((await database.seenTenders.get("2"))?.record.descripcion).toBe("TÓNER");
});

it("compares each row with the feed's, and counts those that say the same", async () => {
  const row = (id: string, title: string): TenderRow => ({
    id,
    ocid: `ocds-000000-${id}`,
    url: `${url}/${id}`,
    title,
    buyerName: "DIF",
    opensAt: "2026-12-01T11:00:00-06:00",
  });
  const rows = [row("1", "PAPEL"), row("2", "TINTA")];
  const { answer } = await keep(listOf("2026-12-01 11:00", whole), rows);
  if (!answer.isUnderstood) throw new Error(answer.reason);
  expect(answer.reading.contrast).toMatchObject({
    counts: { same: 1, differs: 1 },
    told: [{ id: "2", title: "TINTA", verdict: "differs", compared: ["title", "buyer"] }],
  });
});

it("remembers what a procedure's page listed in the visit before, however often it is read in this one", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const address = durango.baseUrl + durango.routes.procedimiento.replace("{id}", "9");
  const open = async (at: string, ids: readonly string[]) => {
    vi.setSystemTime(at);
    const links = ids.map(
      (id) => `<a href="${durango.routes.anexo.replace("{id}", id)}">BASES</a>`,
    );
    const html = `<dl><dt>Descripción:</dt><dd>PAPEL</dd><dt>Unidad Compradora:</dt><dd>DIF</dd></dl>${links}`;
    const text = readHtml(new TextEncoder().encode(html), "utf-8", procedimiento, durango);
    await keepPage(database, durango, { page: "procedimiento", url: address, text }, nothing);
    const { pageAt = 0, anexosBefore } = (await database.seenTenders.get("9")) ?? {};
    return [new Date(pageAt).toISOString().slice(11, 16), anexosBefore];
  };
  expect(await open("2026-11-27T10:00:00Z", ["1"])).toEqual(["10:00", undefined]);
  expect(await open("2026-11-27T10:20:00Z", ["1", "2"])).toEqual(["10:20", undefined]);
  expect(await open("2026-11-27T18:00:00Z", ["2", "3"])).toEqual(["18:00", ["1", "2"]]);
  expect(await open("2026-11-27T18:10:00Z", ["2", "3"])).toEqual(["18:10", ["1", "2"]]);
});
