import type { Release } from "../ocds/schema.ts";
import { releaseId } from "./make-release.ts";

type RelatedProcess = NonNullable<Release["relatedProcesses"]>[number];

/** OCDS has no code for it, and its list of relationships is open. */
const formerOcid = "formerOcid";

/**
 * A release under another ocid, with the former one kept as a related process. What it says is the same; its `id`, which is derived from the
 * ocid and the content, is new.
 */
export function rekeyRelease(release: Release, ocid: string): Release {
  const related = release.relatedProcesses ?? [];
  const former: RelatedProcess = {
    id: String(related.length + 1),
    relationship: [formerOcid],
    title: "Identificador anterior de este mismo procedimiento",
    scheme: "ocid",
    identifier: release.ocid,
  };
  const rekeyed = { ...release, ocid, relatedProcesses: [...related, former] };
  return { ...rekeyed, id: releaseId(rekeyed) };
}

/**
 * The release as it was before it was rekeyed, its former `id` included, so that who cited it then can still prove it; undefined for a release
 * that was never published under that ocid.
 */
export function undoRekey(release: Release, ocid: string): Release | undefined {
  const related = release.relatedProcesses ?? [];
  const place = related.findIndex(
    ({ relationship, identifier }) => relationship?.[0] === formerOcid && identifier === ocid,
  );
  if (place < 0) return undefined;
  const { relatedProcesses: _, ...rest } = release;
  const kept = related.slice(0, place);
  const former = { ...rest, ocid, ...(kept.length > 0 && { relatedProcesses: kept }) };
  return { ...former, id: releaseId(former) };
}
