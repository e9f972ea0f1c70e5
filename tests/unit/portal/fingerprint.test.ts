import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readHtml } from "../../../scraper/crawl/read-page.ts";
import {
  collectStructure,
  hasDeclaredRoute,
  type RunStructure,
} from "../../../shared/portal/fingerprint.ts";
import { foldLabelText } from "../../../shared/portal/labels.ts";
import type { PageText } from "../../../shared/portal/page.ts";
import type { PageDefinition } from "../../../shared/portal/pages/definition.ts";
import { listado } from "../../../shared/portal/pages/listado.ts";
import { padron } from "../../../shared/portal/pages/padron.ts";
import { procedimiento } from "../../../shared/portal/pages/procedimiento.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { procedureUrl } from "../../../shared/portal/read-record.ts";
import { pageCases } from "./page-cases.ts";

const detailUrl = procedureUrl(durango, "1234");
const registryUrl = durango.baseUrl + durango.routes.padron;

const pageOf = (labels: string[]): PageText => ({
  heading: "",
  labels,
  entries: [],
  links: [],
  hasPasswordField: false,
});

/** The structure of a run that read these pages of one kind. */
function look(definition: PageDefinition, pages: (readonly [PageText, string])[]): RunStructure {
  const collector = collectStructure(durango);
  for (const [page, url] of pages) collector.add(definition, page, url);
  return collector.structure();
}

const plain = ["Descripción:", "Unidad Compradora", "Fallo"];
const detail = (labels: string[], url = detailUrl) =>
  look(procedimiento, [[pageOf(labels), url]]).procedimiento;

