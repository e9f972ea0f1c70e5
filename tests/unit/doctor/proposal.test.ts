import { describe, expect, it } from "vitest";
import { moveProfile } from "../../../scraper/crawl/portal-hosts.ts";
import { exitCodes } from "../../../scraper/errors.ts";
import { PortalProfile } from "../../../shared/portal/profile.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { openServer, sendHtml } from "../scraper/simple-server.ts";
import { makeFolder, openPortal, tryScrape } from "../scraper/try-scrape.ts";
import { type Mutation, openMutatedPortal } from "./mutated-portal.ts";
import { tryDoctor } from "./try-doctor.ts";

/** Labels that a person would know at once, though the profile does not. */
const synonyms = {
  "Unidad Compradora": "Unidad Requirente",
  "Número de<br />Procedimiento": "Folio del procedimiento",
  "<th>Número</th>": "<th>Folio del procedimiento</th>",
  "Evento de<br />Fallo": "Fecha del Fallo",
  "Apertura de<br />Proposiciones": "Recepción y apertura de propuestas",
  "<th>Apertura</th>": "<th>Apertura de propuestas</th>",
  "Junta de<br />Aclaraciones": "Aclaraciones",
  Siguiente: "Página siguiente",
};
/** Labels of which only the texts beside them tell what they are. */
const unknownWords = {
  "<th>Descripción</th>": "<th>Rubro uno</th>",
  "<th>Unidad Compradora</th>": "<th>Rubro dos</th>",
  "<th>Estatus</th>": "<th>Rubro tres</th>",
  "<dt>Descripción:</dt>": "<dt>Renglón uno:</dt>",
  "<dt>Unidad Compradora:</dt>": "<dt>Renglón dos:</dt>",
  "<dt>Estatus:</dt>": "<dt>Renglón tres:</dt>",
};
/** The same, where rows come as JSON. */
const unknownProperties = { '"Descripcion"': '"Campo1"', '"UnidadCompradora"': '"Campo2"' };
const otherPaths = {
  "/consulta/ProcedimientosDeContratacion/Listado": "/Publico/Rows",
  "/consulta/ProcedimientosDeContratacion": "/Publico/Licitaciones",
  "/ProcedimientosDeContratacion/Descarga/Anexo": "/Publico/Archivo",
  "/consulta/Proveedores": "/Publico/Padron",
};

const cases: {
  what: string;
  list: "html" | "datatables" | "json";
  mutation: Mutation;
  lines: string[];
}[] = [
  {
    what: "other words for the same labels",
    list: "html",
    mutation: { texts: synonyms },
    lines: [
      'labels.listado.fechaAperturaProposiciones += "Apertura de propuestas"',
      'labels.listado.numeroProcedimiento += "Folio del procedimiento"',
      'labels.listado.unidadCompradora += "Unidad Requirente"',
      'labels.procedimiento.fechaAperturaProposiciones += "Recepción y apertura de propuestas"',
      'labels.procedimiento.fechaFallo += "Fecha del Fallo"',
      'labels.procedimiento.fechaJuntaAclaraciones += "Aclaraciones"',
      'labels.procedimiento.numeroProcedimiento += "Folio del procedimiento"',
      'labels.procedimiento.unidadCompradora += "Unidad Requirente"',
      'list.nextPage += "Página siguiente"',
    ],
  },
  {
    what: "labels that say nothing",
    list: "datatables",
    mutation: { texts: unknownWords },
    lines: [
      'labels.listado.descripcion += "Rubro uno"',
      'labels.listado.unidadCompradora += "Rubro dos"',
      'labels.listado.estatus += "Rubro tres"',
      'labels.procedimiento.descripcion += "Renglón uno"',
      'labels.procedimiento.unidadCompradora += "Renglón dos"',
      'labels.procedimiento.estatus += "Renglón tres"',
    ],
  },
  {
    what: "properties that say nothing",
    list: "json",
    mutation: { texts: unknownProperties },
    lines: [
      'labels.listado.descripcion += "Campo1"',
      'labels.listado.unidadCompradora += "Campo2"',
    ],
  },
  {
    what: "other addresses",
    list: "html",
    mutation: { paths: otherPaths },
    lines: [
      'routes.listado = "/Publico/Licitaciones"',
      'routes.procedimiento = "/Publico/Licitaciones/{id}"',
      'routes.anexo = "/Publico/Archivo/{id}"',
      'routes.padron = "/Publico/Padron"',
    ],
  },
  {
    what: "another address of its rows",
    list: "json",
    mutation: {
      paths: { "/consulta/ProcedimientosDeContratacion/Listado": "/consulta/Filas" },
    },
    lines: ['list.json.path = "/consulta/Filas"'],
  },
];

it("proposes the other order of day and month where the dates can be read in no other way", async () => {
  const { routes } = durango;
  const dated = (cells: string) =>
    `<table><tr><th>Número</th><th>Descripción</th><th>Dependencia</th><th>Publicación</th></tr><tr><td><a href="${routes.procedimiento.replace("{id}", "7")}">LP-7</a></td><td>PAPEL</td><td>DIF</td>${cells}</tr></table>`;
  const server = await openServer((request, response) => {
    const path = request.url ?? "";
    const detail =
      "<dl><dt>Descripción</dt><dd>PAPEL</dd><dt>Unidad Compradora</dt><dd>DIF</dd><dt>Fallo</dt><dd>03/28/2026</dd></dl>";
    if (path === routes.listado) sendHtml(response, dated("<td>03/18/2026</td>"));
    else if (path.endsWith("Contratacion/7")) sendHtml(response, detail);
    else sendHtml(response, "nada", 404);
  });
  const { report, proposal } = await tryDoctor(server.url);
  expect(report).toMatchObject({ exitCode: exitCodes.portalChanged });
  expect(report.suggestions.map(({ line }) => line)).toEqual([
    'dateFormats += "monthFirst" in place of "dayFirst"',
  ]);
  const again = await tryDoctor(server.url, { declared: PortalProfile.parse(proposal) });
  expect(again.report.exitCode).toBe(exitCodes.done);
});

describe("the profile that doctor proposes for a portal with", () => {
  it.each(cases)(
    "$what makes it fit, and everything on it is read",
    async ({ list, mutation, lines }) => {
      const portal = await openPortal({
        list,
        procedures: list === "html" ? 30 : 14,
        suppliers: 8,
      });
      const { url, requests } = await openMutatedPortal(portal.url, mutation);
      const { report, proposal } = await tryDoctor(url);
      expect(report).toMatchObject({
        verdict: { fit: "doesNotFit" },
        exitCode: exitCodes.portalChanged,
      });
      expect(requests.length).toBeLessThanOrEqual(12);
      const strong = report.suggestions.filter(({ strength }) => strength === "strong");
      expect(strong.map(({ line }) => line).sort()).toEqual([...lines].sort());

      const declared = PortalProfile.parse(JSON.parse(JSON.stringify(proposal)));
      const again = await tryDoctor(url, { declared });
      expect(again.report.exitCode, again.report.verdict.sentence).toBe(exitCodes.done);

      const { counts, findings } = await tryScrape(url, makeFolder(), {
        profile: moveProfile(declared, url),
      });
      expect(counts).toMatchObject({ skipped: 0, read: counts.listed });
      expect(counts.listed).toBe(portal.corpus.procedures.filter(({ listed }) => listed).length);
      expect(findings.filter(({ page }) => page !== "padron")).toEqual([]);
    },
  );
});
