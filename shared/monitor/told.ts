import type { Digest, DigestItem } from "./digest.ts";
import { itemsOf } from "./digest.ts";

/** What the user was told of one procedure. */
export interface Told {
  /** That it closes then. */
  closing?: string;
  /** Its news up to this stamp. */
  stamp?: number;
}

/** By the portal's number. */
export type ToldOf = ReadonlyMap<string, Told>;

const toldLimit = 10_000;

/** The items of a digest of which the user was not told: that they close soon, or what is new of them. */
export function listUntold(digest: Digest, told: ToldOf): DigestItem[] {
  const closing = new Set(digest.closing);
  return itemsOf(digest).filter((item) => {
    const before = told.get(item.row.id);
    const isNewsTold = item.stamp === undefined || item.stamp <= (before?.stamp ?? -1);
    const isClosingTold = !closing.has(item) || item.row.opensAt === before?.closing;
    return !isNewsTold || !isClosingTold;
  });
}

/**
 * What the user has been told once all of a digest was. What was told of others stays, since they may be back: a feed that was
 * cut short is no reason to tell everything twice.
 */
export function tell(digest: Digest, told: ToldOf): Map<string, Told> {
  const next = new Map(told);
  const closing = new Set(digest.closing);
  for (const item of itemsOf(digest)) {
    const { id, opensAt } = item.row;
    const before = next.get(id);
    // Put at the end again, so that what is dropped below is what was longest ago.
    next.delete(id);
    next.set(id, {
      ...before,
      ...(closing.has(item) && opensAt !== undefined && { closing: opensAt }),
      ...(item.stamp !== undefined && { stamp: item.stamp }),
    });
  }
  const tooMany = Math.max(0, next.size - toldLimit);
  for (const id of [...next.keys()].slice(0, tooMany)) next.delete(id);
  return next;
}
