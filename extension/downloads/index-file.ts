import type { Column } from "../../shared/tables/column.ts";
import { csvHeading, csvRow } from "../../shared/tables/csv.ts";
import { formatInstant } from "../../shared/values/dates.ts";
import { type MessageName, spanish } from "../overlay/i18n.ts";
import { documentTypeName, oddityNames, problemNames } from "./document-words.ts";
import type { Outcome } from "./outcome.ts";

/** The index is a file of this project's, and those are in Spanish whatever the interface speaks. */
const say = (name: MessageName, ...values: string[]): string => spanish(name, ...values);

function columns(timeZone: string): Column<Outcome>[] {
  return [
    {
      heading: "Archivo",
      meaning: "Dónde está en esta carpeta; vacío donde no se pudo descargar.",
      width: 45,
      text: (outcome) => ("path" in outcome ? outcome.path : undefined),
    },
    {
      heading: "Nombre",
      meaning: "Como lo escribe la página del procedimiento.",
      width: 45,
      text: ({ document }) => document.title,
    },
    {
      heading: "Tipo",
      meaning: "Qué documento es, según su nombre.",
      width: 22,
      text: ({ document }) => say(documentTypeName(document.type)),
    },
    {
      heading: "Dirección",
      meaning: "De dónde se descarga.",
      width: 40,
      text: ({ document }) => document.url,
    },
    {
      heading: "Resultado",
      meaning: "Si se descargó, y si no, por qué.",
      width: 40,
      text: (outcome) =>
        "path" in outcome
          ? say("docDownloaded")
          : say(problemNames[outcome.problem.kind], outcome.problem.detail ?? ""), // Only a status has one.
    },
    {
      heading: "Observaciones",
      meaning: "Lo que no concuerda.",
      width: 40,
      text: (outcome) =>
        "path" in outcome && outcome.oddities.length > 0
          ? outcome.oddities.map((oddity) => say(oddityNames[oddity])).join(" ")
          : undefined,
    },
    {
      heading: "Tamaño (bytes)",
      meaning: "Tamaño del archivo.",
      width: 14,
      count: (outcome) => ("path" in outcome ? outcome.size : undefined),
    },
    {
      heading: "Huella (SHA-256)",
      meaning: "Para comprobar que el archivo es el mismo.",
      width: 20,
      text: (outcome) => ("path" in outcome ? outcome.sha256 : undefined),
    },
    {
      heading: "Tipo de archivo",
      meaning: "El que declaró el portal.",
      width: 18,
      text: (outcome) => ("path" in outcome ? outcome.mediaType : undefined),
    },
    {
      heading: "Pedido al portal",
      meaning: "Cuándo, a la hora del portal; vacío donde no se pidió.",
      width: 17,
      instant: ({ askedAt }) => askedAt && formatInstant(askedAt, timeZone),
    },
  ];
}

/** `indice.csv`: every document that is known, with what became of it. */
export function indexFile(outcomes: readonly Outcome[], timeZone: string): string {
  const all = columns(timeZone);
  return csvHeading(all) + outcomes.map((outcome) => csvRow(all, outcome)).join("");
}
