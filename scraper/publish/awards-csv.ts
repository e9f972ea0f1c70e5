import { feedPaths } from "../../shared/feed/paths.ts";
import { csvHeading, csvRow } from "../../shared/tables/csv.ts";
import { awardColumns, awardRows } from "./award-rows.ts";
import type { FeedFormat, Publication, PublishedReport } from "./publication.ts";

/** `adjudicaciones.csv`: one award a row, for a spreadsheet; those of processes that the portal does not have come last. */
export async function awardsCsv({ draft }: Publication): Promise<FeedFormat> {
  const file = await draft.open(feedPaths.awardsCsv, {
    title: "Quién ganó: todas las adjudicaciones, una por fila, para hoja de cálculo",
    mediaType: "text/csv",
  });
  await file.write(csvHeading(awardColumns));
  const add = async (process: PublishedReport) => {
    for (const row of awardRows(process)) await file.write(csvRow(awardColumns, row));
  };
  return {
    addProcess: add,
    addReported: add,
    finish: async () => {
      await file.close();
    },
  };
}
