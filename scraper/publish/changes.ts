import { type ChangeLine, ChangesIndex } from "../../shared/feed/changes.ts";
import { feedSchemaVersion } from "../../shared/feed/index-schema.ts";
import { feedPaths } from "../../shared/feed/paths.ts";
import type { CompiledRelease } from "../../shared/ocds/schema.ts";
import { dayOf } from "../../shared/values/dates.ts";
import { hashBytes } from "../../shared/values/hash.ts";
import type { DraftFile } from "./feed-draft.ts";
import type { FeedFormat, Publication } from "./publication.ts";
import { openJsonLines } from "./year-files.ts";

/** What whoever follows the feed does; `applyChanges` in shared/feed is the same as code. */
const usage = [
  `La primera vez: lea este índice y guarde «series» y «cursor»; baje ${feedPaths.compiled}, compruebe que su huella es la de ` +
    "«full» (si no lo es, empiece de nuevo: son de publicaciones distintas) y guarde cada línea por su «ocid».",
  "Cada vez que actualice: lea este índice. Si «series» no es la que guardó, o «cursor» es menor que el suyo, haga de nuevo lo " +
    "de la primera vez. Si «cursor» es el suyo, no hay nada nuevo.",
  "De «files», tome en su orden los archivos cuyo «lastCursor» sea mayor que su cursor, aunque sean de días pasados, y de ellos " +
    "las líneas cuyo «cursor» sea mayor que el suyo. Por cada línea, ponga «compiled» en lugar de lo que tenga con ese «ocid».",
  "Al terminar, guarde el «cursor» de este índice. Lo que tiene es entonces igual al «full» de esta publicación.",
  "Una línea sin «compiled» dice que de ese proceso ya no queda nada, porque se deshizo la importación que lo trajo: bórrelo.",
  "Nada más se borra: lo que desaparece del portal se queda, con «change» y «tender.status» iguales a «withdrawn».",
];

interface OpenDay extends Pick<ChangesIndex["files"][number], "date" | "firstCursor" | "lines"> {
  lastCursor: number;
  file: DraftFile;
}

/**
 * `changes/<date>.jsonl`, a `ChangeLine` a release on the local day of its date, and `changes/index.json`. A day's file
 * keeps its bytes once the day is over; only where the clock was set back does an older one grow. Stands after
 * `compiledLines` in the list of formats, whose file the index names.
 */
export function changes({ draft, identity }: Publication): FeedFormat {
  const files: ChangesIndex["files"] = [];
  let day: OpenDay | undefined;
  let first: ChangeLine | undefined;

  const closeDay = async (): Promise<void> => {
    if (day === undefined) return;
    const { file, ...known } = day;
    const { path, bytes, sha256 } = await file.close();
    files.push({ path, ...known, bytes, sha256 });
    day = undefined;
  };
  const openDay = async (date: string, cursor: number): Promise<OpenDay> => {
    if (day?.date === date) return day;
    await closeDay();
    const file = await openJsonLines(
      draft,
      feedPaths.changes(date),
      `Lo que cambió el ${date}, un cambio por línea, cada uno con el procedimiento como quedó`,
    );
    day = { date, firstCursor: cursor, lastCursor: cursor, lines: 0, file };
    return day;
  };

  const addLine = async (line: ChangeLine): Promise<void> => {
    if (first === undefined || line.cursor < first.cursor) first = line;
    const open = await openDay(line.date, line.cursor);
    open.lastCursor = Math.max(open.lastCursor, line.cursor);
    open.lines += 1;
    await open.file.write(`${JSON.stringify(line)}\n`);
  };

  return {
    addRelease: ({ seq, release, before, after }) =>
      addLine({
        cursor: seq,
        date: dayOf(release.date),
        ocid: release.ocid,
        change: nameChange(before, after),
        tag: release.tag,
        release: release.id,
        compiled: after,
      }),
    addUndo: ({ seq, date, ocid, id, after }) =>
      addLine({
        cursor: seq,
        date: dayOf(date),
        ocid,
        change: "retracted",
        tag: ["tenderUpdate"],
        release: id,
        ...(after !== undefined && { compiled: after }),
      }),
    finish: async () => {
      await closeDay();
      // A store without releases has no feed; who writes the index says so.
      if (first === undefined) return;
      const full = draft.files().find(({ path }) => path === feedPaths.compiled);
      if (full === undefined)
        throw new Error(`${feedPaths.compiled} must be closed before changes`);
      const index: ChangesIndex = {
        schemaVersion: feedSchemaVersion,
        uso: usage,
        series: `${identity.ocidPrefix}-${hashBytes(first.release).slice(0, 16)}`,
        cursor: Math.max(...files.map(({ lastCursor }) => lastCursor)),
        full: { path: full.path, bytes: full.bytes, sha256: full.sha256 },
        files,
      };
      await draft.put(
        feedPaths.changesIndex,
        { title: "Qué cambió cada día, y cómo seguirlo", mediaType: "application/json" },
        `${JSON.stringify(ChangesIndex.parse(index), undefined, 2)}\n`,
      );
    },
  };
}

function nameChange(
  before: CompiledRelease | undefined,
  after: CompiledRelease,
): ChangeLine["change"] {
  if (before === undefined) return "added";
  const wasThere = before.tender?.status !== "withdrawn";
  const isThere = after.tender?.status !== "withdrawn";
  if (wasThere === isThere) return "changed";
  return isThere ? "returned" : "withdrawn";
}
