import type { TenderRow } from "./tender-row.ts";

/** In place of the prefix of an ocid: the row comes from a page that the user opened, and no feed has published it. */
export const unpublishedPrefix = "sin-publicar";

/** Whether a feed has published the row, under an ocid that can be quoted. */
export function isPublished({ ocid }: Pick<TenderRow, "ocid">): boolean {
  return !ocid.startsWith(`${unpublishedPrefix}-`);
}
