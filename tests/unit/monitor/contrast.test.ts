import { expect, it } from "vitest";
import { seenRow } from "../../../extension/corpus/corpus.ts";
import type { TenderRow } from "../../../shared/feed/tender-row.ts";
import {
  type Contrast,
  contrast,
  type Known,
  type Shown,
} from "../../../shared/monitor/contrast.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { combineRecords } from "../../../shared/portal/read-record.ts";
import type { Procedimiento } from "../../../shared/portal/records.ts";
import { wholeRecord } from "../mapping/make-record.ts";
import { practiceProfile, readDetail, readWholeList } from "../practice-portal/read-portal.ts";
import { openPortal } from "../scraper/try-scrape.ts";

const readAt = "2026-03-16T06:00:00-06:00";
const receivedAt = "2026-03-17T10:00:00-06:00";
const fields = [
  "numeroProcedimiento",
  "descripcion",
  "unidadCompradora",
  "tipoProcedimiento",
  "materia",
  "fechaPublicacion",
  "fechaJuntaAclaraciones",
  "fechaAperturaProposiciones",
  "fechaFallo",
  "estatus",
];
/** A page on which all labels of a procedure are printed, whether something stands beside them or not. */
const page: Procedimiento = {
  ...wholeRecord,
  original: Object.fromEntries(fields.map((field) => [field, "as printed"])),
};
const feedRow = seenRow(wholeRecord);
const toldDates: Known["toldDates"] = new Set(["publication", "clarification", "opening", "award"]);

function compare(
  changes: Partial<Procedimiento>,
  others: Partial<Shown> & { feed?: Partial<TenderRow> | "none" } = {},
): Contrast {
  const record = { ...page, ...changes };
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) delete record[key as keyof Procedimiento];
  }
  const { feed, ...shown } = others;
  const row: TenderRow | undefined = feed === "none" ? undefined : { ...feedRow, ...feed };
  return contrast(
    { record, makeRow: () => seenRow(record), source: "procedimiento", receivedAt, ...shown },
    { readAt, toldDates, ...(row && { row }) },
    durango,
  );
}

it("says that page and feed say the same, and in what they were compared", () => {
  expect(compare({})).toEqual({
    verdict: "same",
    differences: [],
    compared: [
      "number",
      "title",
      "buyer",
      "method",
      "category",
      "publication",
      "clarification",
      "opening",
      "award",
      "status",
    ],
    unread: [],
  });
});

it.each<[string, Partial<Procedimiento>]>([
  ["capitals, accents and spaces", { descripcion: " Adquisicion de  uniformes escolares. " }],
  ["a text that was misread on its way", { descripcion: "ADQUISICIÃ“N DE UNIFORMES ESCOLARES" }],
  ["a date without its hour", { fechaFallo: "2026-03-25T00:00:00-06:00" }],
  ["the same instant in another zone", { fechaFallo: "2026-03-25T19:00:00+00:00" }],
  ["another spelling of the number", { numeroProcedimiento: "lp/e/seed/007/2025" }],
])("takes %s for no difference", (_what, changes) => {
  expect(compare(changes).verdict).toBe("same");
});

it("takes what is masked in the feed for the same on the page", () => {
  const descripcion = "SERVICIO DE PEGJ800101AB1, TEL. 618 123 45 67";
  const feed = { title: "SERVICIO DE [RFC omitido], TEL. [teléfono omitido]" };
  expect(compare({ descripcion }, { feed }).verdict).toBe("same");
});

it("says in which fields they differ, with both values", () => {
  const { verdict, differences } = compare({
    descripcion: "ADQUISICIÓN DE ZAPATOS ESCOLARES",
    fechaFallo: "2026-03-27T13:00:00-06:00",
  });
  expect(verdict).toBe("differs");
  expect(differences).toEqual([
    {
      kind: "moved",
      field: "award",
      label: "Fallo",
      before: "2026-03-25T13:00:00-06:00",
      after: "2026-03-27T13:00:00-06:00",
    },
    {
      kind: "changed",
      field: "title",
      label: "Descripción",
      before: "ADQUISICIÓN DE UNIFORMES ESCOLARES",
      after: "ADQUISICIÓN DE ZAPATOS ESCOLARES",
    },
  ]);
});

it.each<[string, Partial<Procedimiento>, Parameters<typeof compare>[1]]>([
  ["a date was put off", { fechaFallo: "2026-03-27T13:00:00-06:00" }, {}],
  ["a date was announced", {}, { feed: { awardAt: undefined } as never }],
  ["the call was closed", { estatus: { texto: "Adjudicada", clave: "adjudicado" } }, {}],
  ["what was gone is back", {}, { feed: { withdrawnAt: readAt, status: "withdrawn" } }],
  [
    "it was published afterwards",
    { fechaPublicacion: "2026-03-17T09:00:00-06:00" },
    { feed: "none" },
  ],
])("calls the page newer where %s since the feed was read", (_what, changes, others) => {
  expect(compare(changes, others).verdict).toBe("newer");
});

