import * as z from "zod";
import { type CitedRelease, ProcedureEvidence } from "../../shared/feed/evidence.ts";
import { feedPaths } from "../../shared/feed/paths.ts";
import { undoRekey } from "../../shared/mapping/rekey.ts";
import { Release } from "../../shared/ocds/schema.ts";
import { hashJson } from "../../shared/values/hash.ts";
import { readArchived } from "../archive/read-archived.ts";
import { StopRunError } from "../errors.ts";
import type { Citation } from "./citation.ts";
import { readFeedLines } from "./feed-lines.ts";

/** A citation that holds. */
export interface ProvenCitation {
  /** The release as it was cited. */
  release: Release;
  /** The ocid that the process bears since; absent where it is the cited one. */
  presentOcid?: string;
  /** The page of the portal that the release rests on; absent where there was none any more. */
  page?: NonNullable<CitedRelease["page"]> & { url: string };
  /** Whether the archived page was compared with its hash. */
  isPageChecked: boolean;
}

/**
 * Finds the cited release in a feed, and recomputes its hash; with an archive, the hash of the page that it rests on too.
 *
 * Throws `StopRunError` that says what does not hold.
 *
 * @param feed a folder, or an address that ends in a slash; @param archive folder of the archive, undefined for none.
 */
export async function verifyCitation(
  citation: Citation,
  feed: string,
  archive: string | undefined,
): Promise<ProvenCitation> {
  const found = await findRelease(citation, feed);
  const sha256 = hashJson(found.release);
  if (sha256 !== citation.sha256) {
    throw new StopRunError(
      `${citation.releaseId}: the feed says something else than what was cited. Its SHA-256 is ${sha256}, the cited one ${citation.sha256}. ` +
        "One of the two was changed; compare with another copy of the feed.",
    );
  }
  const page = await findPage(found.present, feed);
  const ref = page?.archive;
  const isPageChecked = archive !== undefined && ref !== undefined;
  if (isPageChecked && page) await checkPage(archive, ref, page.sha256);
  const isRekeyed = found.present.ocid !== found.release.ocid;
  return {
    release: found.release,
    ...(isRekeyed && { presentOcid: found.present.ocid }),
    ...(page && { page }),
    isPageChecked,
  };
}

/** The release as it was cited, and as it stands in the feed, which may have another ocid by now. */
async function findRelease(
  { releaseId, address }: Citation,
  feed: string,
): Promise<{ release: Release; present: Release }> {
  const file = address.slice(address.lastIndexOf("releases/"));
  const formerOcid = releaseId.slice(0, releaseId.lastIndexOf("-"));
  for await (const line of readFeedLines(feed, file)) {
    if (!line.includes(formerOcid)) continue;
    const present = Release.parse(JSON.parse(line));
    if (present.id === releaseId) return { release: present, present };
    const release = undoRekey(present, formerOcid);
    if (release?.id === releaseId) return { release, present };
  }
  throw new StopRunError(
    `${releaseId}: the feed has no such release in ${file}. Releases are never removed: either the citation is mistyped, or this is not the feed that it was taken from; name another with --feed.`,
  );
}

async function findPage(
  release: Release,
  feed: string,
): Promise<ProvenCitation["page"] | undefined> {
  for await (const line of readFeedLines(feed, feedPaths.evidence)) {
    if (!line.includes(release.id)) continue;
    const evidence = ProcedureEvidence.parse(JSON.parse(line));
    const cited = evidence.releases.find(({ id }) => id === release.id);
    if (cited?.page && evidence.url !== undefined) return { ...cited.page, url: evidence.url };
    if (cited) return undefined;
  }
  return undefined;
}

async function checkPage(
  archive: string,
  ref: { file: string; recordId: string },
  sha256: string,
): Promise<void> {
  const { body } = await readArchived(archive, ref);
  const kept = z.object({ sha256: z.string() }).safeParse(body);
  if (kept.success && kept.data.sha256 === sha256) return;
  throw new StopRunError(
    `${ref.file}: the record ${ref.recordId} does not hold the page that the release rests on (SHA-256 ${sha256}). Put the archive back that was there when the store was filled.`,
  );
}
