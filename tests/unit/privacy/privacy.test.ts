import path from "node:path";
import { describe, expect, it } from "vitest";
import { directAward, tender } from "../../../fixtures/pnt/fields.ts";
import type { MadeReport } from "../../../fixtures/pnt/report.ts";
import { writeReport } from "../../../fixtures/pnt/write-report.ts";
import { importList } from "../../../scraper/sources/list69b/import-list.ts";
import { importRegistry } from "../../../scraper/sources/padron/import-registry.ts";
import { importPnt } from "../../../scraper/sources/pnt/import-pnt.ts";
import { openStore } from "../../../scraper/store/open-store.ts";
import { pntFormats } from "../../../shared/mapping/pnt/formats/formats.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { openServer } from "../scraper/simple-server.ts";
import { makeFolder, openPortal, tryPublish, tryScrape } from "../scraper/try-scrape.ts";
import { makeList69b } from "../sources/list-69b-file.ts";
import { readPublished } from "./read-published.ts";
import { findPersonal } from "./scan.ts";

/** A person in every way in which one may stand in a text. Nobody's: the RFC is of the project's own, the rest is made up. */
const person =
  "ANA ZETA ZARZA RFC ZZZZ800101HD0 (zzzz-800101-hd0) CURP ZZZZ800101HDGXXX09 tel. 618 123 45 67 cel: 6181234567 ana.zeta@example.com";
const office = "licitaciones@durango.gob.mx";

/** The practice portal with a person in every text of it, also under labels that nobody knows. */
async function openDirtyPortal() {
  const portal = await openPortal({ procedures: 8, suppliers: 8 });
  const { procedures, suppliers } = portal.corpus;
  for (const [at, procedure] of procedures.entries()) {
    procedure.dirt = [];
    procedure.listed = true;
    procedure.descripcion = `ADQUISICION ${at} ${person} ${office}`;
    procedure.unidadCompradora = { codigo: "ZZZZ800101HD0", nombre: `UNIDAD ${at} ${person}` };
    procedure.numeroProcedimiento = "LP-ZZZZ800101HD0-2026";
    for (const file of procedure.anexos) {
      file.nombre = `ANEXO ${person}.pdf`;
      file.fileName = `${person}.pdf`;
    }
  }
  for (const [at, supplier] of suppliers.entries()) {
    Object.assign(supplier, {
      folio: at % 2 === 0 ? "ZZZZ800101HD0" : `PP-${at}`,
      rfc: at % 3 === 0 ? "ZZA010203AB3" : "ZZZZ800101HD0",
      nombre: `PROVEEDOR ${at} ${person}`,
      municipio: `Durango ${person}`,
      giros: [person],
      estatus: person,
    });
  }
  const dirty = await openServer(async (request, response) => {
    const answer = await fetch(portal.url + request.url, { redirect: "manual" });
    const type = answer.headers.get("content-type") ?? "";
    const body = Buffer.from(await answer.arrayBuffer());
    const headers = [...answer.headers].filter(
      ([name]) => !/^(content-length|transfer)/.test(name),
    );
    response.writeHead(answer.status, headers);
    response.end(type.includes("html") ? plantLabels(body.toString()) : body);
  });
  return dirty.url;
}

/** Labels that nobody knows, one of them a person itself. */
function plantLabels(html: string): string {
  return html
    .replaceAll("</dl>", `<dt>Contacto</dt><dd>${person}</dd><dt>ZZZZ800101HD0</dt><dd>x</dd></dl>`)
    .replaceAll("<h2>", `<h2>${person} `);
}

/** A report with a person in every text of it: one row of whom won, and one of a company that writes a person beside its name. */
function dirtyReport(format: MadeReport["format"]): MadeReport {
  const { fields = [] } = pntFormats.find(({ id }) => id === format) ?? {};
  const known = format === "43336" ? tender : directAward;
  const fill = (columns: readonly { id?: number; type: string }[]) =>
    Object.fromEntries(
      columns.map(({ id = 0, type }) => [
        id,
        type === "link" ? "https://example.org/contrato_ZZZZ800101HD0.pdf" : `DATO ${person}`,
      ]),
    );
  const row = (at: number, winner: Record<number, string>): MadeReport["rows"][number] => ({
    cells: {
      ...fill(fields),
      [known.year]: "2026",
      [known.periodStart]: "01/01/2026",
      [known.periodEnd]: "31/03/2026",
      [known.number]: at === 0 ? "LP-ZZZZ800101HD0-2026" : `LP-${at}-ZZZZ800101HD0`,
      [known.contract]: `C-${format}-${at}-ZZZZ800101HD0`,
      [known.total]: 116_000,
      [known.currency]: "MXN",
      ...winner,
    },
    tables: Object.fromEntries(
      fields.flatMap(({ id = 0, columns }) => (columns ? [[id, [fill(columns)]]] : [])),
    ),
  });
  const { names, company, rfc } = known.winner;
  const nobody = { [names[0]]: "", [names[1]]: "", [names[2]]: "" };
  return {
    format,
    body: `UNIDAD ${person}`,
    rows: [
      row(0, { [names[0]]: person, [company]: person, [rfc]: "ZZZZ800101HD0" }),
      row(1, { ...nobody, [company]: `OBRAS, S.A. DE C.V. ${person}`, [rfc]: "ZZB150630K13" }),
    ],
  };
}