it.each<[string, Partial<Procedimiento>, Parameters<typeof compare>[1]]>([
  ["a date was brought forward", { fechaFallo: "2026-03-24T13:00:00-06:00" }, {}],
  ["a date is gone", { fechaFallo: undefined }, {}],
  ["the call is open again", {}, { feed: { status: "complete", statusText: "Adjudicada" } }],
  [
    "a status means the same by another word",
    { estatus: { texto: "Vigente", clave: "vigente" } },
    {},
  ],
  [
    "a date was put off, but the tab was open before the feed was read",
    { fechaFallo: "2026-03-27T13:00:00-06:00" },
    { receivedAt: "2026-03-15T10:00:00-06:00" },
  ],
  [
    "a date was put off, but nobody knows when the page came",
    { fechaFallo: "2026-03-27T13:00:00-06:00" },
    { receivedAt: undefined } as never,
  ],
  [
    "a date was put off, but it is a list that says so",
    { fechaAperturaProposiciones: "2026-03-20T11:30:00-06:00" },
    { source: "listado" },
  ],
])("says no more than that they differ where %s", (_what, changes, others) => {
  expect(compare(changes, others).verdict).toBe("differs");
});

it("does not call a date announced that the feed tells of no procedure", () => {
  const { awardAt: _, ...row } = feedRow;
  const shown: Shown = {
    record: page,
    makeRow: () => seenRow(page),
    source: "procedimiento",
    receivedAt,
  };
  const known: Known = { row, readAt, toldDates: new Set(["opening"]) };
  expect(contrast(shown, known, durango).verdict).toBe("differs");
});

it("says of a procedure that the feed lacks no more than that, unless its own date tells", () => {
  expect(compare({}, { feed: "none" }).verdict).toBe("absent");
  const ahead = { fechaPublicacion: "2026-03-18T09:00:00-06:00" };
  expect(compare(ahead, { feed: "none" }).verdict).toBe("absent");
});

it("compares what could be read, and names what could not", () => {
  const problem = { campo: "fechaFallo", texto: "por confirmar", motivo: "not a date" };
  const { verdict, compared, unread } = compare({ fechaFallo: undefined, problemas: [problem] });
  expect([verdict, compared.includes("award"), unread]).toEqual(["same", false, ["award"]]);
  expect(compare({ original: {} }).verdict).toBe("unread");
});

it("compares a row of a list in what it tells, cut and in its own words", () => {
  const long = `${"CONSTRUCCIÓN DE LÍNEA DE CONDUCCIÓN Y TANQUE ELEVADO, ".repeat(5)}EL ARENAL`;
  const row: Partial<Procedimiento> = {
    descripcion: long.slice(0, 80),
    tipoProcedimiento: { texto: "LP", clave: "licitacionPublica" },
    estatus: { texto: "Vigente", clave: "vigente" },
    materia: undefined,
    fechaFallo: undefined,
    original: { descripcion: "…", tipoProcedimiento: "LP", estatus: "Vigente", fechaFallo: "" },
  } as never;
  const { verdict, compared } = compare(row, { source: "listado", feed: { title: long } });
  expect(verdict).toBe("same");
  expect(compared).toEqual(["title", "method", "status"]);
  const national = { texto: "Licitación Pública Internacional", clave: "licitacionPublica" };
  const other = compare(
    { ...row, tipoProcedimiento: national },
    { source: "listado", feed: { title: long } },
  );
  expect(other.verdict).toBe("differs");
});

it("finds the practice portal, with all its dirt, to say what a feed made of it says", async () => {
  const portal = await openPortal({ procedures: 40, suppliers: 1 });
  const profile = practiceProfile(portal.url);
  const { procedimientos } = await readWholeList(profile);
  const differing: unknown[] = [];
  for (const listed of procedimientos) {
    const own = await readDetail(profile, listed.id);
    const known = { row: seenRow(combineRecords(listed, own)), readAt, toldDates };
    for (const [source, record] of [
      ["listado", listed],
      ["procedimiento", own],
    ] as const) {
      const found = contrast(
        { record, makeRow: () => seenRow(record), source, receivedAt },
        known,
        durango,
      );
      if (found.verdict !== "same") differing.push([record.id, source, found]);
    }
  }
  expect(procedimientos.length).toBeGreaterThan(30);
  expect(differing).toEqual([]);
});
