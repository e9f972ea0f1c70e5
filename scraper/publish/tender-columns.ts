import { categoryWords, methodWords, statusWords } from "../../shared/mapping/spanish-words.ts";
import type { CompiledRelease } from "../../shared/ocds/schema.ts";
import type { PublishedProcess } from "./publication.ts";
import type { Column } from "./table.ts";

/** One procedure a row. At most 25, so that the table can be seen whole. */
export const tenderColumns: readonly Column<PublishedProcess>[] = [
  {
    heading: "OCID",
    meaning: "Identificador del procedimiento en esta publicación; no cambia nunca.",
    width: 22,
    text: ({ row }) => row.ocid,
  },
  {
    heading: "Id del portal",
    meaning: "Número con el que el portal identifica el procedimiento.",
    width: 12,
    text: ({ row }) => row.id,
  },
  {
    heading: "Número de procedimiento",
    meaning: "Número oficial, tal como lo escribe el portal.",
    width: 26,
    text: ({ row }) => row.number,
  },
  {
    heading: "Descripción",
    meaning: "Qué se contrata, en palabras del portal.",
    width: 60,
    text: ({ row }) => row.title,
  },
  {
    heading: "Unidad compradora",
    meaning: "Quién contrata, tal como lo escribe el portal.",
    width: 40,
    text: ({ row }) => row.buyerName,
  },
  {
    heading: "Clave de la unidad",
    meaning: "Clave de la unidad compradora, donde el portal la imprime.",
    width: 10,
    text: ({ record }) => record.unidadCompradora?.codigo,
  },
  {
    heading: "Modalidad",
    meaning: "Tipo de procedimiento, en palabras del portal.",
    width: 26,
    text: ({ row }) => row.methodText,
  },
  {
    heading: "Método OCDS",
    meaning:
      "La modalidad según el estándar: Abierta (licitación pública o concurso), Por invitación, Limitada o Directa (adjudicación directa).",
    width: 14,
    text: ({ row }) => row.method && methodWords[row.method],
  },
  {
    heading: "Materia",
    meaning: "Materia de la contratación, en palabras del portal.",
    width: 18,
    text: ({ record }) => record.materia?.texto,
  },
  {
    heading: "Categoría OCDS",
    meaning: "La materia según el estándar: Bienes, Servicios u Obra.",
    width: 14,
    text: ({ row }) => row.category && categoryWords[row.category],
  },
  {
    heading: "Publicación",
    meaning: "Fecha de publicación de la convocatoria.",
    width: 17,
    instant: ({ row }) => row.publishedAt,
  },
  {
    heading: "Junta de aclaraciones",
    meaning: "Fecha de la junta de aclaraciones.",
    width: 17,
    instant: ({ row }) => row.clarificationAt,
  },
  {
    heading: "Apertura de proposiciones",
    meaning: "Fecha de presentación y apertura de proposiciones: desde entonces está cerrada.",
    width: 17,
    instant: ({ row }) => row.opensAt,
  },
  {
    heading: "Fallo",
    meaning: "Fecha anunciada del fallo.",
    width: 17,
    instant: ({ row }) => row.awardAt,
  },
  {
    heading: "Estatus en el portal",
    meaning: "Estatus, en palabras del portal.",
    width: 18,
    text: ({ row }) => row.statusText,
  },
  {
    heading: "Estado OCDS",
    meaning:
      "El estatus según el estándar: En curso, Cancelada, Desierta, Concluida o Retirada (ya no aparece en el portal).",
    width: 14,
    text: ({ row }) => row.status && statusWords[row.status],
  },
  {
    heading: "Anexos",
    meaning: "Cuántos archivos enlazaba la página del procedimiento la última vez que se leyó.",
    width: 8,
    count: ({ record }) => record.anexos.length,
  },
  {
    heading: "Página en el portal",
    meaning: "Dirección de la página del procedimiento.",
    width: 40,
    text: ({ row }) => row.url,
  },
  {
    heading: "Vista por primera vez",
    meaning: "Cuándo se leyó por primera vez el procedimiento.",
    width: 17,
    instant: ({ releases }) => releases[0]?.date,
  },
  {
    heading: "Último cambio",
    meaning: "Cuándo se vio el último cambio del procedimiento.",
    width: 17,
    instant: ({ compiled }) => compiled.date,
  },
  {
    heading: "Retirada del portal",
    meaning: "Desde cuándo no aparece en el portal; vacía mientras aparece.",
    width: 17,
    instant: ({ row }) => row.withdrawnAt,
  },
  {
    heading: "Enlace permanente",
    meaning: "Dónde queda para siempre la última entrega (release) del procedimiento.",
    width: 40,
    text: ({ evidence }) => evidence.releases.at(-1)?.permalink,
  },
  {
    heading: "Huella (SHA-256)",
    meaning: "Huella de esa entrega, para comprobar que nadie la cambió.",
    width: 20,
    text: ({ evidence }) => evidence.releases.at(-1)?.sha256,
  },
  {
    heading: "Ganadores",
    meaning: "Quiénes ganaron, según los informes trimestrales de la PNT; vacía si no se sabe.",
    width: 40,
    text: ({ compiled }) => winnersOf(compiled),
  },
  {
    heading: "Monto adjudicado",
    meaning:
      "Suma de los contratos en pesos, con impuestos; vacía si falta el monto de alguno o no se sabe de ninguno.",
    width: 16,
    amount: ({ compiled }) => awardedAmount(compiled),
  },
];

function winnersOf({ awards = [] }: CompiledRelease): string | undefined {
  const names = awards.flatMap(({ suppliers = [] }) => suppliers.map(({ name }) => name));
  return [...new Set(names.filter((name) => name !== undefined))].join("; ") || undefined;
}

/** A sum that lacks a part would be taken for the whole. */
function awardedAmount({ awards = [] }: CompiledRelease): number | undefined {
  const amounts = awards.map(({ value }) => value?.amount);
  if (amounts.length === 0 || amounts.includes(undefined)) return undefined;
  return amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
}
