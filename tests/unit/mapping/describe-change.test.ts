import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeChange, nameField } from "../../../shared/mapping/describe-change.ts";
import { type Change, listChanges } from "../../../shared/mapping/list-changes.ts";
import { mapContent, type ReleaseContent } from "../../../shared/mapping/release.ts";
import { followState, withdrawState } from "../../../shared/mapping/state.ts";
import type { Procedimiento } from "../../../shared/portal/records.ts";
import { procedimientos } from "./arbitrary.ts";
import { bareRecord, ocidPrefix, wholeRecord } from "./make-record.ts";

const sight = { on: "2026-03-18", lastSeenOn: "2026-03-17", replacedDocuments: new Set<string>() };
const stateOf = (record: Procedimiento) => mapContent(record, ocidPrefix);
const whole = stateOf(wholeRecord);
const follow = (before: ReleaseContent, record: Procedimiento, replaced: string[] = []) =>
  followState(before, stateOf(record), { ...sight, replacedDocuments: new Set(replaced) });
const tell = (before: ReleaseContent | undefined, after: ReleaseContent) =>
  listChanges(before, after).map(describeChange);
const [convocatoria] = wholeRecord.anexos;
if (convocatoria === undefined) throw new Error("the record of the tests has an attachment");

/** What is told of a record whose page now says `fields`; undefined takes a field away. */
function tellAfter(fields: { [Key in keyof Procedimiento]?: Procedimiento[Key] | undefined }) {
  const record = Object.fromEntries(
    Object.entries({ ...wholeRecord, ...fields }).filter(([, value]) => value !== undefined),
  ) as Procedimiento;
  return tell(whole, follow(whole, record));
}

