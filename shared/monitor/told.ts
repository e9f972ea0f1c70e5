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

/** Of what is in a digest no more, so much is remembered that together they are no more than this. */
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
 * What the user has been told once those items of a digest were for which `isTold` holds: all, where it is left out. What was told
 * of others stays, since they may be back: a feed that was cut short is no reason to tell everything twice.
 */
export function tell(
  digest: Digest,
  told: ToldOf,
  isTold: (item: DigestItem) => boolean = () => true,
): Map<string, Told> {
  const next = new Map(told);
  const closing = new Set(digest.closing);
  const items = itemsOf(digest);
  for (const item of items.filter(isTold)) {
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
  const present = new Set(items.map(({ row }) => row.id));
  // What is in the digest would be untold again, and be told without end.
  const others = [...next.keys()].filter((id) => !present.has(id));
  for (const id of others.slice(0, tooMany)) next.delete(id);
  return next;
}
