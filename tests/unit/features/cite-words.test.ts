import { expect, it } from "vitest";
import { citeAsBibtex, citeAsText } from "../../../extension/features/cite-words.ts";
import type { TenderRow } from "../../../shared/feed/tender-row.ts";
import { unpublishedOcid } from "../../../shared/feed/unpublished.ts";

const row: TenderRow = {
  id: "4711",
  ocid: "ocds-000000-4711",
  url: "https://comprasestatal.durango.gob.mx/consulta/Procedimiento/4711",
  number: "LP-SED-007-2026",
  title: "Útiles & papelería, 100 % reciclados",
  buyerName: "Secretaría de Educación",
  publishedAt: "2026-03-02T00:00:00-06:00",
};
const citation = {
  row,
  feedUrl: "https://example.org/feed/",
  readAt: "2026-03-10T06:00:00-06:00",
  citedAt: new Date("2026-03-11T04:00:00Z"),
};

it("cites a procedure in a line, with the feed and the day in Durango", () => {
  expect(citeAsText(citation)).toBe(
    "Secretaría de Educación. «Útiles & papelería, 100 % reciclados». Procedimiento LP-SED-007-2026. " +
      "Página en el portal: https://comprasestatal.durango.gob.mx/consulta/Procedimiento/4711 OCID: ocds-000000-4711. " +
      "Según los datos abiertos de Compras Abiertas Durango, proyecto ciudadano no oficial: https://example.org/feed/ " +
      "(datos al 10 mar 2026, 06:00). Consultado el 10 mar 2026.",
  );
});

it("claims no ocid and no feed for a procedure that was only seen on its page, and says that one is gone", () => {
  const seen = { ...row, ocid: unpublishedOcid, number: undefined, buyerName: undefined };
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
  note = {OCID: ocds-000000-4711. Según los datos abiertos de Compras Abiertas Durango, proyecto ciudadano no oficial: https://example.org/feed/ (datos al 10 mar 2026, 06:00).},
}
`);
});
