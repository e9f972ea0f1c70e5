import type { Tender } from "../ocds/schema.ts";
import type { ReleaseContent } from "./release.ts";

type TenderDocument = NonNullable<Tender["documents"]>[number];
type Party = NonNullable<ReleaseContent["parties"]>[number];
type Milestone = NonNullable<Tender["milestones"]>[number];
type Meeting = NonNullable<Tender["clarificationMeetings"]>[number];

/** When a procedure was read, in days (`2026-03-18`) of the portal's zone. */
export interface Sight {
  on: string;
  /** The reading before. */
  lastSeenOn: string;
  /** Identifiers of documents whose file is another than before, at the same address. */
  replacedDocuments: ReadonlySet<string>;
}

const withdrawnNote = "Ya no aparece en el portal";

/**
 * The state of a process after its page was read again: what the page says, and beside it what can no longer be taken back. A
 * document that vanished stays and says when it was last seen; a unit that no longer buys stays as a party without a role;
 * an announced meeting whose date vanished stays without the date; former ocids stay; a page that names no unit any more leaves the last one, since
 * the standard's schema lets nothing unsay a reference.
 */
export function followState(
  before: ReleaseContent,
  now: ReleaseContent,
  sight: Sight,
): ReleaseContent {
  const { tender } = before;
  const lastUnit = now.buyer === undefined && before.buyer !== undefined;
  return {
    ...now,
    ...(before.relatedProcesses && { relatedProcesses: before.relatedProcesses }),
    ...(lastUnit && { buyer: before.buyer }),
    ...listOf(
      "parties",
      carry<Party>(before.parties, now.parties, lastUnit ? (party) => party : withoutRoles),
    ),
    tender: {
      ...now.tender,
      ...(lastUnit && { procuringEntity: tender.procuringEntity }),
      ...listOf(
        "milestones",
        carry<Milestone>(
          tender.milestones,
          now.tender.milestones,
          ({ dueDate: _, ...rest }) => rest,
        ),
      ),
      ...listOf(
        "clarificationMeetings",
        carry<Meeting>(
          tender.clarificationMeetings,
          now.tender.clarificationMeetings,
          ({ date: _, ...rest }) => rest,
        ),
      ),
      ...listOf(
        "documents",
        carry<TenderDocument>(
          tender.documents,
          now.tender.documents,
          (document) => withdrawDocument(document, sight),
          (document, known) => noteDocument(document, known, sight),
        ),
      ),
    },
  };
}

/** The state of a process that has vanished from the portal. What was known of it stays. */
export function withdrawState(before: ReleaseContent): ReleaseContent {
  return { ...before, tender: { ...before.tender, status: "withdrawn" } };
}

/** Whether a document of a state is one that has vanished from the portal. */
export function isWithdrawnDocument({
  description,
}: {
  description?: string | undefined;
}): boolean {
  return description?.startsWith(withdrawnNote) ?? false;
}

function withdrawDocument(document: TenderDocument, { lastSeenOn }: Sight): TenderDocument {
  if (isWithdrawnDocument(document)) return document;
  return { ...document, description: `${withdrawnNote}; se vio por última vez el ${lastSeenOn}.` };
}

function noteDocument(
  document: TenderDocument,
  known: TenderDocument,
  { on, replacedDocuments }: Sight,
): TenderDocument {
  if (isWithdrawnDocument(known)) {
    return { ...document, description: `Volvió a aparecer en el portal; se vio el ${on}.` };
  }
  if (replacedDocuments.has(String(document.id))) {
    return { ...document, description: `El archivo es otro que antes; se vio el ${on}.` };
  }
  return known.description === undefined
    ? document
    : { ...document, description: known.description };
}

function withoutRoles({ roles: _, ...party }: Party): Party {
  return party;
}

/** The items of before in their order, as they are now or as `gone` leaves them, then those that are new: the order of a merge. */
function carry<Item extends { id?: string | number | undefined }>(
  before: readonly Item[] = [],
  now: readonly Item[] = [],
  gone: (item: Item) => Item,
  stays: (item: Item, known: Item) => Item = (item) => item,
): Item[] {
  const current = new Map(now.map((item) => [item.id, item]));
  const known = new Set(before.map(({ id }) => id));
  return [
    ...before.map((item) => {
      const again = current.get(item.id);
      return again === undefined ? gone(item) : stays(again, item);
    }),
    ...now.filter(({ id }) => !known.has(id)),
  ];
}

function listOf<Key extends string, Item>(
  key: Key,
  items: Item[],
): { [K in Key]: Item[] } | Record<string, never> {
  // Built for the one key that the type names.
  return items.length === 0 ? {} : ({ [key]: items } as { [K in Key]: Item[] });
}
