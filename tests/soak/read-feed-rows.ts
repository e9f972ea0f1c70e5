import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import * as z from "zod";
import { ProcedureEvidence } from "../../shared/feed/evidence.ts";
import { feedPaths } from "../../shared/feed/paths.ts";
import { portalColumns } from "./expected-row.ts";

/** What the feed says of a procedure. */
export interface FeedRow {
  /** The columns that `expectedRow` writes, in its form. */
  row: string;
  state: string;
  isWithdrawn: boolean;
  evidence: ProcedureEvidence | undefined;
}

/** The rows of `licitaciones.csv` with the evidence of each, by the portal's number. */
export function readFeedRows(feed: string): Map<string, FeedRow> {
  const evidence = new Map(
    gunzipSync(readFileSync(path.join(feed, feedPaths.evidence)))
      .toString("utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => ProcedureEvidence.parse(JSON.parse(line)))
      .map((each) => [each.id, each]),
  );
  const rows = z
    .array(z.record(z.string(), z.string()))
    .parse(
      parse(readFileSync(path.join(feed, feedPaths.tendersCsv)), { columns: true, bom: true }),
    );
  return new Map(
    rows.map((cells) => {
      const id = cells["Id del portal"] ?? "";
      return [
        id,
        {
          row: JSON.stringify(portalColumns.map((column) => cells[column])),
          state: cells["Estado OCDS"] ?? "",
          isWithdrawn: cells["Retirada del portal"] !== "",
          evidence: evidence.get(id),
        },
      ];
    }),
  );
}
