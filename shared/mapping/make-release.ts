import { withRemovals } from "../ocds/removals.ts";
import type { Release, Tender } from "../ocds/schema.ts";
import { hashJson } from "../values/hash.ts";
import type { ReleaseContent } from "./release.ts";

/**
 * The release that says how a process came to be known as it is. It tells the whole state, and null for each field that the
 * state before had and this one lacks, so that all releases of a process merged give its state.
 *
 * @param state what is known now.
 * @param date when it became known to the feed, ISO 8601 with offset.
 * @param before the state after the release before, absent for the first. A published date or document that moved
 * or vanished makes the release a `tenderAmendment`, a new status `cancelled` a `tenderCancellation`, anything else, such as
 * a date or document that is new, a `tenderUpdate`.
 */
export function makeRelease(state: ReleaseContent, date: string, before?: ReleaseContent): Release {
  const tag: Release["tag"] = [tagChange(state.tender, before?.tender)];
  // Both are states of one process, so what the one has beyond the other can be said by nulls.
  const content = before === undefined ? state : (withRemovals(state, before) as ReleaseContent);
  const release = { ...content, date, tag };
  return { ...release, id: releaseId(release) };
}

/** The `id` that a release must bear: its `ocid` and a digest of all else that it says. Another `id` betrays a release that was edited. */
export function releaseId({ date, tag, ...rest }: Omit<Release, "id"> & { id?: string }): string {
  const { id: _id, ...content } = rest;
  // A release of this feed has one tag, and has always been hashed with it, not with the list.
  return `${content.ocid}-${hashJson({ content, date, tag: tag[0] }).slice(0, 16)}`;
}

function tagChange(tender: Tender, before: Tender | undefined): Release["tag"][number] {
  if (before === undefined) return "tender";
  if (tender.status === "cancelled" && before.status !== "cancelled") return "tenderCancellation";
  const now = publishedFacts(tender);
  const hasMoved = [...publishedFacts(before)].some(([name, fact]) => now.get(name) !== fact);
  return hasMoved ? "tenderAmendment" : "tenderUpdate";
}

/** The dates and documents that bidders rely on, each by its name. */
function publishedFacts(tender: Tender): Map<string, string> {
  const { tenderPeriod, enquiryPeriod, awardPeriod, documents = [] } = tender;
  const dates = Object.entries({
    publication: tenderPeriod?.startDate,
    opening: tenderPeriod?.endDate,
    clarification: enquiryPeriod?.endDate,
    award: awardPeriod?.endDate,
  });
  return new Map([
    ...dates.flatMap(([name, date]) => (date === undefined ? [] : [[name, date] as const])),
    // What is learnt of a document later, such as its format, moves nothing.
    ...documents.map(
      ({ id, title, url, description, documentType }) =>
        [
          `document ${id}`,
          JSON.stringify([title, url, description ?? null, documentType ?? null]),
        ] as const,
    ),
  ]);
}
