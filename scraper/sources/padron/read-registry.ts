import type { RegistryRow } from "../../../shared/feed/supplier-row.ts";
import { mapSupplierRow } from "../../../shared/mapping/supplier-row.ts";
import type { Entry } from "../../../shared/portal/page.ts";
import { padron } from "../../../shared/portal/pages/padron.ts";
import type { PortalProfile } from "../../../shared/portal/profile.ts";
import { readSupplier } from "../../../shared/portal/read-record.ts";
import type { Proveedor } from "../../../shared/portal/records.ts";
import { findMunicipality } from "../../../shared/registry/find-municipality.ts";
import { registryStatus } from "../../../shared/registry/registry-status.ts";
import { hasValidCheck, normalizeRfc, rfcOwner } from "../../../shared/values/rfc.ts";
import { cellText, dateText, isErrorCell } from "../tables/cell.ts";
import { type FoundColumns, findColumns, rowsBelow } from "../tables/find-columns.ts";
import type { Row, Sheet, SourceFile } from "../tables/sheet.ts";
import { UnreadableTableError } from "../tables/table-error.ts";
import { nameColumns, type RegistryColumn, registryColumns } from "./columns.ts";
import { gatherSuppliers } from "./gather-suppliers.ts";
import { type RegistryNotes, takeNotes } from "./registry-notes.ts";

/** A registry as a file shows it, of what may be published. */
export interface ReadRegistry {
  rows: RegistryRow[];
  notes: RegistryNotes;
}

type Columns = FoundColumns<RegistryColumn>;

/**
 * Reads a registry of suppliers from every visible sheet that has a column of names; the columns are found by their headings.
 *
 * Throws `UnreadableTableError` where no sheet has one, or none has a supplier. What could not be taken is in the notes, which hold no text of
 * the rows: it may be a person's.
 *
 * @param profile whose words for a missing value, and ways to write dates, hold here too.
 */
export async function readRegistry(
  file: SourceFile,
  sheets: readonly Sheet[],
  profile: PortalProfile,
): Promise<ReadRegistry> {
  const notes = takeNotes();
  const suppliers = gatherSuppliers(notes);
  let isRegistry = false;
  for (const sheet of sheets) {
    const columns = sheet.isHidden ? undefined : await findColumns(sheet, registryColumns);
    if (columns === undefined || ![...columns.keys.values()].some((key) => nameColumns.has(key))) {
      notes.leftSheet(sheet);
      continue;
    }
    isRegistry = true;
    notes.foundColumns(sheet, columns);
    for await (const row of rowsBelow(sheet, columns)) {
      const place = { sheet: sheet.name, row: row.number };
      const entry = entryOf(row, columns, profile, sheet.is1904);
      for (const [column, cell] of row.cells.entries()) {
        const key = columns.keys.get(column);
        if (!isErrorCell(cell) || key === undefined || key === "personal") continue;
        notes.notTaken(
          place,
          "the spreadsheet shows an error in this cell",
          columns.headings.get(column),
        );
      }
      const supplier = readSupplier(entry, profile, `${file.name}, row ${row.number}`);
      if (supplier === undefined) {
        notes.notTaken(place, "there is no name");
        continue;
      }
      noteDoubts(supplier, place, notes);
      suppliers.add(mapSupplierRow(supplier), place);
    }
  }
  if (isRegistry && suppliers.rows().length > 0) return { rows: suppliers.rows(), notes };
  const reason = isRegistry
    ? "there is no supplier below the headings."
    : 'no sheet has a column of names, such as "Nombre o razón social", beside another that is known. Give the columns usual headings and import the file again.';
  throw new UnreadableTableError(file, reason);
}

/** A row under the labels of the portal's own registry, so that both are read alike. */
function entryOf(row: Row, { keys }: Columns, profile: PortalProfile, is1904: boolean): Entry {
  const texts = new Map<RegistryColumn, string[]>();
  for (const [column, key] of keys) {
    const cell = row.cells[column];
    const isDate = key === "fechaInscripcion" || key === "vigenciaHasta";
    const text = isDate ? dateText(cell, is1904) : cellText(cell);
    if (text !== "") texts.set(key, [...(texts.get(key) ?? []), text]);
  }
  const first = (key: RegistryColumn) => texts.get(key)?.[0];
  const name =
    first("razonSocial") ??
    [first("nombre"), first("primerApellido"), first("segundoApellido")]
      .filter((part) => part !== undefined)
      .join(" ");
  const pairs = Object.keys(padron.fields).flatMap((key) => {
    const label = profile.labels.padron[key]?.[0];
    // The keys of the page's fields are among those of the columns.
    const known = texts.get(key as RegistryColumn) ?? [];
    const text = key === "nombre" ? name : key === "giros" ? known.join("; ") : known[0];
    return label === undefined || text === undefined || text === ""
      ? []
      : [{ label, texts: [text] }];
  });
  return { pairs, links: [] };
}

function noteDoubts(
  supplier: Proveedor,
  place: { sheet: string; row: number },
  notes: RegistryNotes,
): void {
  for (const { campo } of supplier.problemas) {
    notes.notTaken(place, "it cannot be read, as a date for instance", campo);
  }
  const rfc = normalizeRfc(supplier.rfc ?? "");
  const owner = rfcOwner(rfc);
  if (rfc !== "" && owner === undefined) notes.count("RFC not shaped like one");
  if (owner === "generic") notes.count("generic RFC");
  if (owner !== undefined && !hasValidCheck(rfc)) notes.count("RFC with a wrong check character");
  if (supplier.municipio !== undefined && findMunicipality(supplier.municipio) === undefined) {
    notes.count("municipality not of Durango or not known");
  }
  if (supplier.estatus !== undefined && registryStatus(supplier.estatus) === undefined) {
    notes.count("status of unknown words");
  }
}
