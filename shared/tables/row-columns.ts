import type { TenderRow } from "../feed/tender-row.ts";
import { categoryWords, methodWords, statusWords } from "../mapping/spanish-words.ts";
import type { Column } from "./column.ts";

/** What people search a procedure by, as columns of a table: the feed's own and what the extension hands out. */
export const rowColumns = {
  ocid: {
    heading: "OCID",
    meaning: "Identificador del procedimiento en esta publicación; no cambia nunca.",
    width: 22,
    text: ({ row }) => row.ocid,
  },
  id: {
    heading: "Id del portal",
    meaning: "Número con el que el portal identifica el procedimiento.",
    width: 12,
    text: ({ row }) => row.id,
  },
  number: {
    heading: "Número de procedimiento",
    meaning: "Número oficial, tal como lo escribe el portal.",
    width: 26,
    text: ({ row }) => row.number,
  },
  title: {
    heading: "Descripción",
    meaning: "Qué se contrata, en palabras del portal.",
    width: 60,
    text: ({ row }) => row.title,
  },
  buyerName: {
    heading: "Unidad compradora",
    meaning: "Quién contrata, tal como lo escribe el portal.",
    width: 40,
    text: ({ row }) => row.buyerName,
  },
  methodText: {
    heading: "Modalidad",
    meaning: "Tipo de procedimiento, en palabras del portal.",
    width: 26,
    text: ({ row }) => row.methodText,
  },
  method: {
    heading: "Método OCDS",
    meaning:
      "La modalidad según el estándar: Abierta (licitación pública o concurso), Por invitación, Limitada o Directa (adjudicación directa).",
    width: 14,
    text: ({ row }) => row.method && methodWords[row.method],
  },
  category: {
    heading: "Categoría OCDS",
    meaning: "La materia según el estándar: Bienes, Servicios u Obra.",
    width: 14,
    text: ({ row }) => row.category && categoryWords[row.category],
  },
  publishedAt: {
    heading: "Publicación",
    meaning: "Fecha de publicación de la convocatoria.",
    width: 17,
    instant: ({ row }) => row.publishedAt,
  },
  clarificationAt: {
    heading: "Junta de aclaraciones",
    meaning: "Fecha de la junta de aclaraciones.",
    width: 17,
    instant: ({ row }) => row.clarificationAt,
  },
  opensAt: {
    heading: "Apertura de proposiciones",
    meaning: "Fecha de presentación y apertura de proposiciones: desde entonces está cerrada.",
    width: 17,
    instant: ({ row }) => row.opensAt,
  },
  awardAt: {
    heading: "Fallo",
    meaning: "Fecha anunciada del fallo.",
    width: 17,
    instant: ({ row }) => row.awardAt,
  },
  statusText: {
    heading: "Estatus en el portal",
    meaning: "Estatus, en palabras del portal.",
    width: 18,
    text: ({ row }) => row.statusText,
  },
  status: {
    heading: "Estado OCDS",
    meaning:
      "El estatus según el estándar: En curso, Cancelada, Desierta, Concluida o Retirada (ya no aparece en el portal).",
    width: 14,
    text: ({ row }) => row.status && statusWords[row.status],
  },
  url: {
    heading: "Página en el portal",
    meaning: "Dirección de la página del procedimiento.",
    width: 40,
    text: ({ row }) => row.url,
  },
  withdrawnAt: {
    heading: "Retirada del portal",
    meaning: "Desde cuándo no aparece en el portal; vacía mientras aparece.",
    width: 17,
    instant: ({ row }) => row.withdrawnAt,
  },
} satisfies Record<string, Column<{ row: TenderRow }>>;
