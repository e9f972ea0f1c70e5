import type { CompiledRelease, Release } from "./schema.ts";

/**
 * The state of a contracting process after its latest release.
 *
 * Every release of this feed is a snapshot of the whole process, so the latest one is the state. Releases that say only
 * what changed need the standard's merging rules, which this function does not apply.
 *
 * @param releases all releases of one process, at least one, of one `ocid`; of two with one date the later given is the latest.
 */
export function compileReleases(releases: readonly Release[]): CompiledRelease {
  const latest = [...releases].sort((a, b) => Date.parse(a.date) - Date.parse(b.date)).at(-1);
  if (latest === undefined) throw new RangeError("compileReleases: no release given");
  if (releases.some(({ ocid }) => ocid !== latest.ocid)) {
    throw new RangeError("compileReleases: releases of more than one process given");
  }
  return { ...latest, id: `${latest.ocid}-${latest.date}`, tag: ["compiled"] };
}
