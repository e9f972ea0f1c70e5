import type { CompiledRelease, Tender } from "../ocds/schema.ts";
import type { Anexo, Procedimiento, UnidadCompradora } from "../portal/records.ts";
import { hashJson } from "../values/hash.ts";
import { dropUndefined } from "../values/present.ts";
import { slugify } from "../values/text.ts";
import { maskProcedure } from "./mask-personal.ts";
import {
  categoryOfMateria,
  documentTypeOfAnexo,
  methodOfModalidad,
  statusOfEstatus,
} from "./words.ts";

type TenderDocument = NonNullable<Tender["documents"]>[number];
type TenderPeriod = NonNullable<Tender["tenderPeriod"]>;

/** What is known of a process, apart from when it came to be known: a compiled release without `id`, `date` and `tag`. */
export interface ReleaseContent extends Omit<CompiledRelease, "id" | "date" | "tag"> {
  language: "es";
  initiationType: "tender";
  tender: Tender;
}

/** Attachment's id → the media type that its download stated. */
export type AttachmentFormats = ReadonlyMap<string, string>;

/**
 * The OCDS content of a procedure. What the portal leaves out stays out, and so does what names or reaches a person in its texts.
 *
 * @param ocidPrefix for instance `ocds-xxxxxx`; the ocid is the prefix, a hyphen and the portal's number.
 * @param formats of the attachments that were read; the others have none.
 */
export function mapContent(
  asRead: Procedimiento,
  ocidPrefix: string,
  formats: AttachmentFormats = new Map(),
): ReleaseContent {
  const record = maskProcedure(asRead);
  const unit = record.unidadCompradora;
  const buyer = unit && { id: unitId(unit), name: unit.nombre };
  return dropUndefined<ReleaseContent>({
    ocid: `${ocidPrefix}-${record.id}`,
    language: "es",
    initiationType: "tender",
    parties: unit &&
      buyer && [{ ...buyer, ...identify(unit), roles: ["buyer", "procuringEntity"] }],
    buyer,
    tender: { ...mapTender(record, formats), ...(buyer && { procuringEntity: buyer }) },
  });
}

/** A buying unit's identifier within the feed: by its code where one is printed, else by its name. */
export function unitId(unit: UnidadCompradora): string {
  const text = unit.codigo ?? unit.nombre;
  // A text without letters and digits has no slug, and must not share its identifier with the next such text.
  return `MX-DUR-UC-${slugify(text) || hashJson(text).slice(0, 16)}`;
}

function identify(unit: UnidadCompradora): { identifier?: { scheme: string; id: string } } {
  // No scheme of org-id.guide covers the state's units; "X-" marks a scheme of one's own.
  return unit.codigo === undefined
    ? {}
    : { identifier: { scheme: "X-MX-DUR-UC", id: unit.codigo } };
}

function mapTender(record: Procedimiento, formats: AttachmentFormats): Tender {
  const { fechaPublicacion, fechaJuntaAclaraciones, fechaAperturaProposiciones, fechaFallo } =
    record;
  const { tipoProcedimiento, materia, estatus } = record;
  return dropUndefined<Tender>({
    id: record.numeroProcedimiento ?? record.id,
    title: record.descripcion,
    description: record.descripcion,
    status: statusOfEstatus[estatus?.clave ?? ""],
    procurementMethod: methodOfModalidad[tipoProcedimiento?.clave ?? ""],
    procurementMethodDetails: tipoProcedimiento?.texto,
    mainProcurementCategory: categoryOfMateria[materia?.clave ?? ""],
    additionalProcurementCategories: materia && [materia.texto],
    tenderPeriod: period(fechaPublicacion, fechaAperturaProposiciones),
    enquiryPeriod: period(undefined, fechaJuntaAclaraciones),
    awardPeriod: period(undefined, fechaFallo),
    bidOpening:
      fechaAperturaProposiciones === undefined ? undefined : { date: fechaAperturaProposiciones },
    clarificationMeetings:
      fechaJuntaAclaraciones === undefined
        ? undefined
        : [{ id: "1", date: fechaJuntaAclaraciones }],
    milestones:
      fechaJuntaAclaraciones === undefined
        ? undefined
        : [
            {
              id: "juntaAclaraciones",
              title: "Junta de aclaraciones",
              type: "engagement",
              code: "juntaAclaraciones",
              dueDate: fechaJuntaAclaraciones,
            },
          ],
    documents: [
      portalPage(record),
      ...record.anexos.map((anexo) => mapAttachment(anexo, formats.get(anexo.id))),
    ],
  });
}

function period(
  startDate: string | undefined,
  endDate: string | undefined,
): TenderPeriod | undefined {
  return startDate || endDate ? dropUndefined<TenderPeriod>({ startDate, endDate }) : undefined;
}

/** The notice is the portal's own page: the standard's `tenderNotice` may be "a link to a web page". */
function portalPage(record: Procedimiento): TenderDocument {
  return {
    id: `procedimiento-${record.id}`,
    documentType: "tenderNotice",
    title: "Página del procedimiento en el portal",
    url: record.url,
    format: "text/html",
    language: "es",
  };
}

/** The identifier of an attachment among a tender's documents. */
export function documentId({ id }: Pick<Anexo, "id">): string {
  return `anexo-${id}`;
}

function mapAttachment(anexo: Anexo, format: string | undefined): TenderDocument {
  return dropUndefined<TenderDocument>({
    id: documentId(anexo),
    documentType: documentTypeOfAnexo[anexo.clave ?? ""],
    title: anexo.nombre,
    url: anexo.url,
    format,
    language: "es",
  });
}
