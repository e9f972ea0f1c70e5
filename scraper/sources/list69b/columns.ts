import type { Situation69b } from "../../../shared/feed/supplier-row.ts";
import type { WantedColumn } from "../tables/find-columns.ts";

/** What of a situation the list tells in columns of its own. */
type SituationColumn = `${Situation69b}:${"sat" | "dof" | "satNotice" | "dofNotice"}`;
export type ListColumn = "rfc" | "name" | "situation" | SituationColumn;

/** The columns of the SAT's `Listado_Completo_69-B.csv` that are read, as they are headed there. */
export const listColumns: readonly WantedColumn<ListColumn>[] = [
  { key: "rfc", headings: ["RFC"] },
  { key: "name", headings: ["Nombre del Contribuyente"] },
  { key: "situation", headings: ["Situación del contribuyente", "Situación", "Supuesto"] },
  ...columnsOf("presunto", "de presunción", "presuntos"),
  ...columnsOf("desvirtuado", "de contribuyentes que desvirtuaron", "desvirtuados"),
  ...columnsOf("definitivo", "de definitivos", "definitivos"),
  ...columnsOf("sentenciaFavorable", "de sentencia favorable", "sentencia favorable"),
];

function columnsOf(
  situation: Situation69b,
  notice: string,
  published: string,
): WantedColumn<ListColumn>[] {
  return [
    { key: `${situation}:sat`, headings: [`Publicación página SAT ${published}`] },
    { key: `${situation}:dof`, headings: [`Publicación DOF ${published}`] },
    { key: `${situation}:satNotice`, headings: [`Número y fecha de oficio global ${notice} SAT`] },
    { key: `${situation}:dofNotice`, headings: [`Número y fecha de oficio global ${notice} DOF`] },
  ];
}

/** How the list words its situations, folded. */
export const situationWords: Readonly<Record<string, Situation69b>> = {
  presunto: "presunto",
  desvirtuado: "desvirtuado",
  definitivo: "definitivo",
  "sentencia favorable": "sentenciaFavorable",
};
