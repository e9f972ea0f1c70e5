import type { ProcessDocument } from "../../shared/feed/process-documents.ts";
import { unpublishedPrefix } from "../../shared/feed/unpublished.ts";
import { documentId, mapContent } from "../../shared/mapping/release.ts";
import { documentTypes } from "../../shared/ocds/codelists.ts";
import { isPortalAddress } from "../../shared/portal/portal-address.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import { matchRoute } from "../../shared/portal/routes.ts";
import type { SeenTender } from "./database.ts";

type Told = Omit<ProcessDocument, "firstSeenAt"> & Partial<Pick<ProcessDocument, "firstSeenAt">>;

/** A document of a procedure, as the feed and the page that the user opened tell of it together. */
export interface ListedDocument extends Told {
  /** Whether its address is the portal's: the extension asks no other. */
  isOnPortal: boolean;
  /** It was not there when the user last saw the procedure's page. */
  isNew: boolean;
  /** The feed has it, and the page, which the user opened after the feed was made, does not. */
  isGone: boolean;
}

interface Sources {
  /** What the feed tells. */
  told: readonly ProcessDocument[];
  /** When the portal was last read for the feed; absent where there is none. */
  readAt: string | undefined;
  /** The procedure as a page showed it. */
  seen: SeenTender | undefined;
  profile: PortalProfile;
}

/** All documents that are known of a procedure, each once, by the portal's numbers. */
export function listDocuments({ told, readAt, seen, profile }: Sources): ListedDocument[] {
  const onPage = pageDocuments(seen);
  const known = new Map<string, Told>(told.map((document) => [document.id, document]));
  for (const document of onPage) {
    // Where it is linked now, it is not withdrawn.
    const { withdrawnAt: _, ...own } = known.get(document.id) ?? {};
    known.set(document.id, { ...own, ...document });
  }
  const listed = new Set(onPage.map(({ id }) => id));
  const before = seen?.anexosBefore && new Set(seen.anexosBefore.map((id) => documentId({ id })));
  const pageAt = seen?.pageAt; // A page of the list says nothing of documents.
  const isAfter = (instant: string | undefined): boolean =>
    pageAt !== undefined && instant !== undefined && Date.parse(instant) > pageAt;
  const isPageLater = pageAt !== undefined && readAt !== undefined && !isAfter(readAt);
  return [...known.values()]
    .map((document): ListedDocument => {
      const { id, firstSeenAt, withdrawnAt } = document;
      const isListed = listed.has(id);
      return {
        ...document,
        ...findOnPortal(document.url, profile),
        isNew: isListed ? before !== undefined && !before.has(id) : isAfter(firstSeenAt),
        isGone: !isListed && withdrawnAt === undefined && isPageLater,
      };
    })
    .sort(({ id: a }, { id: b }) => a.length - b.length || (a < b ? -1 : 1));
}

/** Where the portal that the extension knows has what a feed names, whatever host the feed was read from, such as a copy for practice. */
function findOnPortal(
  url: string,
  profile: PortalProfile,
): Pick<ListedDocument, "url" | "isOnPortal"> {
  const { baseUrl, routes } = profile;
  const id = matchRoute(url, routes.anexo, routes.procedimiento);
  if (id !== undefined)
    return { url: baseUrl + routes.anexo.replace("{id}", id), isOnPortal: true };
  return { url, isOnPortal: isPortalAddress(new URL(url), profile) };
}

/** The documents that the procedure's page links, as a feed would tell them. */
function pageDocuments(seen: SeenTender | undefined): Told[] {
  if (seen === undefined) return [];
  const attachments = new Set(seen.record.anexos.map(documentId));
  return (mapContent(seen.record, unpublishedPrefix).tender.documents ?? []).flatMap((document) => {
    const { id, title, url, documentType } = document;
    // The page itself is one of them. Our own mapping gives each attachment its address.
    if (!attachments.has(String(id)) || typeof url !== "string") return [];
    const type = documentTypes.find((each) => each === documentType);
    return [{ id: String(id), url, ...(title && { title }), ...(type && { type }) }];
  });
}
