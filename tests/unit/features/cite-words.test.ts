import { expect, it } from "vitest";
import { citeAsBibtex, citeAsText } from "../../../extension/features/taking/cite-words.ts";
import { parseCitation } from "../../../scraper/verify/citation.ts";
import type { TenderRow } from "../../../shared/feed/tender-row.ts";
import { unpublishedPrefix } from "../../../shared/feed/unpublished.ts";

const row: TenderRow = {
  id: "4711",
  ocid: "ocds-000000-4711",
  url: "https://comprasestatal.durango.gob.mx/consulta/Procedimiento/4711",
  number: "LP-SED-007-2026",
  title: "Útiles & papelería, 100 % reciclados",
  buyerName: "Secretaría de Educación",
  publishedAt: "2026-03-02T00:00:00-06:00",
};
const feed = { url: "https://example.org/feed/", readAt: "2026-03-10T06:00:00-06:00" };
const release = {
  id: "4711",
  date: "2026-03-04T12:00:00-06:00",
  permalink: "https://example.org/feed/releases/2026.jsonl#ocds-000000-4711-0a1b_2c",
  sha256: "0a".repeat(32),
};
const citation = { row, feed, release, citedAt: new Date("2026-03-11T04:00:00Z") };

it("cites a procedure in a line, with the feed, the day in Durango and what `compras verify` proves", () => {
  const text = citeAsText(citation);
  expect(text).toBe(
    "Secretaría de Educación. «Útiles & papelería, 100 % reciclados». Procedimiento LP-SED-007-2026. " +
      "Página en el portal: https://comprasestatal.durango.gob.mx/consulta/Procedimiento/4711 OCID: ocds-000000-4711. " +
      "Según los datos abiertos de Compras Abiertas Durango: https://example.org/feed/ (datos al 10 mar 2026, 06:00). " +
      "Proyecto ciudadano, no oficial. " +
      `Última versión, conocida el 4 mar 2026: ${release.permalink} SHA-256: ${release.sha256} ` +
      "Consultado el 10 mar 2026.",
  );
  const proven = {
    releaseId: "ocds-000000-4711-0a1b_2c",
    sha256: release.sha256,
    address: "https://example.org/feed/releases/2026.jsonl",
  };
  expect(parseCitation(text)).toEqual(proven);
  expect(parseCitation(citeAsBibtex(citation))).toEqual(proven);
});

it("says of the feed what it says of itself, and of a release that is not known nothing", () => {
  const notice = "Datos de práctica, inventados.";
  const text = citeAsText({ row, feed: { ...feed, notice }, citedAt: citation.citedAt });
  expect(text).toMatch(/06:00\)\. Datos de práctica, inventados\. Consultado el/);
});

it("claims no ocid and no feed for a procedure that was only seen on its page, and says that one is gone", () => {
  const seen = { ...row, ocid: `${unpublishedPrefix}-${row.id}` };
  const { number: _, buyerName: __, ...bare } = seen;
  expect(citeAsText({ ...citation, row: bare })).toBe(
    "Sin unidad compradora en el portal. «Útiles & papelería, 100 % reciclados». " +
      "Página en el portal: https://comprasestatal.durango.gob.mx/consulta/Procedimiento/4711 " +
      "Leído en la página del portal; no está en datos abiertos. Consultado el 10 mar 2026.",
  );
  const gone = { ...row, withdrawnAt: "2026-03-08T12:00:00-06:00" };
  expect(citeAsText({ ...citation, row: gone })).toContain(
    "Ya no está en el portal desde el 8 mar 2026.",
  );
});

it("writes an entry of BibTeX in which no sign of TeX is live", () => {
  const hostile = { ...row, title: "100 % \\input{x} & _más_ #1 ~ ^" };
  expect(citeAsBibtex({ ...citation, row: hostile })).toBe(`@misc{ocds-000000-4711,
  author = {{Secretaría de Educación}},
  title = {{100 \\% \\textbackslash{}input\\{x\\} \\& \\_más\\_ \\#1 \\textasciitilde{} \\textasciicircum{}}},
  number = {LP-SED-007-2026},
  date = {2026-03-02},
  howpublished = {Compras Estatal, Gobierno del Estado de Durango},
  url = {https://comprasestatal.durango.gob.mx/consulta/Procedimiento/4711},
  urldate = {2026-03-10},
  note = {OCID: ocds-000000-4711. Según los datos abiertos de Compras Abiertas Durango: https://example.org/feed/ (datos al 10 mar 2026, 06:00). Proyecto ciudadano, no oficial.},
  permalink = {${release.permalink}},
  sha256 = {${release.sha256}},
}
`);
});
