import * as z from "zod";

const Text = z.string().min(1);
/** An instant in ISO 8601 with the offset of the portal's zone. */
const Instant = z.iso.datetime({ offset: true });

/** A word of the portal: as it stands there, and the canonical word of the profile that it belongs to, if any. */
export const PortalWord = z.strictObject({ texto: Text, clave: Text.optional() });
export type PortalWord = z.infer<typeof PortalWord>;

/** A buying unit: `002 - SECRETARIA DE FINANZAS` has the code `002`; many have none. */
export const UnidadCompradora = z.strictObject({ codigo: Text.optional(), nombre: Text });
export type UnidadCompradora = z.infer<typeof UnidadCompradora>;

/** A text that could not be read as what it should be. The field is then missing from the record. */
export const ReadProblem = z.strictObject({ campo: Text, texto: z.string(), motivo: Text });
export type ReadProblem = z.infer<typeof ReadProblem>;

/** What every record carries beside its fields. */
const asRead = {
  /** Key of the page definition → the text as the portal prints it, before any repair. */
  original: z.record(Text, z.string()),
  /** Labels that no synonym of the profile stands for, with their text. */
  desconocidos: z.array(z.strictObject({ etiqueta: z.string(), texto: z.string() })),
  problemas: z.array(ReadProblem),
};

export const Anexo = z.strictObject({
  id: Text,
  nombre: Text,
  clave: Text.optional(),
  url: z.url(),
});
export type Anexo = z.infer<typeof Anexo>;

const camposProcedimiento = {
  numeroProcedimiento: Text.optional(),
  descripcion: Text.optional(),
  unidadCompradora: UnidadCompradora.optional(),
  tipoProcedimiento: PortalWord.optional(),
  materia: PortalWord.optional(),
  fechaPublicacion: Instant.optional(),
  fechaJuntaAclaraciones: Instant.optional(),
  fechaAperturaProposiciones: Instant.optional(),
  fechaFallo: Instant.optional(),
  estatus: PortalWord.optional(),
};

/**
 * A procedure as the portal shows it, in the portal's own nouns. A date or word that the portal leaves out is missing.
 * `id` is the portal's number, the only key; `url` is the page of the procedure.
 */
export const Procedimiento = z.strictObject({
  id: z.string().regex(/^\d+$/),
  url: z.url(),
  ...camposProcedimiento,
  anexos: z.array(Anexo),
  ...asRead,
});
export type Procedimiento = z.infer<typeof Procedimiento>;

/** A supplier as the registry shows it. */
export const Proveedor = z.strictObject({
  folio: Text.optional(),
  rfc: Text.optional(),
  nombre: Text,
  tipoPersona: Text.optional(),
  municipio: Text.optional(),
  giros: z.array(Text),
  fechaInscripcion: Instant.optional(),
  vigenciaHasta: Instant.optional(),
  estatus: Text.optional(),
  ...asRead,
});
export type Proveedor = z.infer<typeof Proveedor>;
