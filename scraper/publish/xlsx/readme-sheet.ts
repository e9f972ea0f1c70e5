import type { CellStyle, WriteSheet } from "hucre/xlsx";
import { feedPaths } from "../../../shared/feed/paths.ts";
import type { Column } from "../../../shared/tables/column.ts";
import { feedLicense, type Publication } from "../publication.ts";

interface DescribedSheet {
  name: string;
  /** What a row is. */
  about: string;
  columns: readonly Pick<Column<never>, "heading" | "meaning">[];
}

/** Some cells of a row are missing. */
type Line = readonly (string | undefined)[];

const title: CellStyle = { font: { bold: true, size: 14 } };
const heading: CellStyle = { font: { bold: true } };
const plain: CellStyle = { alignment: { wrapText: true, vertical: "top" } };

/**
 * `Léeme`: what the workbook is, what its columns mean and what Excel's limits did to the data.
 *
 * @param lastChangeOn the day of the latest release.
 */
export function readmeSheet(
  { notice, identity, baseUrl }: Publication,
  sheets: readonly DescribedSheet[],
  lastChangeOn: string,
): WriteSheet {
  const about: Line[] = [
    ["Aviso", notice],
    ["Fuente", identity.portalUrl],
    ["Datos al", `${lastChangeOn}, día del último cambio que se vio en el portal`],
    ["Última lectura", `La fecha de la última lectura está en ${baseUrl}${feedPaths.index}`],
    ["Licencia", `CC BY 4.0: ${feedLicense}`],
    ["Publicación", baseUrl],
  ];
  const notes: Line[] = [
    [
      "Fechas",
      "Hora local del portal. Un día sin hora es un día del que el portal no dice la hora.",
    ],
    ["Celdas vacías", "El portal no dice el dato, o no se pudo leer. Nada se supone."],
    [
      "Textos largos",
      "Excel admite 32,767 caracteres por celda. Un texto más largo se corta, y la celda lo dice al final. Completo está en los demás formatos.",
    ],
    [
      "Caracteres",
      "Los caracteres de control, que Excel no admite, se omiten. Un texto que parece fórmula es texto.",
    ],
    ["Enlaces", "Son texto: Excel admite a lo sumo 65,530 enlaces por hoja."],
    [
      "Filas",
      "Excel admite 1,048,576 filas por hoja. Lo que no cabe sigue en otra hoja con el mismo nombre y un número.",
    ],
  ];
  const lines: [Line, CellStyle][] = [
    [["Compras Abiertas Durango"], title],
    ...about.map((line): [Line, CellStyle] => [line, plain]),
    [[], plain],
    [["Hoja", "Columna", "Qué contiene"], heading],
    ...sheets.flatMap(({ name, about, columns }): [Line, CellStyle][] => [
      [[name, undefined, about], plain],
      ...columns.map(({ heading, meaning }): [Line, CellStyle] => [
        [name, heading, meaning],
        plain,
      ]),
    ]),
    [[], plain],
    ...notes.map((line): [Line, CellStyle] => [line, plain]),
  ];
  return {
    name: "Léeme",
    columns: [{ width: 18 }, { width: 60 }, { width: 90 }],
    rows: lines.map(([cells]) => cells.map((cell) => cell ?? null)),
    cells: new Map(
      lines.flatMap(([cells, style], row) =>
        cells.map((_, column) => [`${row},${column}`, { style }] as const),
      ),
    ),
  };
}
