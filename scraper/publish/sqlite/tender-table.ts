import { categoryWords, methodWords, statusWords } from "../../../shared/mapping/spanish-words.ts";
import type { PublishedProcess } from "../publication.ts";
import { localTime, type SqlTable } from "./sql-table.ts";

/** A procedure with the number of its first release, which never changes. */
export type NumberedProcess = PublishedProcess & { firstSeq: number };

export const tenderTable: SqlTable<NumberedProcess> = {
  name: "procedimientos",
  meaning: "Un procedimiento de contratación, tal como es según la última lectura.",
  columns: [
    {
      name: "id",
      type: "INTEGER PRIMARY KEY",
      meaning: "Número del procedimiento en esta base: el de su primer cambio. No cambia nunca.",
      value: ({ firstSeq }) => firstSeq,
    },
    {
      name: "ocid",
      type: "TEXT NOT NULL UNIQUE",
      meaning: "Identificador del procedimiento en esta publicación (OCDS: ocid). No cambia nunca.",
      value: ({ row }) => row.ocid,
    },
    {
      name: "id_portal",
      type: "TEXT NOT NULL",
      meaning: "Número con el que el portal identifica el procedimiento.",
      value: ({ row }) => row.id,
    },
    {
      name: "numero",
      type: "TEXT",
      meaning: "Número oficial, tal como lo escribe el portal (OCDS: tender/id).",
      value: ({ row }) => row.number,
    },
    {
      name: "descripcion",
      type: "TEXT",
      meaning: "Qué se contrata, en palabras del portal (OCDS: tender/title).",
      value: ({ row }) => row.title,
    },
    {
      name: "unidad_id",
      type: "TEXT REFERENCES unidades (id)",
      meaning: "Unidad compradora (OCDS: buyer/id).",
      value: ({ row }) => row.buyerId,
    },
    {
      name: "unidad",
      type: "TEXT",
      meaning: "Nombre de la unidad, tal como lo escribe el portal en este procedimiento.",
      value: ({ row }) => row.buyerName,
    },
    {
      name: "modalidad",
      type: "TEXT",
      meaning:
        "Tipo de procedimiento, en palabras del portal (OCDS: tender/procurementMethodDetails).",
      value: ({ row }) => row.methodText,
    },
    {
      name: "metodo",
      type: "TEXT",
      meaning:
        "La modalidad según el estándar: Abierta, Por invitación, Limitada o Directa (OCDS: tender/procurementMethod).",
      value: ({ row }) => row.method && methodWords[row.method],
    },
    {
      name: "materia",
      type: "TEXT",
      meaning: "Materia, en palabras del portal (OCDS: tender/additionalProcurementCategories).",
      value: ({ record }) => record.materia?.texto,
    },
    {
      name: "categoria",
      type: "TEXT",
      meaning:
        "La materia según el estándar: Bienes, Servicios u Obra (OCDS: tender/mainProcurementCategory).",
      value: ({ row }) => row.category && categoryWords[row.category],
    },
    {
      name: "publicacion",
      type: "TEXT",
      meaning: "Publicación de la convocatoria (OCDS: tender/tenderPeriod/startDate).",
      value: ({ row }) => localTime(row.publishedAt),
    },
    {
      name: "junta_aclaraciones",
      type: "TEXT",
      meaning: "Junta de aclaraciones (OCDS: tender/enquiryPeriod/endDate).",
      value: ({ row }) => localTime(row.clarificationAt),
    },
    {
      name: "apertura",
      type: "TEXT",
      meaning:
        "Presentación y apertura de proposiciones: desde entonces está cerrado (OCDS: tender/bidOpening/date).",
      value: ({ row }) => localTime(row.opensAt),
    },
    {
      name: "fallo",
      type: "TEXT",
      meaning: "Fecha anunciada del fallo (OCDS: tender/awardPeriod/endDate).",
      value: ({ row }) => localTime(row.awardAt),
    },
    {
      name: "estatus",
      type: "TEXT",
      meaning: "Estatus, en palabras del portal.",
      value: ({ row }) => row.statusText,
    },
    {
      name: "estado",
      type: "TEXT",
      meaning:
        "El estatus según el estándar: En curso, Cancelada, Desierta, Concluida o Retirada (OCDS: tender/status).",
      value: ({ row }) => row.status && statusWords[row.status],
    },
    {
      name: "anexos",
      type: "INTEGER NOT NULL",
      meaning: "Cuántos archivos enlazaba la página la última vez que se leyó.",
      value: ({ record }) => record.anexos.length,
    },
    {
      name: "url",
      type: "TEXT NOT NULL",
      meaning: "Página del procedimiento en el portal.",
      value: ({ row }) => row.url,
    },
    {
      name: "visto_primera_vez",
      type: "TEXT",
      meaning: "Cuándo se leyó por primera vez.",
      value: ({ releases }) => localTime(releases[0]?.date),
    },
    {
      name: "ultimo_cambio",
      type: "TEXT NOT NULL",
      meaning: "Cuándo se vio su último cambio (OCDS: date).",
      value: ({ compiled }) => localTime(compiled.date),
    },
    {
      name: "retirado_desde",
      type: "TEXT",
      meaning: "Desde cuándo no aparece en el portal; NULL mientras aparece.",
      value: ({ row }) => localTime(row.withdrawnAt),
    },
    {
      name: "enlace_permanente",
      type: "TEXT",
      meaning: "Dónde queda para siempre su última entrega (release).",
      value: ({ evidence }) => evidence.releases.at(-1)?.permalink,
    },
    {
      name: "huella",
      type: "TEXT",
      meaning: "SHA-256 de esa entrega (JSON canónico, RFC 8785).",
      value: ({ evidence }) => evidence.releases.at(-1)?.sha256,
    },
  ],
  indexes: ["unidad_id", "publicacion", "apertura", "numero"],
};
