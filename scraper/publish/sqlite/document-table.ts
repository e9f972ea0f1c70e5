import type { DocumentRow } from "../document-rows.ts";
import { documentTypeWords } from "../table-words.ts";
import { localTime, type SqlTable } from "./sql-table.ts";

export const documentTable: SqlTable<DocumentRow> = {
  name: "documentos",
  meaning: "Un anexo de un procedimiento, también los que ya no aparecen en el portal.",
  columns: [
    {
      name: "ocid",
      type: "TEXT NOT NULL REFERENCES procedimientos (ocid)",
      meaning: "Procedimiento al que pertenece.",
      value: ({ ocid }) => ocid,
    },
    {
      name: "id",
      type: "TEXT NOT NULL",
      meaning: "Identificador del anexo dentro de su procedimiento (OCDS: tender/documents/id).",
      value: ({ id }) => id,
    },
    {
      name: "nombre",
      type: "TEXT",
      meaning: "Nombre del anexo en la página (OCDS: tender/documents/title).",
      value: ({ title }) => title,
    },
    {
      name: "tipo",
      type: "TEXT",
      meaning: "Qué documento es, según su nombre (OCDS: tender/documents/documentType).",
      value: ({ type }) => type && documentTypeWords[type],
    },
    {
      name: "url",
      type: "TEXT NOT NULL",
      meaning: "De dónde se descarga.",
      value: ({ url }) => url,
    },
    {
      name: "nombre_archivo",
      type: "TEXT",
      meaning:
        "Nombre con el que el portal entregó el archivo; como los cuatro siguientes, solo donde se leyó.",
      value: ({ fileName }) => fileName,
    },
    {
      name: "tipo_archivo",
      type: "TEXT",
      meaning: "Tipo de contenido que declaró el portal, por ejemplo application/pdf.",
      value: ({ mediaType }) => mediaType,
    },
    {
      name: "bytes",
      type: "INTEGER",
      meaning: "Tamaño del archivo.",
      value: ({ bytes }) => bytes,
    },
    {
      name: "huella",
      type: "TEXT",
      meaning: "SHA-256 del archivo.",
      value: ({ sha256 }) => sha256,
    },
    {
      name: "leido",
      type: "TEXT",
      meaning: "Cuándo se leyó por primera vez ese archivo.",
      value: ({ readAt }) => localTime(readAt),
    },
    {
      name: "visto_primera_vez",
      type: "TEXT NOT NULL",
      meaning: "Cuándo se vio el anexo por primera vez.",
      value: ({ firstSeenAt }) => localTime(firstSeenAt),
    },
    {
      name: "retirado_desde",
      type: "TEXT",
      meaning: "Desde cuándo la página ya no lo enlaza; NULL mientras lo enlaza.",
      value: ({ withdrawnAt }) => localTime(withdrawnAt),
    },
  ],
  constraints: "PRIMARY KEY (ocid, id)",
  suffix: " WITHOUT ROWID",
};
