import { formatInstant } from "../../shared/values/dates.ts";
import { StopRunError } from "../errors.ts";
import { findImport, type Import, type ImportKind } from "./imports.ts";
import { inTransaction, type Store } from "./open-store.ts";
import { undoReports } from "./pnt-releases.ts";
import { undoSuppliers } from "./suppliers.ts";

/** What a source needs to do so that nothing of an import counts any longer; it runs after the import is marked as undone. */
type Undo = (store: Store, undone: Import, at: { at: Date; timeZone: string }) => void;

/** A source whose readers leave out what belongs to an undone import has nothing more to do. */
const undoOf: Readonly<Partial<Record<ImportKind, Undo>>> = {
  padron: (store, undone, { at, timeZone }) =>
    undoSuppliers(store, undone, formatInstant(at, timeZone)),
  pnt: (store, { id }, now) => undoReports(store, id, now),
};

/**
 * Takes an import back, all of it or nothing. It stays in the list of imports, with when it was undone.
 *
 * Throws `StopRunError` where there is no import of that name, or it is undone already.
 */
export function undoImport(
  store: Store,
  name: string,
  now: { at: Date; timeZone: string },
): Import {
  return inTransaction(store, () => {
    const { id, kind, undoneAt } = findImport(store, name);
    if (undoneAt !== undefined) {
      throw new StopRunError(
        `${name}: this import was undone already, on ${undoneAt.slice(0, 10)}.`,
      );
    }
    store
      .prepare("UPDATE imports SET undone_at = ? WHERE id = ?")
      .run(formatInstant(now.at, now.timeZone), id);
    const undone = findImport(store, name);
    undoOf[kind]?.(store, undone, now);
    return undone;
  });
}
