import type { ListedDocument } from "../corpus/list-documents.ts";

/** Whether the portal is asked for a document: not for what it links no longer, and no other site at all. */
export function isAskedFor({ withdrawnAt, isGone, isOnPortal }: ListedDocument): boolean {
  return isOnPortal && withdrawnAt === undefined && !isGone;
}
