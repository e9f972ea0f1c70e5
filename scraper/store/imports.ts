import * as z from "zod";
import { maskPersonal } from "../../shared/mapping/mask-personal.ts";
import { formatInstant } from "../../shared/values/dates.ts";
import { slugify } from "../../shared/values/text.ts";
import { StopRunError } from "../errors.ts";
import { inLongTransaction, type Store } from "./open-store.ts";
import { jsonText, readRow, readRows } from "./rows.ts";

const Text = z.string().min(1);

/** The other open sources: the registry of suppliers, the quarterly reports, the list of article 69-B. */
const importKinds = ["padron", "pnt", "list69b"] as const;
export type ImportKind = (typeof importKinds)[number];

/** A row that was not taken, or something in it, and why. */
const NotTaken = z.strictObject({
  /** Name of the sheet, as the file has it; absent where a file has none. */
  sheet: Text.optional(),
  /** As spreadsheets count, from 1; absent for a whole sheet. */
  row: z.int().positive().optional(),
  /** Heading of the column, verbatim; absent for a whole row. */
  column: Text.optional(),
  reason: Text,
});

/** What an import did. */
export const ImportReport = z.strictObject({
  /** What was counted → how often. */
  counts: z.record(z.string(), z.number()),
  notTaken: z.array(NotTaken),
  /** What else is worth knowing, such as columns that no one knows; a sentence each. */
  notes: z.array(Text),
  /** Reports of procedures: to which process each of them belongs, and how sure that is. */
  links: z
    .array(
      z.strictObject({
        /** As the file has it. */
        number: Text.optional(),
        ocid: Text,
        /** From 0 to 1; absent where the process is not one of the portal's. */
        confidence: z.number().optional(),
        reasons: z.array(Text),
        /** Ocids of those that may be the same. */
        candidates: z.array(Text),
      }),
    )
    .optional(),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** Until an import is done. */
const noReport: ImportReport = { counts: {}, notTaken: [], notes: [] };

const Import = z
  .object({
    id: z.number(),
    kind: z.enum(importKinds),
    name: z.string(),
    source: z.string(),
    sha256: z.string(),
    imported_at: z.string(),
    undone_at: z.string().nullable(),
    report: jsonText(ImportReport),
  })
  .transform(({ imported_at: importedAt, undone_at: undoneAt, ...row }) => ({
    ...row,
    /** ISO 8601 with offset, like the next. */
    importedAt,
    /** Absent while the import counts. */
    ...(undoneAt !== null && { undoneAt }),
  }));
/** A file of another source, as it was taken in. */
export type Import = z.infer<typeof Import>;

/** What is to be taken in. */
export interface ImportSource {
  kind: ImportKind;
  /** The file's name without its folder, or the address that it was read from. */
  source: string;
  /** What the import shall be called; by its source where it is absent. */
  name?: string | undefined;
  /** Of the file's bytes, hexadecimal. */
  sha256: string;
}

const columns = "id, kind, name, source, sha256, imported_at, undone_at, report";

/** When a file is taken in, in which zone, and whether only to see what would come of it. */
export interface ImportMoment {
  at: Date;
  timeZone: string;
  /** Nothing is kept. */
  isDryRun?: boolean;
}

/**
 * Takes a file in, all of it or nothing: whatever `body` throws leaves the store as it was.
 *
 * Throws `StopRunError` where the same bytes have been taken in already and were not undone.
 *
 * @param body writes what the file says, marked with the number of the import, and tells what it did. It may read the file meanwhile.
 */
export async function runImport(
  store: Store,
  { kind, source, sha256, name: wanted = source }: ImportSource,
  { at, timeZone, isDryRun = false }: ImportMoment,
  body: (importId: number) => Promise<ImportReport> | ImportReport,
): Promise<Import> {
  const takeIn = async () => {
    checkIsNew(store, { kind, source, sha256 });
    const name = freeName(store, kind, wanted);
    const importedAt = formatInstant(at, timeZone);
    store
      .prepare(
        "INSERT INTO imports (kind, name, source, sha256, imported_at, report) VALUES (?, ?, ?, ?, ?, ?)",
      )
      .run(kind, name, source, sha256, importedAt, JSON.stringify(noReport));
    const { id } = z
      .object({ id: z.number() })
      .parse(store.prepare("SELECT id FROM imports WHERE name = ?").get(name));
    const report = ImportReport.parse(await body(id));
    store.prepare("UPDATE imports SET report = ? WHERE id = ?").run(JSON.stringify(report), id);
    return findImport(store, name);
  };
  return inLongTransaction(store, takeIn, !isDryRun);
}

/** All imports, the earliest first, also those that were undone. */
export function allImports(store: Store): Import[] {
  const rows = store.db.prepare(`SELECT ${columns} FROM imports ORDER BY id`).all();
  return readRows(Import, rows);
}

/** The import of a number that rows bear; its report is not read. */
export function importOf(store: Store, id: number): Pick<Import, "name" | "source" | "sha256"> {
  const Source = z.object({ name: z.string(), source: z.string(), sha256: z.string() });
  const row = store.prepare("SELECT name, source, sha256 FROM imports WHERE id = ?").get(id);
  return Source.parse(row);
}

/** Throws `StopRunError` where there is no import of that name. */
export function findImport(store: Store, name: string): Import {
  const found = readRow(
    Import,
    store.prepare(`SELECT ${columns} FROM imports WHERE name = ?`).get(name),
  );
  if (found !== undefined) return found;
  throw new StopRunError(
    `${store.file}: there is no import of the name "${name}". \`compras imports\` lists them.`,
  );
}

function checkIsNew(store: Store, { kind, source, sha256 }: ImportSource): void {
  const twin = allImports(store).find(
    (other) => other.kind === kind && other.sha256 === sha256 && other.undoneAt === undefined,
  );
  if (twin === undefined) return;
  throw new StopRunError(
    `${source}: this very file was taken in on ${twin.importedAt.slice(0, 10)} as ${twin.name}. Undo that with ` +
      `\`compras imports undo ${twin.name}\` to take it in anew.`,
  );
}

/** `pnt-formato-43335`, and `pnt-formato-43335-2` where that is taken. */
function freeName(store: Store, kind: ImportKind, source: string): string {
  const base = source.replace(/[?#].*$/, "").replace(/\/+$/, "");
  const file = base.slice(base.lastIndexOf("/") + 1).replace(/\.\w{2,5}$/, "");
  // The name is published, and a file may be called after a person's RFC.
  const stem = [kind, slugify(maskPersonal(file)).slice(0, 60)]
    .filter((part) => part !== "")
    .join("-");
  const taken = new Set(allImports(store).map(({ name }) => name));
  if (!taken.has(stem)) return stem;
  let count = 2;
  while (taken.has(`${stem}-${count}`)) count += 1;
  return `${stem}-${count}`;
}
