import { existsSync } from "node:fs";
import * as z from "zod";
import { rekeyRelease } from "../../shared/mapping/rekey.ts";
import { Release } from "../../shared/ocds/schema.ts";
import { StopRunError } from "../errors.ts";
import { readIdentity } from "./identity.ts";
import { inTransaction, type Store } from "./open-store.ts";
import { moveContent } from "./procedures.ts";
import { everyReleaseOf, replaceRelease } from "./releases.ts";
import { readRows } from "./rows.ts";
import { lockWriter } from "./writer-lock.ts";

/** What a change of prefix did. */
export interface Rekeyed {
  formerPrefix: string;
  procedures: number;
  releases: number;
  /** The store as it was. */
  backup: string;
}

/**
 * Gives every process of a store another ocid prefix, in one transaction; each release keeps its former ocid as a related process, so that
 * whoever used it finds the process again. A copy of the store as it was is left beside it.
 *
 * Throws `StopRunError` where the store holds no process, has the prefix already, is being written, or the copy cannot be made.
 */
export function rekeyStore(store: Store, prefix: string): Rekeyed {
  const identity = readIdentity(store);
  if (identity === undefined) {
    throw new StopRunError(`${store.file}: nothing was scraped into this store yet.`);
  }
  const formerPrefix = identity.ocidPrefix;
  if (formerPrefix === prefix) {
    throw new StopRunError(`${store.file}: the store's ocids begin with "${prefix}" already.`);
  }
  const unlock = lockWriter(store);
  try {
    const backup = copyStore(store, formerPrefix);
    let releases = 0;
    const procedures = inTransaction(store, () => {
      const ids = procedureIds(store);
      for (const id of ids) {
        for (const { seq, release } of everyReleaseOf(store, id)) {
          replaceRelease(store, seq, Release.parse(rekeyRelease(release, `${prefix}-${id}`)));
          releases += 1;
        }
        moveContent(store, id, formerPrefix, prefix);
      }
      store.prepare("UPDATE identity SET ocid_prefix = ?").run(prefix);
      return ids.length;
    });
    return { formerPrefix, procedures, releases, backup };
  } finally {
    unlock();
  }
}

function copyStore(store: Store, formerPrefix: string): string {
  const backup = `${store.file}.${formerPrefix}.bak`;
  if (existsSync(backup)) {
    throw new StopRunError(
      `${backup}: a copy from an earlier change of prefix is in the way. Move it elsewhere and run the command again.`,
    );
  }
  store.db.prepare("VACUUM INTO ?").run(backup);
  return backup;
}

function procedureIds(store: Store): string[] {
  const rows = store.db.prepare("SELECT id FROM procedures").all();
  return readRows(z.object({ id: z.string() }), rows).map(({ id }) => id);
}
