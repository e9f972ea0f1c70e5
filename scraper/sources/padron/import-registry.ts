import type { PortalProfile } from "../../../shared/portal/profile.ts";
import { formatInstant } from "../../../shared/values/dates.ts";
import { type Import, type ImportMoment, runImport } from "../../store/imports.ts";
import type { Store } from "../../store/open-store.ts";
import { importSuppliers } from "../../store/suppliers.ts";
import { describeSource } from "../describe-source.ts";
import { openTables } from "../tables/open-tables.ts";
import type { SourceFile } from "../tables/sheet.ts";
import { readRegistry } from "./read-registry.ts";

/**
 * Takes a registry of suppliers in, whole: it then counts in the place of the one that was imported before. Throws `StopRunError` where it
 * cannot be read, or was taken in already.
 *
 * @param name what the import shall be called; by its file where it is absent.
 */
export async function importRegistry(
  store: Store,
  file: SourceFile,
  profile: PortalProfile,
  moment: ImportMoment,
  name?: string,
): Promise<Import> {
  const { rows, notes } = await readRegistry(file, await openTables(file), profile);
  const source = { kind: "padron", name, ...describeSource(file) } as const;
  return runImport(store, source, moment, (importId) => {
    const at = formatInstant(moment.at, moment.timeZone);
    const changes = importSuppliers(store, rows, { importId, at });
    return notes.report({ suppliers: rows.length, ...changes });
  });
}