describe("what changed in a procedure is told in Spanish", () => {
  it("a new one is new, whatever it says", () => {
    expect(tell(undefined, whole)).toEqual(["El procedimiento es nuevo."]);
  });

  it("nothing, where nothing changed", () => {
    fc.assert(
      fc.property(procedimientos, (record) => {
        expect(listChanges(stateOf(record), follow(stateOf(record), record))).toEqual([]);
      }),
    );
  });

  it.each<[string, Parameters<typeof tellAfter>[0], string[]]>([
    [
      "an opening that moved",
      { fechaAperturaProposiciones: "2026-03-20T11:30:00-06:00" },
      ["La apertura pasó del 18 al 20 de marzo de 2026, 11:30 h."],
    ],
    [
      "a meeting at another hour",
      { fechaJuntaAclaraciones: "2026-03-10T12:00:00-06:00" },
      ["La junta de aclaraciones pasó de las 10:00 a las 12:00 h del 10 de marzo de 2026."],
    ],
    [
      "a ruling that lost its hour",
      { fechaFallo: "2026-03-25T00:00:00-06:00" },
      ["El fallo pasó de las 13:00 h del 25 de marzo de 2026 al mismo día, sin hora."],
    ],
    [
      "a date that vanished",
      { fechaFallo: undefined },
      ["El fallo ya no tiene fecha; era el 25 de marzo de 2026, 13:00 h."],
    ],
    [
      "a publication that moved",
      { fechaPublicacion: "2026-03-03T00:00:00-06:00" },
      ["La publicación pasó del 2 de marzo de 2026, 09:00 h, al 3 de marzo de 2026."],
    ],
    [
      "another status",
      { estatus: { texto: "Desierta", clave: "desierto" } },
      ["El estado cambió de «En curso» a «Desierta»."],
    ],
    [
      "a status that OCDS has no word for",
      { estatus: { texto: "Suspendida", clave: "suspendido" } },
      ["El estado ya no se conoce; era «En curso»."],
    ],
    [
      "a cancellation",
      { estatus: { texto: "Cancelada", clave: "cancelado" } },
      ["El procedimiento se canceló."],
    ],
    [
      "another description",
      { descripcion: "ADQUISICIÓN DE ÚTILES" },
      ["La descripción cambió de «ADQUISICIÓN DE UNIFORMES ESCOLARES» a «ADQUISICIÓN DE ÚTILES»."],
    ],
    [
      "another unit",
      { unidadCompradora: { codigo: "099", nombre: "DIF" } },
      ["La unidad compradora cambió de «SECRETARÍA DE EDUCACIÓN» a «DIF»."],
    ],
    [
      "another modality and class",
      {
        tipoProcedimiento: { texto: "Adjudicación Directa", clave: "adjudicacionDirecta" },
        materia: { texto: "Servicio", clave: "servicios" },
      },
      [
        "La modalidad cambió de «Licitación Pública Nacional» a «Adjudicación Directa».",
        "La materia cambió de «Adquisición» a «Servicio».",
      ],
    ],
    [
      "a number that is printed no more",
      { numeroProcedimiento: undefined },
      ["El número ya no se conoce; era «LP/E/SEED/007/2025»."],
    ],
    [
      "an attachment that vanished",
      { anexos: [] },
      ["El anexo «CONVOCATORIA.pdf» ya no aparece en el portal."],
    ],
    [
      "an attachment under another name",
      { anexos: [{ ...convocatoria, nombre: "CONVOCATORIA V2.pdf" }] },
      ["El anexo «CONVOCATORIA.pdf» ahora se llama «CONVOCATORIA V2.pdf»."],
    ],
    [
      "an attachment at another address",
      { anexos: [{ ...convocatoria, url: "https://example.org/otro.pdf" }] },
      ["El archivo del anexo «CONVOCATORIA.pdf» es otro que antes."],
    ],
    [
      "several changes, the weightiest first",
      {
        descripcion: "ADQUISICIÓN DE ÚTILES",
        anexos: [
          convocatoria,
          { id: "9", nombre: "DIFERIMIENTO.pdf", url: "https://example.org/9" },
        ],
        fechaAperturaProposiciones: "2026-03-20T11:30:00-06:00",
        fechaPublicacion: undefined,
        estatus: { texto: "Cancelada", clave: "cancelado" },
      },
      [
        "El procedimiento se canceló.",
        "La apertura pasó del 18 al 20 de marzo de 2026, 11:30 h.",
        "La publicación ya no tiene fecha; era el 2 de marzo de 2026, 09:00 h.",
        "Hay un anexo nuevo: «DIFERIMIENTO.pdf».",
        "La descripción cambió de «ADQUISICIÓN DE UNIFORMES ESCOLARES» a «ADQUISICIÓN DE ÚTILES».",
      ],
    ],
  ])("%s", (_change, fields, sentences) => {
    expect(tellAfter(fields)).toEqual(sentences);
  });

  it("what becomes known of a procedure of which nothing was", () => {
    const bare = stateOf(bareRecord);
    const record = { ...bareRecord, fechaFallo: "2026-03-25T00:00:00-06:00", descripcion: "PAPEL" };
    expect(tell(bare, follow(bare, record))).toEqual([
      "Se anunció el fallo: 25 de marzo de 2026.",
      "La descripción ya se conoce: «PAPEL».",
    ]);
    expect(tell(bare, follow(bare, { ...bareRecord, numeroProcedimiento: "LP-1" }))).toEqual([
      "El número ya se conoce: «LP-1».",
    ]);
  });

  it("a procedure that vanished, and one that came back with what is new on its page", () => {
    const gone = withdrawState(whole);
    expect(tell(whole, gone)).toEqual(["El procedimiento ya no aparece en el portal."]);
    expect(tell(gone, gone)).toEqual([]);
    expect(tell(gone, follow(gone, wholeRecord))).toEqual([
      "El procedimiento volvió a aparecer en el portal, con el estado «En curso».",
    ]);
    const { estatus: _, ...silent } = wholeRecord;
    expect(
      tell(gone, follow(gone, { ...silent, fechaFallo: "2026-03-26T13:00:00-06:00" })),
    ).toEqual([
      "El procedimiento volvió a aparecer en el portal.",
      "El fallo pasó del 25 al 26 de marzo de 2026, 13:00 h.",
    ]);
  });

  it("an attachment that came back, and one whose file is another at the same address", () => {
    const without = follow(whole, { ...wholeRecord, anexos: [] });
    const back = follow(without, wholeRecord);
    expect(tell(without, back)).toEqual([
      "El anexo «CONVOCATORIA.pdf» volvió a aparecer en el portal.",
    ]);
    expect(tell(back, follow(back, wholeRecord, [`anexo-${convocatoria.id}`]))).toEqual([
      "El archivo del anexo «CONVOCATORIA.pdf» es otro que antes.",
    ]);
  });

  it("every change as one sentence without a hole, for any two states", () => {
    fc.assert(
      fc.property(procedimientos, procedimientos, (first, second) => {
        const before = stateOf(first);
        const after = follow(before, { ...second, id: first.id });
        for (const sentence of tell(before, after)) {
          expect(sentence).toMatch(/^\p{Lu}.*\.$/su);
          expect(sentence).not.toMatch(/undefined|NaN|null|Invalid/);
        }
      }),
    );
  });

  it("names a field with its article", () => {
    const fields = listChanges(stateOf(bareRecord), whole).flatMap((change: Change) =>
      "field" in change ? [nameField(change.field)] : [],
    );
    expect(fields).toEqual([
      "el estado",
      "la apertura",
      "la junta de aclaraciones",
      "el fallo",
      "la publicación",
      "la descripción",
      "el número",
      "la unidad compradora",
      "la modalidad",
      "la materia",
    ]);
  });
});
