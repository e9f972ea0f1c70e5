import { feedPaths } from "../../shared/feed/paths.ts";
import { csvHeading, csvRow } from "../../shared/tables/csv.ts";
import type { FeedFormat, Publication } from "./publication.ts";
import { tenderColumns } from "./tender-columns.ts";

/** `licitaciones.csv`: one procedure a row, for a spreadsheet; dates are local times. */
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
