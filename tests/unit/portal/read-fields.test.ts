import { describe, expect, it } from "vitest";
import type { LabelText } from "../../../shared/portal/page.ts";
import { listado } from "../../../shared/portal/pages/listado.ts";
import { procedimiento } from "../../../shared/portal/pages/procedimiento.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { readFields, requireLabels } from "../../../shared/portal/read-fields.ts";
import { readUnit } from "../../../shared/portal/unit-formats.ts";

const readPairs = (...pairs: [string, ...string[]][]) =>
  readFields(
    { pairs: pairs.map(([label, ...texts]): LabelText => ({ label, texts })), links: [] },
    procedimiento,
    durango,
  );
const fieldOf = (label: string, text: string) => Object.values(readPairs([label, text]).fields)[0];

describe("readFields", () => {
  it("keeps the portal's own text beside what is read of it", () => {
    expect(readPairs(["Descripci&#243;n:", "ADQUISICIÃ“N  DE TINACOS"])).toEqual({
      fields: { descripcion: "ADQUISICIÓN DE TINACOS" },
      original: { descripcion: "ADQUISICIÃ“N  DE TINACOS" },
      desconocidos: [],
      problemas: [],
      disputed: [],
    });
  });

  it("reports labels that it does not know and drops none", () => {
    expect(
      readPairs(["Monto:", "$1.00"], ["", "suelto"], ["", ""], ["Lugar:", ""]).desconocidos,
    ).toEqual([
      { etiqueta: "Monto:", texto: "$1.00" },
      { etiqueta: "", texto: "suelto" },
      { etiqueta: "Lugar:", texto: "" },
    ]);
  });

  it("reports a date that it cannot read and leaves the field out", () => {
    expect(readPairs(["Evento de Fallo", "31/02/2026"], ["Descripción", "X"])).toEqual({
      fields: { descripcion: "X" },
      original: { fechaFallo: "31/02/2026", descripcion: "X" },
      desconocidos: [],
      problemas: [
        {
          campo: "fechaFallo",
          texto: "31/02/2026",
          motivo: 'not a date in any of the formats iso, dayFirst, words, aspNet: "31/02/2026"',
        },
      ],
      disputed: [],
    });
  });

  it("takes the surest spelling that says something of labels that mean the same, and reports another text", () => {
    const { fields, problemas } = readPairs(
      ["Objeto", "-"],
      ["Descripción", "UNO"],
      ["Descripción", "uno"],
      ["Objeto", "DOS"],
      ["Objeto", ""],
    );
    expect([fields, problemas]).toEqual([
      { descripcion: "UNO" },
      [
        {
          campo: "descripcion",
          texto: "DOS",
          motivo: 'the label "Objeto" stands for a field that is already read',
        },
      ],
    ]);
  });

  it("takes no text where the same label is printed twice with different ones", () => {
    const { fields, problemas, disputed } = readPairs(
      ["Evento de Fallo", "2026-03-25"],
      ["Fallo", "2026-03-26"],
      ["EVENTO DE FALLO:", "2026-03-27"],
    );
    expect([fields, disputed]).toEqual([{}, ["fechaFallo"]]);
    expect(problemas.map(({ texto }) => texto).sort()).toEqual([
      "2026-03-25",
      "2026-03-26",
      "2026-03-27",
    ]);
  });

  it("takes the name of a state of the republic for no status", () => {
    const { fields, desconocidos } = readPairs(["Estado", "Durango"], ["Estatus", "Publicada"]);
    expect([fields, desconocidos]).toEqual([
      { estatus: { texto: "Publicada", clave: "vigente" } },
      [{ etiqueta: "Estado", texto: "Durango" }],
    ]);
    expect(readPairs(["Estado", "Desierto"]).fields).toEqual({
      estatus: { texto: "Desierto", clave: "desierto" },
    });
  });

  it.each([
    ["002 - SECRETARIA DE FINANZAS", "002", "SECRETARIA DE FINANZAS"],
    ["910002998 - GOBIERNO DEL ESTADO", "910002998", "GOBIERNO DEL ESTADO"],
    ["SSD-01 - SERVICIOS DE SALUD", "SSD-01", "SERVICIOS DE SALUD"],
    ["014 – COMISIÓN DEL AGUA", "014", "COMISIÓN DEL AGUA"],
    ["014—COMISIÓN", "014", "COMISIÓN"],
    ["002-SECRETARIA", "002", "SECRETARIA"],
    ["002- SECRETARIA", "002", "SECRETARIA"],
    ["002 -SECRETARIA", "002", "SECRETARIA"],
    ["031 - C5i - CENTRO DE CONTROL", "031", "C5i - CENTRO DE CONTROL"],
    ["DIF ESTATAL", undefined, "DIF ESTATAL"],
    ["CECYTED - NUEVO IDEAL", undefined, "CECYTED - NUEVO IDEAL"],
    ["CECYTED 12 - NUEVO IDEAL", undefined, "CECYTED 12 - NUEVO IDEAL"],
    ["GÓMEZ-PALACIO", undefined, "GÓMEZ-PALACIO"],
    ["002 -", undefined, "002 -"],
    ["002", undefined, "002"],
  ])("reads the unit %j as code %s and name %j", (text, codigo, nombre) => {
    expect(fieldOf("Unidad Compradora", text)).toEqual({ ...(codigo && { codigo }), nombre });
  });

  it.each([
    ["Servicios de Salud (SSD-01)", "SSD-01", "Servicios de Salud"],
    ["Comisión del Agua (CAED)", undefined, "Comisión del Agua (CAED)"],
    ["Comisión del Agua (CAED) (014)", "014", "Comisión del Agua (CAED)"],
    ["002 - Finanzas", undefined, "002 - Finanzas"],
    ["(014)", undefined, "(014)"],
  ])("reads the unit %j of another portal as code %s and name %j", (text, codigo, nombre) => {
    const unit = readUnit(text, { ...durango, unitFormats: ["codeInParentheses"] });
    expect(unit).toEqual({ ...(codigo && { codigo }), nombre });
  });

  it.each([
    ["Tipo", "Licitación Pública", "licitacionPublica"],
    ["Tipo", "LICITACION PUBLICA INTERNACIONAL", "licitacionPublica"],
    ["Tipo", "LPN", undefined],
    ["Tipo", "Invitación a cuando menos tres personas", "invitacion"],
    ["Tipo", "Concurso por invitación", "invitacion"],
    ["Tipo", "Concurso", "concurso"],
    ["Tipo", "Concurso público", "concurso"],
    ["Materia", "Servicios", "servicios"],
    ["Materia", "Servicios relacionados con la obra pública", "obraPublica"],
    ["Materia", "Obra pública", "obraPublica"],
    ["Materia", "Adquisiciones, Arrendamientos y Servicios", undefined],
    ["Estatus", "DESIERTA", "desierto"],
    ["Estatus", "Vigente PAP", undefined],
  ])("reads under %s the word %j as %s", (label, texto, clave) => {
    expect(fieldOf(label, texto)).toEqual({ texto, ...(clave && { clave }) });
  });

  it.each([
    ["/Date(-62135596800000)/"],
    ["/Date(-62135575200000)/"],
    ["0001-01-01T00:00:00"],
    ["01/01/0001 12:00:00 a. m."],
    ["1/1/1900"],
    ["1900-01-01"],
    ["Por definir"],
  ])("reads %j as no date, without a complaint", (text) => {
    const { fields, problemas } = readPairs(["Evento de Fallo", text]);
    expect([fields, problemas]).toEqual([{}, []]);
  });
});

