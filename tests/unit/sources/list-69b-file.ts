/** The headings of the SAT's list, as it prints them. */
const headings = [
  "No",
  "RFC",
  "Nombre del Contribuyente",
  "Situación del contribuyente",
  "Número y fecha de oficio global de presunción SAT",
  "Publicación página SAT presuntos",
  "Número y fecha de oficio global de presunción DOF",
  "Publicación DOF presuntos",
  "Número y fecha de oficio global de contribuyentes que desvirtuaron SAT",
  "Publicación página SAT desvirtuados",
  "Número y fecha de oficio global de contribuyentes que desvirtuaron DOF",
  "Publicación DOF desvirtuados",
  "Número y fecha de oficio global de definitivos SAT",
  "Publicación página SAT definitivos",
  "Número y fecha de oficio global de definitivos DOF",
  "Publicación DOF definitivos",
  "Número y fecha de oficio global de sentencia favorable SAT",
  "Publicación página SAT sentencia favorable",
  "Número y fecha de oficio global de sentencia favorable DOF",
  "Publicación DOF sentencia favorable",
];

/** A list in the layout of `Listado_Completo_69-B.csv`, in Windows-1252 as the SAT publishes it. Each row: RFC, name, situation, then the other cells. */
export function makeList69b(
  rows: readonly (readonly string[])[],
  { until = "30 de junio de 2026" }: { until?: string } = {},
): Buffer {
  const pad = (cells: readonly string[]) =>
    headings.map((_, at) => `"${(cells[at] ?? "").replaceAll('"', '""')}"`).join(",");
  const lines = [
    [`Información actualizada al ${until}; los listados son de carácter público`],
    ["Listado completo de contribuyentes (Artículo 69-B del Código Fiscal de la Federación)"],
    headings,
    ...rows.map((row, at) => [String(at + 1), ...row]),
  ];
  return Buffer.from(lines.map(pad).join("\r\n"), "latin1");
}
