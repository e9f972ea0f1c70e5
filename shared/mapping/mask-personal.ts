import { maskAll } from "../portal/mask/mask-text.ts";
import { type MaskKind, maskPatterns } from "../portal/mask/patterns.ts";
import type { Anexo, PortalWord, Procedimiento, UnidadCompradora } from "../portal/records.ts";
import { hasValidCheck, normalizeRfc, rfcOwner } from "../values/rfc.ts";

/** What is published in the place of what names or reaches a natural person. */
const signs: Readonly<Partial<Record<MaskKind, string>>> = {
  curp: "[CURP omitida]",
  rfc: "[RFC omitido]",
  email: "[correo omitido]",
  phone: "[teléfono omitido]",
};

/**
 * A free text as it may be published: without the RFC or CURP of a natural person, telephones, and e-mail addresses that are no office's
 * (`…@durango.gob.mx` stays). Each is replaced by a sign that says so: `[RFC omitido]`. RFCs of companies are public and stay.
 */
export function maskPersonal(text: string): string {
  return mask(text, isNobodys);
}

/**
 * The same for an official number, which may look like an RFC with hyphens (`SADM-240315-123`) or a telephone: only a CURP, an e-mail address, and
 * an RFC whose check character is right are taken for what they look like.
 */
export function maskNumber(text: string): string {
  return mask(text, (kind, found) => kind === "phone" || isUnlikely(kind, found));
}

/** A procedure with all of its texts as they may be published. What is not published, such as the texts as they were read, stays. */
export function maskProcedure(record: Procedimiento): Procedimiento {
  const { numeroProcedimiento, descripcion, unidadCompradora } = record;
  const { tipoProcedimiento, materia, estatus } = record;
  return {
    ...record,
    ...(numeroProcedimiento !== undefined && {
      numeroProcedimiento: maskNumber(numeroProcedimiento),
    }),
    ...(descripcion !== undefined && { descripcion: maskPersonal(descripcion) }),
    ...(unidadCompradora && { unidadCompradora: maskUnit(unidadCompradora) }),
    ...(tipoProcedimiento && { tipoProcedimiento: maskWord(tipoProcedimiento) }),
    ...(materia && { materia: maskWord(materia) }),
    ...(estatus && { estatus: maskWord(estatus) }),
    anexos: record.anexos.map((anexo): Anexo => ({ ...anexo, nombre: maskPersonal(anexo.nombre) })),
  };
}

function maskUnit({ codigo, nombre }: UnidadCompradora): UnidadCompradora {
  return {
    ...(codigo !== undefined && { codigo: maskNumber(codigo) }),
    nombre: maskPersonal(nombre),
  };
}

function maskWord(word: PortalWord): PortalWord {
  return { ...word, texto: maskPersonal(word.texto) };
}

/** Whatever the patterns of `signs` find has one of these. */
const mayBePersonal = /[\d@]/;

function mask(text: string, isLeft: (kind: MaskKind, found: string) => boolean): string {
  if (!mayBePersonal.test(text)) return text;
  return maskPatterns.reduce((masked, { kind, pattern }) => {
    const sign = signs[kind];
    if (sign === undefined) return masked;
    return maskAll(
      masked,
      { pattern, mask: (found) => (isLeft(kind, found) ? found : sign) },
      () => undefined,
    );
  }, text);
}

/** Of an office's address the pattern finds what stands before the `@`. The generic RFCs are nobody's. */
function isNobodys(kind: MaskKind, found: string): boolean {
  if (kind === "email") return !found.includes("@");
  if (kind !== "rfc") return false;
  const rfc = normalizeRfc(found);
  // Apart from its form, nothing tells an RFC in three parts from a number of some office.
  return rfcOwner(rfc) === "generic" || (rfc.length < found.length && !hasRightCheck(rfc));
}

function isUnlikely(kind: MaskKind, found: string): boolean {
  return isNobodys(kind, found) || (kind === "rfc" && !hasRightCheck(normalizeRfc(found)));
}

function hasRightCheck(rfc: string): boolean {
  return rfcOwner(rfc) !== undefined && hasValidCheck(rfc);
}
