import { type Import, type ImportMoment, runImport } from "../../store/imports.ts";
import { importListings } from "../../store/list69b.ts";
import type { Store } from "../../store/open-store.ts";
import { describeSource } from "../describe-source.ts";
import { openTables } from "../tables/open-tables.ts";
import type { SourceFile } from "../tables/sheet.ts";
import { readList } from "./read-list.ts";

/** Takes the SAT's list in, whole. Of several lists that of the latest day counts. Throws `StopRunError` where it cannot be read, or was taken in already. */
export async function importList(
  store: Store,
  file: SourceFile,
  moment: ImportMoment,
): Promise<Import> {
  const { listings, report } = await readList(file, await openTables(file), moment.timeZone);
  return runImport(store, { kind: "list69b", ...describeSource(file) }, moment, (importId) => {
    importListings(store, importId, listings);
    return report;
  });
}
