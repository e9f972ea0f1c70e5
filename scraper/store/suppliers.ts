import * as z from "zod";
import { RegistryRow, type SupplierRow } from "../../shared/feed/supplier-row.ts";
import { describeSupplier, type SupplierOrigin } from "../../shared/mapping/supplier-row.ts";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { nameKey } from "../../shared/registry/fold-name.ts";
import { readIdentity } from "./identity.ts";
import { allImports, type Import } from "./imports.ts";
import { latestListings } from "./list69b.ts";
import { inTransaction, type Store } from "./open-store.ts";
import { jsonText, readRows } from "./rows.ts";
import { type ChangeCounts, saveChanges } from "./supplier-changes.ts";

/**
 * The portal's own registry, replaced whole: who has left it is no longer published, and what changed is kept.
 *
 * @param at when it was read, ISO 8601 with offset.
 */
export function replaceSuppliers(store: Store, rows: readonly RegistryRow[], at: string): void {
  inTransaction(store, () => {
    const before = portalRows(store);
    saveChanges(store, { at, before, after: rows });
    store.db.prepare("DELETE FROM suppliers").run();
    const insert = store.db.prepare("INSERT INTO suppliers (id, row) VALUES (?, ?)");
    for (const row of rows) insert.run(row.id, JSON.stringify(row));
  });
}

/** Keeps what an import says of the registry, and what is different from the import that counted until then. Within the import's transaction. */
export function importSuppliers(
  store: Store,
  rows: readonly RegistryRow[],
  { importId, at }: { importId: number; at: string },
): ChangeCounts {
  const last = latestRegistry(store, (each) => each.id < importId);
  const before = last === undefined ? [] : importedRows(store, last.id);
  const insert = store.db.prepare(
    "INSERT INTO imported_suppliers (import_id, id, row) VALUES (?, ?, ?)",
  );
  for (const row of rows) insert.run(importId, row.id, JSON.stringify(row));
  return saveChanges(store, { at, importId, before, after: rows });
}

/** Keeps what changes as an import of the registry counts no longer: nothing where a later one has taken its place. */
export function undoSuppliers(store: Store, undone: Import, at: string): void {
  if (latestRegistry(store, (each) => each.id > undone.id) !== undefined) return;
  const last = latestRegistry(store);
  saveChanges(store, {
    at,
    importId: undone.id,
    isUndo: true,
    before: importedRows(store, undone.id),
    after: last === undefined ? [] : importedRows(store, last.id),
  });
}

/**
 * All suppliers, by name: those of the portal's page, and of the file that was imported last those whom that page does not name. The page
 * wins since it is read again and again, and a file tells of the day on which it was made; each row says where it comes from.
 */
export function allSuppliers(store: Store): SupplierRow[] {
  const listings = latestListings(store);
  // What was imported before anything was scraped is of Durango too.
  const { portal: portalId = durango.id } = readIdentity(store) ?? {};
  const describe = (row: RegistryRow, origin: SupplierOrigin) => {
    const listing = row.rfc === undefined ? undefined : listings.get(row.rfc);
    return describeSupplier(row, origin, listing, portalId === durango.id);
  };
  const portal = portalRows(store);
  const registry = latestRegistry(store);
  const imported = registry === undefined ? [] : importedRows(store, registry.id);
  const isKnown = knows(portal);
  const rows = [
    ...portal.map((row) => describe(row, { source: "portal" })),
    ...imported.flatMap((row) => {
      if (registry === undefined || isKnown(row)) return [];
      const { name: importName, importedAt } = registry;
      return [describe(row, { source: "import", importName, importedAt })];
    }),
  ];
  return rows.sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
}

/** Whether rows hold a supplier: by its RFC, by number and name, or by its name where not both have a number. */
function knows(rows: readonly RegistryRow[]): (row: RegistryRow) => boolean {
  const ids = new Set(rows.flatMap(({ id, rfc }) => [id, ...(rfc === undefined ? [] : [rfc])]));
  const numbersOf = new Map<string, (string | undefined)[]>();
  for (const { name, registryNumber } of rows) {
    const key = nameKey(name);
    numbersOf.set(key, [...(numbersOf.get(key) ?? []), registryNumber]);
  }
  return ({ id, rfc, name, registryNumber }) => {
    if (ids.has(id) || (rfc !== undefined && ids.has(rfc))) return true;
    const numbers = numbersOf.get(nameKey(name)) ?? [];
    return numbers.length > 0 && (registryNumber === undefined || numbers.includes(undefined));
  };
}

function portalRows(store: Store): RegistryRow[] {
  return readRegistry(store.db.prepare("SELECT row FROM suppliers ORDER BY id").all());
}

function importedRows(store: Store, importId: number): RegistryRow[] {
  const query = "SELECT row FROM imported_suppliers WHERE import_id = ? ORDER BY rowid";
  return readRegistry(store.db.prepare(query).all(importId));
}

function readRegistry(rows: readonly unknown[]): RegistryRow[] {
  return readRows(z.object({ row: jsonText(RegistryRow) }), rows).map(({ row }) => row);
}

/** The import of the registry that came last of those that count. */
function latestRegistry(
  store: Store,
  isMeant: (each: Import) => boolean = () => true,
): Import | undefined {
  return allImports(store).findLast(
    (each) => each.kind === "padron" && each.undoneAt === undefined && isMeant(each),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
