import type { Release, Tender } from "../ocds/schema.ts";
import type { Anexo, Procedimiento, UnidadCompradora } from "../portal/records.ts";
import { hashJson } from "../values/hash.ts";
import { dropUndefined } from "../values/present.ts";
import { slugify } from "../values/text.ts";
import {
  categoryOfMateria,
  documentTypeOfAnexo,
  methodOfModalidad,
  statusOfEstatus,
} from "./words.ts";

type TenderDocument = NonNullable<Tender["documents"]>[number];
type TenderPeriod = NonNullable<Tender["tenderPeriod"]>;

/** What a release says apart from when and as what: two records with equal content need no second release. */
export type ReleaseContent = Omit<Release, "id" | "date" | "tag">;

/**
 * The OCDS content of a procedure. What the portal leaves out stays out.
 *
 * @param ocidPrefix for instance `ocds-xxxxxx`; the ocid is the prefix, a hyphen and the portal's number.
 */
export function mapContent(record: Procedimiento, ocidPrefix: string): ReleaseContent {
  const unit = record.unidadCompradora;
  const buyer = unit && { id: unitId(unit), name: unit.nombre };
  return dropUndefined<ReleaseContent>({
    ocid: `${ocidPrefix}-${record.id}`,
    language: "es",
    initiationType: "tender",
    parties: unit &&
      buyer && [{ ...buyer, ...identify(unit), roles: ["buyer", "procuringEntity"] }],
    buyer,
    tender: { ...mapTender(record), ...(buyer && { procuringEntity: buyer }) },
  });
}

/**
 * The release that says how `content` came to be known.
 *
 * @param date when it became known to the feed, ISO 8601 with offset.
 * @param previous the content of the release before, absent for the first. A published date or document that moved
 * or vanished makes the release a `tenderAmendment`, a new status `cancelled` a `tenderCancellation`, anything else, such as
 * a date or document that is new, a `tenderUpdate`.
 */
export function makeRelease(
  content: ReleaseContent,
  date: string,
  previous?: ReleaseContent,
): Release {
  const tag = tagChange(content.tender, previous?.tender);
  const digest = hashJson({ content, date, tag }).slice(0, 16);
  return { ...content, id: `${content.ocid}-${digest}`, date, tag: [tag] };
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

function mapTender(record: Procedimiento): Tender {
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
    documents: [portalPage(record), ...record.anexos.map(mapAttachment)],
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

function mapAttachment(anexo: Anexo): TenderDocument {
  return dropUndefined<TenderDocument>({
    id: `anexo-${anexo.id}`,
    documentType: documentTypeOfAnexo[anexo.clave ?? ""],
    title: anexo.nombre,
    url: anexo.url,
    language: "es",
  });
}

function tagChange(tender: Tender, before: Tender | undefined): Release["tag"][number] {
  if (before === undefined) return "tender";
  if (tender.status === "cancelled" && before.status !== "cancelled") return "tenderCancellation";
  const now = publishedFacts(tender);
  const hasMoved = [...publishedFacts(before)].some(([name, fact]) => now.get(name) !== fact);
  return hasMoved ? "tenderAmendment" : "tenderUpdate";
}

/** The dates and documents that bidders rely on, each by its name. */
function publishedFacts(tender: Tender): Map<string, string> {
  const { tenderPeriod, enquiryPeriod, awardPeriod, documents = [] } = tender;
  const dates = Object.entries({
    publication: tenderPeriod?.startDate,
    opening: tenderPeriod?.endDate,
    clarification: enquiryPeriod?.endDate,
    award: awardPeriod?.endDate,
  });
  return new Map([
    ...dates.flatMap(([name, date]) => (date === undefined ? [] : [[name, date] as const])),
    ...documents.map((document) => [`document ${document.id}`, hashJson(document)] as const),
  ]);
}
