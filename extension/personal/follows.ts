import type { TenderRow } from "../../shared/feed/tender-row.ts";
import { type Follow, isBlank } from "../../shared/monitor/personal.ts";
import type { FollowStatus } from "../../shared/monitor/personal-limits.ts";
import { dropUndefined } from "../../shared/values/present.ts";
import type { Database } from "../corpus/database.ts";

/** What changes of what the user keeps of a procedure; null takes the status away. What is left out stays. */
export interface FollowChange {
  isFavourite?: boolean;
  status?: FollowStatus | null;
  note?: string;
}

/**
 * Changes what the user keeps of a procedure, and only that: another tab may have changed the rest meanwhile.
 *
 * @param row the procedure as now known, kept so that it can be shown whatever becomes of the feed.
 */
export async function changeFollow(
  { follows }: Database,
  id: string,
  change: FollowChange,
  row: TenderRow | undefined,
): Promise<void> {
  await follows.db.transaction("rw", follows, async () => {
    const before = (await follows.get(id)) ?? { id, isFavourite: false, note: "", changedAt: 0 };
    const { status = before.status ?? null, ...rest } = change;
    const after = dropUndefined<Follow>({
      ...before,
      ...rest,
      status: status ?? undefined,
      changedAt: Date.now(),
      row: row ?? before.row,
    });
    if (isBlank(after)) await follows.delete(id);
    else await follows.put(after);
  });
}