describe("a text that says that there is nothing", () => {
  it.each([
    "",
    " ",
    "-",
    "—",
    ".",
    ":",
    "N/A",
    "n/a.",
    "NO APLICA",
    "No especificada:",
    "&nbsp;",
    "S/N",
  ])("is %j", (text) => {
    expect(readPairs(["Número de Procedimiento", text]).fields).toEqual({});
  });

  it.each(["0", "No", "NO APLICA IVA", "Pendiente de publicar", "PENDIENTE"])(
    "is not %j",
    (text) => {
      expect(readPairs(["Número de Procedimiento", text]).fields).toEqual({
        numeroProcedimiento: text,
      });
    },
  );

  it("is PENDIENTE for a date, and not for a status", () => {
    const { fields, problemas } = readPairs(
      ["Evento de Fallo", "PENDIENTE"],
      ["Estatus", "PENDIENTE"],
    );
    expect([fields, problemas]).toEqual([{ estatus: { texto: "PENDIENTE" } }, []]);
  });
});

describe("requireLabels", () => {
  const page = {
    heading: "Mantenimiento",
    labels: ["Número"],
    entries: [],
    links: [],
    hasPasswordField: false,
  };

  it("says what is missing, where, what was found and what to do", () => {
    expect(() => requireLabels(page, listado, durango, "https://example.org/lista")).toThrow(
      'https://example.org/lista: no label for "descripcion" on a page of kind "listado" ' +
        '(expected one of "Descripción", "Objeto", "Descripcion"; found "Número"; heading "Mantenimiento"). ' +
        'If the portal changed, add the new label to the profile "durango".',
    );
  });

  it("says so where no label is found at all", () => {
    expect(() => requireLabels({ ...page, labels: [] }, listado, durango, "x")).toThrow(
      "found none",
    );
  });

  it("is content with any spelling of what is required", () => {
    const labels = ["OBJETO:", "dependencia"];
    expect(() => requireLabels({ ...page, labels }, listado, durango, "x")).not.toThrow();
  });
});
