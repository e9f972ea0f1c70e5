import type { PublishedProcess } from "../publication.ts";
import type { ParquetColumn } from "./parquet-file.ts";

/** One procedure a row; of a field that OCDS has, the name is its path. */
export const tenderParquetColumns: readonly ParquetColumn<PublishedProcess>[] = [
  {
    name: "ocid",
    meaning: "Identificador del procedimiento en esta publicación; no cambia nunca.",
    text: ({ row }) => row.ocid,
  },
  {
    name: "portal_id",
    meaning: "Número con el que el portal identifica el procedimiento.",
    text: ({ row }) => row.id,
  },
  {
    name: "portal_url",
    meaning: "Dirección de la página del procedimiento.",
    text: ({ row }) => row.url,
  },
  {
    name: "tender_number",
    meaning: "Número oficial, tal como lo escribe el portal.",
    text: ({ row }) => row.number,
  },
  {
    name: "tender_title",
    meaning: "Qué se contrata, en palabras del portal.",
    text: ({ row }) => row.title,
  },
  {
    name: "buyer_id",
    meaning: "Identificador de la unidad compradora en esta publicación.",
    text: ({ row }) => row.buyerId,
  },
  {
    name: "buyer_code",
    meaning: "Clave de la unidad compradora, donde el portal la imprime.",
    text: ({ record }) => record.unidadCompradora?.codigo,
  },
  {
    name: "buyer_name",
    meaning: "Unidad compradora, tal como la escribe el portal.",
    text: ({ row }) => row.buyerName,
  },
  {
    name: "tender_procurement_method",
    meaning: "Modalidad, código OCDS: open, selective, limited, direct.",
    text: ({ row }) => row.method,
  },
  {
    name: "tender_procurement_method_details",
    meaning: "Tipo de procedimiento, en palabras del portal.",
    text: ({ row }) => row.methodText,
  },
  {
    name: "tender_main_procurement_category",
    meaning: "Materia, código OCDS: goods, services, works.",
    text: ({ row }) => row.category,
  },
  {
    name: "tender_category_details",
    meaning: "Materia, en palabras del portal.",
    text: ({ record }) => record.materia?.texto,
  },
  {
    name: "tender_status",
    meaning: "Estatus, código OCDS; withdrawn: ya no aparece en el portal.",
    text: ({ row }) => row.status,
  },
  {
    name: "portal_status",
    meaning: "Estatus, en palabras del portal.",
    text: ({ row }) => row.statusText,
  },
  {
    name: "tender_period_start_date",
    meaning: "Publicación de la convocatoria.",
    instant: ({ row }) => row.publishedAt,
  },
  {
    name: "enquiry_period_end_date",
    meaning: "Junta de aclaraciones.",
    instant: ({ row }) => row.clarificationAt,
  },
  {
    name: "bid_opening_date",
    meaning: "Presentación y apertura de proposiciones.",
    instant: ({ row }) => row.opensAt,
  },
  {
    name: "award_period_end_date",
    meaning: "Fallo anunciado.",
    instant: ({ row }) => row.awardAt,
  },
  {
    name: "number_of_documents",
    meaning: "Cuántos anexos enlazaba la página la última vez que se leyó.",
    count: ({ record }) => record.anexos.length,
  },
  {
    name: "number_of_releases",
    meaning: "Cuántas entregas (releases) hay del procedimiento.",
    count: ({ releases }) => releases.length,
  },
  {
    name: "first_release_date",
    meaning: "Cuándo se leyó por primera vez el procedimiento.",
    instant: ({ releases }) => releases[0]?.date,
  },
  {
    name: "date",
    meaning: "Cuándo se vio el último cambio del procedimiento.",
    instant: ({ compiled }) => compiled.date,
  },
  {
    name: "withdrawn_date",
    meaning: "Desde cuándo no aparece en el portal; nulo mientras aparece.",
    instant: ({ row }) => row.withdrawnAt,
  },
  {
    name: "release_permalink",
    meaning: "Dónde queda para siempre la última entrega del procedimiento.",
    text: ({ evidence }) => evidence.releases.at(-1)?.permalink,
  },
  {
    name: "release_sha256",
    meaning: "Huella de esa entrega (SHA-256 de su JSON canónico, RFC 8785).",
    text: ({ evidence }) => evidence.releases.at(-1)?.sha256,
  },
];
