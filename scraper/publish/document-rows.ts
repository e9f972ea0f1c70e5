import { documentTypes } from "../../shared/ocds/codelists.ts";
import type { Column } from "../../shared/tables/column.ts";
import { dropUndefined } from "../../shared/values/present.ts";
import type { PublishedProcess } from "./publication.ts";
import { documentTypeWords } from "./table-words.ts";

/** One attachment that a procedure's page links or has linked. Instants are ISO 8601 with offset. */
export interface DocumentRow {
  ocid: string;
  /** The procedure's number as the portal prints it. */
  number?: string;
  /** Unique within its procedure. */
  id: string;
  title?: string;
  /** Code of OCDS. */
  type?: (typeof documentTypes)[number];
  url: string;
  firstSeenAt: string;
  /** Since when the page links it no longer. */
  withdrawnAt?: string;
  /** What was found at the address the last time that it was read; absent where it never was. */
  fileName?: string;
  mediaType?: string;
  bytes?: number;
  sha256?: string;
  readAt?: string;
  /** When a content other than the one before was first read there. */
  changedAt?: string;
}

/** The attachments of a procedure, those that have vanished included. The procedure's own page is none. */
export function documentRows({ compiled, row, evidence }: PublishedProcess): DocumentRow[] {
  // A procedure's page without attachments is evidence of none, and a release need not have documents.
  const described = new Map((compiled.tender?.documents ?? []).map((each) => [each.id, each]));
  return evidence.documents.map(({ id, url, firstSeenAt, withdrawnAt, files }) => {
    const about = described.get(id);
    const file = files.at(-1);
    return dropUndefined<DocumentRow>({
      ocid: row.ocid,
      number: row.number,
      id,
      title: about?.title,
      type: documentTypes.find((type) => type === about?.documentType),
      url,
      firstSeenAt,
      withdrawnAt,
      fileName: file?.name,
      mediaType: file?.mediaType,
      bytes: file?.bytes,
      sha256: file?.sha256,
      readAt: file?.readAt,
      changedAt: files.findLast((each, at) => at > 0 && each.sha256 !== files[at - 1]?.sha256)
        ?.readAt,
    });
  });
}

export const documentColumns: readonly Column<DocumentRow>[] = [
  {
    heading: "OCID",
    meaning: "Identificador del procedimiento al que pertenece el anexo.",
    width: 22,
    text: ({ ocid }) => ocid,
  },
  {
    heading: "Número de procedimiento",
    meaning: "Número oficial del procedimiento, tal como lo escribe el portal.",
    width: 26,
    text: ({ number }) => number,
  },
  {
    heading: "Id del documento",
    meaning: "Identificador del anexo dentro de su procedimiento.",
    width: 16,
    text: ({ id }) => id,
  },
  {
    heading: "Nombre",
    meaning: "Nombre del anexo en la página del procedimiento.",
    width: 45,
    text: ({ title }) => title,
  },
  {
    heading: "Tipo",
    meaning: "Qué documento es, según su nombre; vacío donde el nombre no lo dice.",
    width: 22,
    text: ({ type }) => type && documentTypeWords[type],
  },
  {
    heading: "Dirección",
    meaning: "De dónde se descarga.",
    width: 40,
    text: ({ url }) => url,
  },
  {
    heading: "Nombre del archivo",
    meaning:
      "Nombre con el que el portal entregó el archivo. Como los tres siguientes, solo donde se leyó.",
    width: 30,
    text: ({ fileName }) => fileName,
  },
  {
    heading: "Tipo de archivo",
    meaning: "Tipo de contenido que declaró el portal, por ejemplo application/pdf.",
    width: 18,
    text: ({ mediaType }) => mediaType,
  },
  {
    heading: "Tamaño (bytes)",
    meaning: "Tamaño del archivo, en bytes.",
    width: 14,
    count: ({ bytes }) => bytes,
  },
  {
    heading: "Huella (SHA-256)",
    meaning: "Huella del archivo, para comprobar que es el mismo.",
    width: 20,
    text: ({ sha256 }) => sha256,
  },
  {
    heading: "Visto por primera vez",
    meaning: "Cuándo se vio el anexo por primera vez.",
    width: 17,
    instant: ({ firstSeenAt }) => firstSeenAt,
  },
  {
    heading: "Retirado del portal",
    meaning: "Desde cuándo la página ya no lo enlaza; vacía mientras lo enlaza.",
    width: 17,
    instant: ({ withdrawnAt }) => withdrawnAt,
  },
];
