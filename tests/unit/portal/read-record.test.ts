import { describe, expect, it } from "vitest";
import { PageChangedError } from "../../../shared/portal/errors.ts";
import type { PageText } from "../../../shared/portal/page.ts";
import { PortalProfile } from "../../../shared/portal/profile.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import {
  combineRecords,
  procedureUrl,
  readList,
  readProcedure,
} from "../../../shared/portal/read-record.ts";
import type { Procedimiento } from "../../../shared/portal/records.ts";

const url = procedureUrl(durango, "12");
const record = (fields: Partial<Procedimiento>): Procedimiento => ({
  id: "12",
  url,
  anexos: [],
  original: {},
  desconocidos: [],
  problemas: [],
  ...fields,
});

it("the profile of Durango is a profile by its schema", () => {
  expect(PortalProfile.parse(durango)).toEqual(durango);
});

describe("combineRecords", () => {
  it("lets the page win, and the list add what the page does not print", () => {
    const fromList = record({
      numeroProcedimiento: "LP-1",
      descripcion: "CORTADA EN 250",
      estatus: { texto: "Publicado", clave: "vigente" },
      original: {
        numeroProcedimiento: "LP-1",
        descripcion: "CORTADA EN 250",
        estatus: "Publicado",
      },
    });
    const fromPage = record({
      descripcion: "ENTERA",
      anexos: [{ id: "1", nombre: "BASES", url }],
      original: { descripcion: "ENTERA" },
    });
    expect(combineRecords(fromList, fromPage)).toEqual({
      ...fromPage,
      numeroProcedimiento: "LP-1",
      estatus: { texto: "Publicado", clave: "vigente" },
      original: { numeroProcedimiento: "LP-1", descripcion: "ENTERA", estatus: "Publicado" },
    });
  });

  it("keeps a field missing that the page prints empty or that cannot be read there", () => {
    const fromList = record({
      fechaPublicacion: "2026-03-02T00:00:00-06:00",
      fechaAperturaProposiciones: "2026-03-18T11:30:00-06:00",
      original: { fechaPublicacion: "2026-03-02", fechaAperturaProposiciones: "2026-03-18 11:30" },
    });
    const problem = {
      campo: "fechaAperturaProposiciones",
      texto: "31/02/2026",
      motivo: "not a date",
    };
    const fromPage = record({
      original: { fechaPublicacion: "", fechaAperturaProposiciones: "31/02/2026" },
      problemas: [problem],
    });
    expect(combineRecords(fromList, fromPage)).toEqual(fromPage);
  });

  it("keeps the problems of the list but for fields that the page prints, and the unknown labels of both", () => {
    const problem = (campo: string) => ({ campo, texto: "x", motivo: "not a date" });
    const monto = { etiqueta: "Monto", texto: "$1.00" };
    const lugar = { etiqueta: "Lugar", texto: "Durango" };
    const fromList = record({
      problemas: [problem("fechaPublicacion"), problem("fechaAperturaProposiciones")],
      desconocidos: [monto, lugar],
    });
    const fromPage = record({
      original: { fechaPublicacion: "2026-03-02" },
      desconocidos: [monto],
    });
    expect(combineRecords(fromList, fromPage)).toEqual({
      ...fromPage,
      problemas: [problem("fechaAperturaProposiciones")],
      desconocidos: [monto, lugar],
    });
  });

  it("changes neither of the two", () => {
    const [fromList, fromPage] = [record({ original: { estatus: "x" } }), record({})];
    const before = structuredClone([fromList, fromPage]);
    combineRecords(fromList, fromPage);
    expect([fromList, fromPage]).toEqual(before);
  });
});

describe("readProcedure", () => {
  const page: PageText = {
    heading: "Error",
    labels: [],
    entries: [],
    links: [],
    hasPasswordField: false,
  };

  it("throws PageChangedError, naming the page, where a required label is missing", () => {
    expect(() => readProcedure(page, durango, "12", url)).toThrow(PageChangedError);
    expect(() => readProcedure(page, durango, "12", url)).toThrow(url);
  });

  it("throws PageChangedError for labels none of which has a text", () => {
    const pairs = [
      { label: "Descripción", texts: [""] },
      { label: "Unidad Compradora", texts: [] },
    ];
    const empty = { ...page, labels: pairs.map(({ label }) => label) };
    expect(() =>
      readProcedure({ ...empty, entries: [{ pairs, links: [] }] }, durango, "12", url),
    ).toThrow("a text for none of them");
  });

  it.each([
    ["CONVOCATORIA.pdf", "convocatoria"],
    ["BASES IO N36 26.pdf", "bases"],
    ["IO816053997E602016CONVOCATORIA.pdf", "convocatoria"],
    ["SA-066 DICTAMEN DE FALLO.pdf", "dictamen"],
    ["acta-de-presentacion-y-apertura-de-proposiciones-n001-26.pdf", "actaApertura"],
    ["Acta de la 1.ª Junta de Aclaraciones", "actaJunta"],
    ["Bases (versión 2).docx", "bases"],
    ["CONVOCATORIA(1).pdf", "convocatoria"],
    ["Modelo de contrato", "modeloContrato"],
    ["Anexo del contrato", "anexoContrato"],
    ["CONTRATO_130_DMAF.pdf", "contrato"],
    ["Convenio modificatorio al contrato", "convenioModificatorio"],
    ["Fe de erratas a la convocatoria", "diferimiento"],
    ["Oficio de adjudicación directa", "fallo"],
    ["Declaración de desierta", "fallo"],
    ["ADQ-50-2024.pdf", undefined],
    ["PREBASES.pdf", undefined],
  ])("takes the attachment %j for %s", (text, clave) => {
    const anexo = { text, href: "/procedimientosdecontratacion/descarga/anexo/9" };
    const labels = ["Descripción", "Unidad Compradora"];
    const entries = [{ pairs: [{ label: "Descripción", texts: ["SILLAS"] }], links: [] }];
    const whole = { ...page, labels, entries, links: [anexo] };
    const { anexos } = readProcedure(whole, durango, "12", url);
    expect(anexos).toEqual([
      {
        id: "9",
        nombre: text,
        ...(clave && { clave }),
        url: "https://comprasestatal.durango.gob.mx/ProcedimientosDeContratacion/Descarga/Anexo/9",
      },
    ]);
  });
});

describe("readList", () => {
  const listUrl = durango.baseUrl + durango.routes.listado;
  const listOf = (label: string, numbers: readonly string[]) => {
    const entries = numbers.map((number, row) => ({
      pairs: [
        { label, texts: [number] },
        { label: "Descripción", texts: ["SILLAS"] },
        { label: "Dependencia", texts: ["DIF"] },
      ],
      links: [{ text: "Ver", href: procedureUrl(durango, String(row + 1)) }],
    }));
    const labels = [label, "Descripción", "Dependencia"];
    const page = { heading: "", labels, entries, links: [], hasPasswordField: false };
    return readList(page, durango, listUrl).procedimientos.map((each) => each.numeroProcedimiento);
  };

  it.each([[["1", "2", "3"]], [["28", "27", "26"]], [["1"]]])(
    "takes %j for the count of the rows, and for no numbers",
    (numbers) => {
      expect(listOf("No.", numbers)).toEqual(numbers.map(() => undefined));
    },
  );

  it.each([[["LP-1", "LP-2"]], [["4412", "5123"]], [["7"]]])("takes %j for numbers", (numbers) => {
    expect(listOf("No.", numbers)).toEqual(numbers);
  });
});
