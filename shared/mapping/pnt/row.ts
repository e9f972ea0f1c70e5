import * as z from "zod";

const Text = z.string().min(1);
/** An instant in ISO 8601 with the offset of the portal's zone; the reports give days, so it is midnight. */
const Instant = z.iso.datetime({ offset: true });
const Day = z.iso.date();
const Amount = z.number().positive();

/** The kinds of procedure that fraction XXVIII speaks of. */
export const modalities = ["licitacionPublica", "invitacion", "adjudicacionDirecta"] as const;
export type Modality = (typeof modalities)[number];

/** A supplier as a report names it. */
export const PntSupplier = z.strictObject({
  nombre: Text,
  /** Companies only: of a natural person none is kept. */
  rfc: Text.optional(),
  /** Absent where neither the columns nor the RFC tell. */
  persona: z.enum(["company", "person"]).optional(),
  /** Of a quote, with taxes. */
  monto: Amount.optional(),
});
export type PntSupplier = z.infer<typeof PntSupplier>;

/** A link whose address can be published; the key says which column it stands in. */
export const linkKeys = [
  "urlConvocatoria",
  "urlAutorizacion",
  "urlJunta",
  "urlPropuestas",
  "urlDictamenes",
  "urlFallo",
  "urlContrato",
  "urlSuspension",
  "urlAvanceFisico",
  "urlAvanceFinanciero",
  "urlRecepcion",
  "urlFiniquito",
] as const;
export type LinkKey = (typeof linkKeys)[number];

const PntAmendment = z.strictObject({
  numero: Text.optional(),
  objeto: Text.optional(),
  fecha: Instant.optional(),
  url: z.url().optional(),
});

/** A row of a report, read: what cannot be read, or says nothing (`No aplica`, `ver nota`), is missing. */
export const PntRow = z.strictObject({
  /** Number of the layout. */
  formato: Text,
  /** The obliged body, whose report it is. */
  sujetoObligado: Text,
  /** The last day of the period that is reported. */
  periodoFin: Day,
  modalidad: z.enum(modalities).optional(),
  /** As it stands there. */
  tipoProcedimiento: Text.optional(),
  materia: Text.optional(),
  expediente: Text.optional(),
  desierta: z.literal(true).optional(),
  motivos: Text.optional(),
  razones: Text.optional(),
  descripcion: Text.optional(),
  objeto: Text.optional(),
  contrato: Text.optional(),
  fechaConvocatoria: Instant.optional(),
  fechaContrato: Instant.optional(),
  inicioPlazo: Instant.optional(),
  finPlazo: Instant.optional(),
  montoSinImpuestos: Amount.optional(),
  montoConImpuestos: Amount.optional(),
  montoMinimo: Amount.optional(),
  montoMaximo: Amount.optional(),
  ganador: PntSupplier.optional(),
  posiblesContratantes: z.array(PntSupplier),
  proposiciones: z.array(PntSupplier),
  cotizaciones: z.array(PntSupplier),
  convenios: z.array(PntAmendment),
  /** Codes of the COG in the digits of the report: `2111`, `21101`. Absent where it tells none, and in rows that were stored before they were read. */
  partidas: z
    .array(z.string().regex(/^[1-9]\d{2,5}$/))
    .min(1)
    .optional(),
  enlaces: z.partialRecord(z.enum(linkKeys), z.url()),
});
export type PntRow = z.infer<typeof PntRow>;
