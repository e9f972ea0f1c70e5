import { joinLines } from "../values/lines.ts";
import { dropUndefined } from "../values/present.ts";
import type { Follow } from "./personal.ts";
import type { FollowStatus } from "./personal-limits.ts";

/** As the interface names them in Spanish: they are written into the user's own notes. */
const statusNames: Readonly<Record<FollowStatus, string>> = {
  interested: "me interesa",
  analysing: "en análisis",
  discarded: "descartada",
  submitted: "presentada",
};

/** Two records of one procedure made one: of two statuses the later stands, and the note says what the other was. */
export function mergeFollow(here: Follow, offered: Follow): Follow {
  const [later, earlier] = offered.changedAt > here.changedAt ? [offered, here] : [here, offered];
  const isTorn =
    later.status !== undefined && earlier.status !== undefined && later.status !== earlier.status;
  const lost = isTorn && earlier.status && `(Otro estado: ${statusNames[earlier.status]})`;
  return dropUndefined<Follow>({
    id: here.id,
    isFavourite: here.isFavourite || offered.isFavourite,
    status: later.status ?? earlier.status,
    note: joinNotes([here.note, offered.note, ...(lost ? [lost] : [])]),
    changedAt: later.changedAt,
    row: here.row ?? offered.row,
  });
}

/** Notes made one, of which no line is said twice. One that is whole within the other adds nothing; else the lines that are not there yet do. */
export function joinNotes(notes: readonly string[]): string {
  return notes.reduce((joined, note) => {
    if (isWithin(note, joined)) return joined;
    return isWithin(joined, note) ? note : joinLines(joined, note);
  }, "");
}

/** Whether the lines of a note stand in another, whole and in their order: "Llamar" is not in "No llamar". */
function isWithin(note: string, other: string): boolean {
  return `\n${other}\n`.includes(`\n${note}\n`);
}
