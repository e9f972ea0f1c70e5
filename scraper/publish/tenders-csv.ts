import { feedPaths } from "../../shared/feed/paths.ts";
import { type Column, csvDate, csvHeading, csvRow } from "./csv.ts";
import type { FeedFormat, Publication, PublishedProcess } from "./publication.ts";

const methods = {
  open: "Abierta",
  selective: "Por invitación",
  limited: "Limitada",
  direct: "Directa",
};
const categories = { goods: "Bienes", works: "Obra", services: "Servicios" };
const statuses = {
  planning: "En planeación",
  planned: "Planeada",
  active: "En curso",
  cancelled: "Cancelada",
  unsuccessful: "Desierta",
  complete: "Concluida",
  withdrawn: "Retirada",
};

/** At most 25, so that the table can be seen whole; dates are local times. */
const tenderColumns: readonly Column<PublishedProcess>[] = [
  { heading: "OCID", text: ({ row }) => row.ocid },
  { heading: "Id del portal", text: ({ row }) => row.id },
  { heading: "Número de procedimiento", text: ({ row }) => row.number },
  { heading: "Descripción", text: ({ row }) => row.title },
  { heading: "Unidad compradora", text: ({ row }) => row.buyerName },
  { heading: "Clave de la unidad", text: ({ record }) => record.unidadCompradora?.codigo },
  { heading: "Modalidad", text: ({ row }) => row.methodText },
  { heading: "Método OCDS", text: ({ row }) => row.method && methods[row.method] },
  { heading: "Materia", text: ({ record }) => record.materia?.texto },
  { heading: "Categoría OCDS", text: ({ row }) => row.category && categories[row.category] },
  { heading: "Publicación", text: ({ row }) => csvDate(row.publishedAt) },
  { heading: "Junta de aclaraciones", text: ({ row }) => csvDate(row.clarificationAt) },
  { heading: "Apertura de proposiciones", text: ({ row }) => csvDate(row.opensAt) },
  { heading: "Fallo", text: ({ row }) => csvDate(row.awardAt) },
  { heading: "Estatus en el portal", text: ({ row }) => row.statusText },
  { heading: "Estado OCDS", text: ({ row }) => row.status && statuses[row.status] },
  { heading: "Anexos", text: ({ record }) => String(record.anexos.length) },
  { heading: "Página en el portal", text: ({ row }) => row.url },
  { heading: "Vista por primera vez", text: ({ releases }) => csvDate(releases[0]?.date) },
  { heading: "Último cambio", text: ({ compiled }) => csvDate(compiled.date) },
];

/** `licitaciones.csv`: one procedure a row, for a spreadsheet. */
export async function tendersCsv({ draft }: Publication): Promise<FeedFormat> {
  const file = await draft.open(feedPaths.tendersCsv, {
    title: "Todos los procedimientos, uno por fila, para hoja de cálculo",
    mediaType: "text/csv",
  });
  await file.write(csvHeading(tenderColumns));
  return {
    addProcess: (process) => file.write(csvRow(tenderColumns, process)),
    finish: async () => {
      await file.close();
    },
  };
}