describe("the fingerprint of a run's pages", () => {
  it("is that of their labels, folded, whatever they say and however many there are", () => {
    const once = detail(plain);
    expect(once).toEqual({
      pages: 1,
      labels: ["descripcion", "fallo", "unidad compradora"],
      usualLabels: ["descripcion", "fallo", "unidad compradora"],
      unknownLabels: 0,
      missing: {},
      routes: ["/consulta/ProcedimientosDeContratacion/{id}"],
      strategies: [],
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    const other = procedureUrl(durango, "9876");
    const twice = look(procedimiento, [
      [pageOf(["FALLO", "Descripcion", "unidad  compradora:"]), other],
      [pageOf(plain), detailUrl],
    ]).procedimiento;
    expect(twice).toEqual({ ...once, pages: 2 });
  });

  it.each([
    { what: "a label is new", labels: [...plain, "Testigo social"], url: detailUrl },
    { what: "a label is gone", labels: ["Descripción", "Unidad Compradora"], url: detailUrl },
    { what: "a required label is gone", labels: ["Descripción", "Fallo"], url: detailUrl },
    { what: "the address is another", labels: plain, url: `${durango.baseUrl}/Detalle/1234` },
  ])("differs where $what", ({ labels, url }) => {
    expect(detail(labels, url)?.fingerprint).not.toBe(detail(plain)?.fingerprint);
  });

  it("differs where the list is delivered in another way", () => {
    const listOf = (kind: "html" | "json") => {
      const collector = collectStructure(durango);
      collector.add(listado, pageOf(plain), durango.baseUrl + durango.routes.listado);
      collector.setListKind(kind);
      return collector.structure().listado;
    };
    expect(listOf("html")).toMatchObject({ listKind: "html" });
    expect(listOf("html")?.fingerprint).not.toBe(listOf("json")?.fingerprint);
  });

  it("differs where the same labels are found in another way", () => {
    const foundBy = (strategy: string) =>
      look(procedimiento, [[{ ...pageOf(plain), strategy }, detailUrl]]).procedimiento;
    expect(foundBy("dl")).toMatchObject({ strategies: ["dl"] });
    expect(foundBy("dl")?.fingerprint).not.toBe(foundBy("pairs")?.fingerprint);
  });

  it("calls usual what nine pages in ten have", () => {
    const pages = Array.from({ length: 10 }, (_, index): [PageText, string] => [
      pageOf(index === 0 ? ["Descripción", "Unidad Compradora", "Anticipo"] : plain),
      detailUrl,
    ]);
    expect(look(procedimiento, pages).procedimiento).toMatchObject({
      labels: ["anticipo", "descripcion", "fallo", "unidad compradora"],
      usualLabels: ["descripcion", "fallo", "unidad compradora"],
    });
  });

  it("counts the pages without a required label, and only what no page has makes another form", () => {
    const broken = look(procedimiento, [
      [pageOf(plain), detailUrl],
      [pageOf(["Unidad Compradora"]), detailUrl],
    ]).procedimiento;
    expect(broken).toMatchObject({ pages: 2, missing: { descripcion: 1 } });
    expect(broken?.fingerprint).toBe(detail(plain)?.fingerprint);
  });

  it("does not depend on the order of the pages", () => {
    const pages = pageCases()
      .filter(({ definition }) => definition.id === "procedimiento")
      .map(({ html, charset }) => readHtml(html, charset, procedimiento, durango));
    fc.assert(
      fc.property(fc.shuffledSubarray(pages, { minLength: pages.length }), (shuffled) => {
        const at = (list: PageText[]) => list.map((page) => [page, detailUrl] as const);
        expect(look(procedimiento, at(shuffled))).toEqual(look(procedimiento, at(pages)));
      }),
      { numRuns: 10 },
    );
  });

  it("takes no row of a table for labels where the required ones are not there: it may name a person", () => {
    const row = pageOf(["PEGJ800101AB1", "JUANA PÉREZ GARCÍA", "Giro"]);
    const structure = look(padron, [[row, registryUrl]]).padron;
    expect(structure).toMatchObject({ labels: ["giro"], unknownLabels: 2, missing: { nombre: 1 } });
    expect(JSON.stringify(structure)).not.toMatch(/juana|pegj/i);
  });

  it("keeps no text in the place of a label", () => {
    const text = `Se convoca a ${"todos los interesados ".repeat(5)}`;
    expect(detail([...plain, text, ""])).toMatchObject({
      labels: ["descripcion", "fallo", "unidad compradora"],
      unknownLabels: 1,
    });
  });

  it("holds nothing of any saved page but labels of its own", () => {
    for (const { definition, html, charset } of pageCases()) {
      const page = readHtml(html, charset, definition, durango);
      const structure = look(definition, [[page, registryUrl]])[definition.id];
      const labels = new Set(page.labels.map(foldLabelText));
      expect(structure?.labels.filter((label) => !labels.has(label))).toEqual([]);
    }
  });

  it("is nothing for a run that read nothing", () => {
    expect(collectStructure(durango).structure()).toEqual({});
  });
});

describe("the address of pages", () => {
  it.each([
    ["procedimiento", detailUrl, true],
    ["procedimiento", `${detailUrl.toUpperCase()}/`, true],
    ["procedimiento", `${durango.baseUrl}/Detalle/1234`, false],
    ["listado", `${durango.baseUrl}${durango.routes.listado}?pagina=3`, true],
    ["listado", `${durango.baseUrl}${durango.list.json?.path}?draw=1`, true],
    ["padron", `${durango.baseUrl}${durango.list.json?.path}`, false],
  ] as const)("of a %s at %s is as declared: %s", (id, url, isDeclared) => {
    const definition = { listado, procedimiento, padron }[id];
    const structure = look(definition, [[pageOf(plain), url]])[id];
    expect(structure && hasDeclaredRoute(structure, id, durango)).toBe(isDeclared);
  });

  it("keeps nothing that may name a session", () => {
    const url = `${durango.baseUrl}/(S(abc123))/consulta/Proveedores`;
    expect(look(padron, [[pageOf(plain), url]]).padron?.routes).toEqual([
      "/{id}/consulta/Proveedores",
    ]);
  });
});
