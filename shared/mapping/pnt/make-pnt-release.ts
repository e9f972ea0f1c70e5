import { withRemovals } from "../../ocds/removals.ts";
import { Release } from "../../ocds/schema.ts";
import { releaseId } from "../make-release.ts";
import type { PntContent } from "./map-process.ts";

/**
 * The release that says what the reports say of a process, and null for what they no longer say. Throws `RangeError` where merging cannot unsay it: something
 * was taken out of a list. Throws `ZodError` where it is no release.
 *
 * @param before what the reports said before, absent for the first release of theirs.
 */
export function makePntRelease(content: PntContent, date: string, before?: PntContent): Release {
  const told = before === undefined ? content : withRemovals(content, before);
  const release = { ...told, date, tag: [tagOf(content, before)] };
  // The id is made of the content; the parse checks all of it.
  return Release.parse({ ...release, id: releaseId(release as Omit<Release, "id">) });
}

function tagOf(
  { contracts, awards, buyer }: PntContent,
  before: PntContent | undefined,
): Release["tag"][number] {
  if (contracts !== undefined) return before?.contracts ? "contractUpdate" : "contract";
  if (awards !== undefined) return before?.awards ? "awardUpdate" : "award";
  // Without a buyer of its own it is a part of what the portal says.
  return buyer === undefined || before !== undefined ? "tenderUpdate" : "tender";
}
