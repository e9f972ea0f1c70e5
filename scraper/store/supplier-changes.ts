import * as z from "zod";
import { RegistryChange } from "../../shared/feed/registry-change.ts";
import type { RegistryRow } from "../../shared/feed/supplier-row.ts";
import { describeDifference } from "../../shared/mapping/registry-change.ts";
import { compareRegistries } from "../../shared/registry/compare-registries.ts";
import { dayOf } from "../../shared/values/dates.ts";
import type { Store } from "./open-store.ts";
import { jsonText, readRow, readRows } from "./rows.ts";

interface Readings {
  /** When the later one came, ISO 8601 with offset. */
  at: string;
  before: readonly RegistryRow[];
  after: readonly RegistryRow[];
  /** Absent for the portal's own page. */
  importId?: number;
  isUndo?: boolean;
}

/** How many suppliers came, left and changed. */
export type ChangeCounts = Record<RegistryChange["change"], number>;

/** Keeps what differs between two readings of one source. */
export function saveChanges(
  store: Store,
  { at, before, after, importId, isUndo = false }: Readings,
): ChangeCounts {
  const insert = store.db.prepare(
    "INSERT INTO supplier_changes (import_id, at, change) VALUES (?, ?, ?)",
  );
  const isFirstReading = !isUndo && !hasChanges(store, importId) && before.length === 0;
  const counts = { added: 0, removed: 0, changed: 0 };
  for (const difference of compareRegistries(before, after)) {
    counts[difference.change] += 1;
    const change = {
      ...describeDifference(difference),
      ...(isFirstReading && { isFirstReading }),
      ...(isUndo && { isUndo }),
    };
    insert.run(importId ?? null, at, JSON.stringify(change));
  }
  return counts;
}

/** Whether a source has been read before: the portal's page, or any file. */
function hasChanges(store: Store, importId: number | undefined): boolean {
  const isPortal = importId === undefined ? "" : "NOT";
  const query = `SELECT EXISTS (SELECT 1 FROM supplier_changes WHERE import_id IS ${isPortal} NULL) AS found`;
  return readRow(z.object({ found: z.number() }), store.db.prepare(query).get())?.found === 1;
}

/** All that has changed in the registry, the earliest first. */
export function allSupplierChanges(store: Store): RegistryChange[] {
  const rows = store.db
    .prepare(
      `SELECT seq, at, name AS importName, change FROM supplier_changes
         LEFT JOIN imports ON imports.id = import_id ORDER BY seq`,
    )
    .all();
  const known = RegistryChange.omit({ seq: true, date: true, source: true, importName: true });
  const schema = z.object({
    seq: z.number(),
    at: z.string(),
    importName: z.string().nullable(),
    change: jsonText(known),
  });
  return readRows(schema, rows).map(({ seq, at, importName, change }) => ({
    seq,
    date: dayOf(at),
    source: importName === null ? "portal" : "import",
    ...(importName !== null && { importName }),
    ...change,
  }));
}
