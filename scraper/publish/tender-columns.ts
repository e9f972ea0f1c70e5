import type { CompiledRelease } from "../../shared/ocds/schema.ts";
import { isStanding, standingAwards } from "../../shared/registry/who-took-part.ts";
import type { Column } from "../../shared/tables/column.ts";
import { rowColumns } from "../../shared/tables/row-columns.ts";
import type { PublishedProcess } from "./publication.ts";

/** One procedure a row. At most 25, so that the table can be seen whole. */
export const tenderColumns: readonly Column<PublishedProcess>[] = [
  rowColumns.ocid,
  rowColumns.id,
  rowColumns.number,
  rowColumns.title,
  rowColumns.buyerName,
  {
    heading: "Clave de la unidad",
    meaning: "Clave de la unidad compradora, donde el portal la imprime.",
    width: 10,
    text: ({ record }) => record.unidadCompradora?.codigo,
  },
  rowColumns.methodText,
  rowColumns.method,
  {
    heading: "Materia",
    meaning: "Materia de la contratación, en palabras del portal.",
    width: 18,
    text: ({ record }) => record.materia?.texto,
  },
  rowColumns.category,
  rowColumns.publishedAt,
  rowColumns.clarificationAt,
  rowColumns.opensAt,
  rowColumns.awardAt,
  rowColumns.statusText,
  rowColumns.status,
  {
    heading: "Anexos",
    meaning: "Cuántos archivos enlazaba la página del procedimiento la última vez que se leyó.",
    width: 8,
    count: ({ record }) => record.anexos.length,
  },
  rowColumns.url,
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
  rowColumns.withdrawnAt,
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
      "Suma de lo adjudicado en pesos, con impuestos; vacía si falta el monto de alguna adjudicación, si alguna es en otra moneda o no se sabe de ninguna.",
    width: 16,
    amount: ({ compiled }) => awardedPesos(compiled),
  },
];

function winnersOf({ awards = [] }: CompiledRelease): string | undefined {
  const names = awards
    .filter(isStanding)
    .flatMap(({ suppliers = [] }) => suppliers.map(({ name }) => name));
  return [...new Set(names.filter((name) => name !== undefined))].join("; ") || undefined;
}

/** A sum that lacks a part would be taken for the whole, and one of another currency for pesos. */
function awardedPesos(state: CompiledRelease): number | undefined {
  const values = standingAwards(state).map(({ value }) => value);
  const amounts = values.flatMap((value) => (value?.currency === "MXN" ? [value.amount] : []));
  if (amounts.length === 0 || amounts.length < values.length) return undefined;
  return amounts.reduce((cents, amount) => cents + Math.round(amount * 100), 0) / 100;
}
