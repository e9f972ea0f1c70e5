import fc from "fast-check";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { procedureUrl } from "../../../shared/portal/read-record.ts";
import type { Anexo, Procedimiento } from "../../../shared/portal/records.ts";
import { dropUndefined } from "../../../shared/values/present.ts";

const text = fc.string({ minLength: 1, maxLength: 30 });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const wordOf = (words: Record<string, string[]>) =>
  fc
    .record({ texto: text, clave: maybe(fc.constantFrom(...Object.keys(words))) })
    .map((word) => dropUndefined<{ texto: string; clave?: string }>(word));
const instant = fc
  .date({ min: new Date("2019-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 19)}-06:00`);
const anexo = fc
  .record({
    id: fc.nat().map(String),
    nombre: text,
    clave: maybe(fc.constantFrom(...Object.keys(durango.anexo))),
  })
  .map((fields) => dropUndefined<Anexo>({ ...fields, url: `https://example.org/${fields.id}` }));

/** Procedures of which any part may be missing and any text may be odd. */
export const procedimientos: fc.Arbitrary<Procedimiento> = fc
  .record({
    id: fc.nat().map(String),
    numeroProcedimiento: maybe(text),
    descripcion: maybe(text),
    unidadCompradora: maybe(
      fc
        .record({ codigo: maybe(text), nombre: text })
        .map((unit) => dropUndefined<{ codigo?: string; nombre: string }>(unit)),
    ),
    tipoProcedimiento: maybe(wordOf(durango.modalidad)),
    materia: maybe(wordOf(durango.materia)),
    fechaPublicacion: maybe(instant),
    fechaJuntaAclaraciones: maybe(instant),
    fechaAperturaProposiciones: maybe(instant),
    fechaFallo: maybe(instant),
    estatus: maybe(wordOf(durango.estatus)),
    anexos: fc.uniqueArray(anexo, { maxLength: 4, selector: ({ id }) => id }),
  })
  .map((fields) =>
    dropUndefined<Procedimiento>({
      ...fields,
      url: procedureUrl(durango, fields.id),
      original: {},
      desconocidos: [],
      problemas: [],
    }),
  );
