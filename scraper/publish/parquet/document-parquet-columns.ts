import type { DocumentRow } from "../document-rows.ts";
import type { ParquetColumn } from "./parquet-file.ts";

/** One attachment a row. */
export const documentParquetColumns: readonly ParquetColumn<DocumentRow>[] = [
  {
    name: "ocid",
    meaning: "Identificador del procedimiento al que pertenece el anexo.",
    text: ({ ocid }) => ocid,
  },
  {
    name: "id",
    meaning: "Identificador del anexo dentro de su procedimiento.",
    text: ({ id }) => id,
  },
  {
    name: "document_type",
    meaning: "Qué documento es, código OCDS; nulo donde su nombre no lo dice.",
    text: ({ type }) => type,
  },
  {
    name: "title",
    meaning: "Nombre del anexo en la página del procedimiento.",
    text: ({ title }) => title,
  },
  {
    name: "url",
    meaning: "De dónde se descarga.",
    text: ({ url }) => url,
  },
  {
    name: "file_name",
    meaning:
      "Nombre con el que el portal entregó el archivo; como los tres siguientes, solo donde se leyó.",
    text: ({ fileName }) => fileName,
  },
  {
    name: "format",
    meaning: "Tipo de contenido que declaró el portal, por ejemplo application/pdf.",
    text: ({ mediaType }) => mediaType,
  },
  {
    name: "size_bytes",
    meaning: "Tamaño del archivo, en bytes.",
    size: ({ bytes }) => bytes,
  },
  {
    name: "sha256",
    meaning: "Huella del archivo.",
    text: ({ sha256 }) => sha256,
  },
  {
    name: "first_read_date",
    meaning: "Cuándo se leyó por primera vez ese archivo.",
    instant: ({ readAt }) => readAt,
  },
  {
    name: "first_seen_date",
    meaning: "Cuándo se vio el anexo por primera vez.",
    instant: ({ firstSeenAt }) => firstSeenAt,
  },
  {
    name: "withdrawn_date",
    meaning: "Desde cuándo la página ya no lo enlaza; nulo mientras lo enlaza.",
    instant: ({ withdrawnAt }) => withdrawnAt,
  },
];