describe("the published feed", () => {
  it("holds no RFC, CURP, telephone or private e-mail of a person, whatever the sources hold", async () => {
    const folder = makeFolder();
    const url = await openDirtyPortal();
    await tryScrape(url, folder, { documents: "hash" });
    const store = openStore(path.join(folder, "compras.sqlite"));
    const moment = { at: new Date("2026-11-21T18:00:00Z"), timeZone: durango.timeZone };
    const registry = [
      "Folio,RFC,Nombre,Municipio,Giro,Estatus,Teléfono,Contacto,Observaciones",
      `ZZZZ800101HD0,ZZZZ800101HD0,"${person}","${person}","${person}","${person}",6181234567,"${person}","${person}"`,
      `1,ZZB150630K13,"OBRAS, S.A. ${person}","${person}","${person}","${person}",6181234567,"${person}","${person}"`,
    ].join("\n");
    await importRegistry(
      store,
      { name: "padron.csv", bytes: Buffer.from(registry) },
      durango,
      moment,
    );
    const list = makeList69b([
      ["ZZZZ800101HD0", person, "Definitivo"],
      [
        "ZZB150630K13",
        `OBRAS ${person}`,
        "Presunto",
        `500-05 ${person}`,
        "01/01/2026",
        `500 ${person}`,
      ],
    ]);
    await importList(store, { name: "lista.csv", bytes: list }, moment);
    for (const format of ["43335", "43336"] as const) {
      // The next to go: also the name of the file is published.
      const name = `informe ZZZZ800101HD0 ${format}.xlsx`;
      const report = { name, bytes: await writeReport(dirtyReport(format)) };
      const settings = { ...moment, body: undefined, isDryRun: false };
      const { report: told } = await importPnt(store, report, settings);
      expect(told.counts["rows taken"]).toBe(2);
    }
    store.close();
    const index = await tryPublish(folder);
    expect(index.counts.awards).toBe(4);

    const texts = await readPublished(path.join(folder, "feed"));
    expect(findPersonal(texts)).toEqual([]);
    // What is masked says so, and what may be published is there, in each kind of file.
    for (const file of [
      "licitaciones.csv",
      "licitaciones.xlsx",
      "licitaciones.parquet",
      "compras.sqlite",
      "full.jsonl.gz",
      "padron/padron.json",
      "padron/cambios.jsonl",
      "evidencia.jsonl.gz",
      "adjudicaciones.csv",
      "padron/proveedores.csv",
    ]) {
      const own = texts
        .filter((each) => each.file === file)
        .map(({ text }) => text)
        .join();
      expect([file, own.includes("omitido]")]).toEqual([file, true]);
    }
    const whole = texts.map(({ text }) => text).join();
    expect(
      [office, "ZZB150630K13", "ANA ZETA ZARZA"].filter((text) => !whole.includes(text)),
    ).toEqual([]);
  });
});

describe("the scanner", () => {
  it("sees a person in every way that is planted, and no person in numbers, amounts and hashes", () => {
    const scan = (text: string) => findPersonal([{ file: "f", text }]);
    expect(scan(person)).toEqual([
      "f: CURP ZZZZ800101HDGXXX09",
      "f: RFC of a person ZZZZ800101HD0",
      "f: RFC of a person zzzz-800101-hd0",
      "f: private e-mail ana.zeta@example.com",
      "f: telephone 618 123 45 67",
      "f: telephone 6181234567",
    ]);
    const harmless =
      "EA-910002998-N11-2025 $169,684,220.00 ZZA010203AB3 KM 12+000 a0b1c2d3e4f5a6b7 XAXX010101000 compras@durango.gob.mx";
    expect(scan(harmless)).toEqual([]);
    // A hash, and a file named after the beginning of one, may hold ten digits in a row.
    const named = "a6181195396bcdef";
    expect(scan(`index/${named}.json ${named}${"0".repeat(48)}`)).toEqual([]);
    expect(scan("x6181195396bcdef, Tel6181195396.")).toHaveLength(1);
  });
});
