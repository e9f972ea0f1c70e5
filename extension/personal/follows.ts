import type { TenderRow } from "../../shared/feed/tender-row.ts";
import { joinNotes } from "../../shared/monitor/merge-follow.ts";
import { type Follow, isBlank } from "../../shared/monitor/personal.ts";
import type { FollowStatus } from "../../shared/monitor/personal-limits.ts";
import { dropUndefined } from "../../shared/values/present.ts";
import type { Database } from "../corpus/database.ts";

/** What changes of what the user keeps of a procedure; null takes the status away. What is left out stays. */
export interface FollowChange {
  isFavourite?: boolean;
  status?: FollowStatus | null;
  /** The note that takes the place of the one that was there before, as far as the page knew. */
  note?: { before: string; text: string };
}

/**
 * Changes what the user keeps of a procedure, and only that: another tab may have changed the rest meanwhile. Where it wrote
 * another note, both stay.
 *
 * @param row the procedure as now known, kept so that it can be shown whatever becomes of the feed.
 * @returns the note as it is now kept.
 */
export async function changeFollow(
  { follows }: Database,
  id: string,
  change: FollowChange,
  row: TenderRow | undefined,
): Promise<string> {
  return follows.db.transaction("rw", follows, async () => {
    const before = (await follows.get(id)) ?? { id, isFavourite: false, note: "", changedAt: 0 };
    const { status = before.status ?? null, note, ...rest } = change;
    const after = dropUndefined<Follow>({
      ...before,
      ...rest,
      status: status ?? undefined,
      note: note === undefined ? before.note : replaceNote(before.note, note),
      changedAt: Date.now(),
      row: row ?? before.row,
    });
    if (isBlank(after)) await follows.delete(id);
    else await follows.put(after);
    return after.note;
  });
}

function replaceNote(kept: string, { before, text }: NonNullable<FollowChange["note"]>): string {
  return kept === before ? text : joinNotes([kept, text]);
}
