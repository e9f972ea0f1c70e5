import * as z from "zod";
import { Follow, SavedSearch, Seen } from "./personal.ts";

/** Raised when an older extension could no longer read the file; a later version then reads both. */
const backupVersion = 1;

const backupKind = "compras-abiertas-respaldo";

/** What the user chose, as far as it is worth taking along; absent where it is as it came. */
const BackupSettings = z.strictObject({
  feedUrl: z.url({ protocol: /^https?$/ }).exactOptional(),
  language: z.enum(["es", "en"]).exactOptional(),
  /** A group a line. */
  synonyms: z.string().exactOptional(),
});
export type BackupSettings = z.infer<typeof BackupSettings>;

/** Everything personal. */
export const Personal = z.strictObject({
  searches: z.array(SavedSearch),
  follows: z.array(Follow),
  seen: z.array(Seen),
  /** All up to this stamp was there to be seen (see `nextStamp`). */
  cursor: z.number().nonnegative(),
  settings: BackupSettings,
});
export type Personal = z.infer<typeof Personal>;

const Backup = Personal.extend({
  kind: z.literal(backupKind),
  schemaVersion: z.literal(backupVersion),
  madeAt: z.iso.datetime(),
});

/** Why a file is no backup that can be taken in. `detail` says which version, or where it is damaged. */
export interface BackupProblem {
  kind: "notJson" | "notBackup" | "newer" | "damaged";
  detail: string;
}

/** Thrown by `readBackup`; nothing was taken in. */
export class BackupError extends Error {
  override name = "BackupError";
  readonly problem: BackupProblem;

  constructor(kind: BackupProblem["kind"], detail: string, cause?: unknown) {
    super(`${kind}: ${detail}`, { cause });
    this.problem = { kind, detail };
  }
}

/** The text of a backup file. */
export function writeBackup(personal: Personal, madeAt: Date): string {
  const backup: z.infer<typeof Backup> = {
    kind: backupKind,
    schemaVersion: backupVersion,
    madeAt: madeAt.toISOString(),
    ...personal,
  };
  return `${JSON.stringify(backup, null, 2)}\n`;
}

const Header = z.object({ kind: z.literal(backupKind), schemaVersion: z.int().positive() });

/** Reads a backup file whole or not at all. Throws `BackupError`. */
export function readBackup(text: string): { personal: Personal; madeAt: string } {
  const json = parseJson(text);
  const header = Header.safeParse(json);
  if (!header.success) throw new BackupError("notBackup", z.prettifyError(header.error));
  const { schemaVersion } = header.data;
  if (schemaVersion > backupVersion) throw new BackupError("newer", String(schemaVersion));
  const backup = Backup.safeParse(json);
  if (!backup.success) {
    const { path = [], message = "" } = backup.error.issues[0] ?? {};
    throw new BackupError("damaged", `${path.join(".")}: ${message}`, backup.error);
  }
  const { kind: _, schemaVersion: __, madeAt, ...personal } = backup.data;
  return { personal, madeAt };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BackupError("notJson", "", error);
  }
}
