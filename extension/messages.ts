import type { TextHit } from "../shared/documents/find-in-pages.ts";
import type { BuyerProfile } from "../shared/feed/buyer-profile.ts";
import type { ProcessAwards } from "../shared/feed/process-awards.ts";
import type { ProcessDetails } from "../shared/feed/process-details.ts";
import type { DocumentText } from "../shared/feed/process-texts.ts";
import type { RegistryStatus } from "../shared/feed/registry-statuses.ts";
import type { RowCitation } from "../shared/feed/row-citation.ts";
import type { SupplierProfile } from "../shared/feed/supplier-profile.ts";
import type { SupplierRow } from "../shared/feed/supplier-row.ts";
import type { TenderRow } from "../shared/feed/tender-row.ts";
import type { PageId } from "../shared/portal/fingerprint.ts";
import type { PageText } from "../shared/portal/page.ts";
import type { MatchReason } from "../shared/search/explain-match.ts";
import type { TenderFilter } from "../shared/search/filter.ts";
import type { SimilarRow } from "../shared/search/find-similar.ts";
import type { PartidaReason } from "../shared/search/partidas/explain-partida.ts";
import type { NamedPartida } from "../shared/search/partidas/partida-list.ts";
import type { PartidaCount } from "../shared/search/partidas/rows-of-partida.ts";
import type { PartidaSuggestion } from "../shared/search/partidas/suggest-partidas.ts";
import type { BuyerOverview } from "./corpus/buyer-overview.ts";
import type { CalendarConversations } from "./corpus/calendar-conversations.ts";
import type { Detail } from "./corpus/details.ts";
import type { ListedDocument } from "./corpus/list-documents.ts";
import type { PageSample } from "./corpus/page-sample.ts";
import type { PageReading } from "./corpus/seen-pages.ts";
import type { PersonalConversations } from "./personal/conversations.ts";
import type { Sight } from "./sight.ts";
import type { PrintedRows, RowChoice } from "./take-messages.ts";

/** Why the feed could not be read, and what it said where that helps. */
export interface FeedProblem {
  kind:
    | "badAddress"
    | "unreachable"
    | "httpStatus"
    | "notJson"
    | "otherVersion"
    | "otherPortal"
    | "invalid"
    | "tooLarge"
    | "damaged"
    | "olderData"
    | "storageFull";
  /** Of `olderData`, the instant at which the portal was read for it. */
  detail: string;
}

/** What the extension knows and how it came to know it. Instants are ISO 8601. */
export interface CorpusStatus {
  feedUrl: string;
  /** When the portal was last read for the feed; absent while no feed has been loaded. */
  readAt?: string;
  /** Procedures known from pages that the user opened and that the feed does not have. */
  seenTenders: number;
  /** The feed is being fetched and nothing is known of it yet. */
  isLoading: boolean;
  /** Why the last attempt to refresh failed; absent after one that worked. */
  problem?: FeedProblem;
}

/** What a citation rests on: each absent where it is not known. */
export interface CitedSource {
  feed?: {
    url: string;
    /** When the portal was last read for it. */
    readAt: string;
    /** That it is not official, and whether its data is made up. */
    notice?: string;
  };
  /** The latest release of the procedure. */
  release?: RowCitation;
}

/** What the worker can be asked, and what it answers. */
export interface Conversations extends PersonalConversations, CalendarConversations {
  /** Which procedures does a filter find, over all that is known? */
  search: {
    ask: {
      filter: TenderFilter;
      /** Portal numbers of the rows that the page shows. */
      pageIds: string[];
      /** How many of the matches that the page does not show are wanted. */
      limit: number;
    };
    answer: Sight & {
      /** The codes of the COG that the filter chooses. */
      partidas: (NamedPartida & PartidaCount)[];
      elsewhere: TenderRow[];
      /** Why each row of `elsewhere` was found by the text, by its id; without a text, nothing. */
      reasons: Record<string, MatchReason[]>;
      /** Why each row of `elsewhere` belongs to a code of the COG that was asked for, by its id. */
      partidaReasons: Record<string, PartidaReason[]>;
      status: CorpusStatus;
    };
  };
  /** Which codes of the COG may someone mean who types this, and how many procedures has each under the rest of the filter? */
  partidas: {
    ask: { filter: TenderFilter; text: string; limit: number };
    answer: {
      /** That was asked for. */
      text: string;
      suggestions: (PartidaSuggestion & PartidaCount)[];
    };
  };
  /** Open a page on which these rows can be printed. */
  openPrint: { ask: RowChoice; answer: null };
  /** The rows that such a page prints; none where they are too many. */
  print: { ask: RowChoice; answer: PrintedRows };
  /** Which suppliers of the registry hold a text, and have that status? */
  suppliers: {
    ask: { text: string; status?: RegistryStatus; limit: number };
    answer: { total: number; count: number; rows: SupplierRow[]; status: CorpusStatus };
  };
  /** Who bid on a procedure, and who won it? */
  process: { ask: { id: string }; answer: Detail<ProcessDetails> & { buyerId?: string } };
  /** Which documents does a procedure have? */
  documents: {
    ask: { id: string };
    answer: {
      /** By the portal's numbers. */
      documents: ListedDocument[];
      /** Absent where nothing is known of the procedure. */
      row?: TenderRow;
      /** Absent where no feed has the procedure. */
      feed?: { readAt: string; notice?: string };
      /** Whether the feed tells what is written in any of them. */
      hasText: boolean;
      /** When the user last opened the procedure's page; absent where that was never. */
      pageAt?: string;
      /** Why what the feed tells of documents could not be read. */
      problem?: FeedProblem;
    };
  };
  /** Where in a procedure's documents does a text stand? */
  documentText: {
    ask: { id: string; text: string };
    answer: {
      /** By document; `count` are its pages on which the text stands, `isCut` that not all of it was read. */
      found: { id: string; hits: TextHit[]; count: number; isCut: boolean }[];
      /** Documents of which no text is known, and why. */
      unread: { id: string; state: Exclude<DocumentText["state"], "text"> }[];
      problem?: FeedProblem;
    };
  };
  /** Open a page that downloads a procedure's documents. */
  openDocuments: { ask: { id: string }; answer: null };
  /** With what is a procedure of the feed cited? */
  cite: { ask: { id: string }; answer: CitedSource };
  /** What is known of a supplier: its rows in the registry, and what it bid for and won? */
  supplier: { ask: { party: string }; answer: Detail<SupplierProfile> & { rows: SupplierRow[] } };
  /** What does a buyer award, and to whom? */
  buyer: { ask: { id: string }; answer: Detail<BuyerProfile> & { name?: string } };
  /** Which earlier purchases are like this one? */
  similar: {
    ask: { id: string; limit: number };
    answer: {
      /** Whether the procedure is known: a page just opened takes a moment. */
      isKnown: boolean;
      /** Procedures among which they were looked for. */
      total: number;
      purchases: (Omit<SimilarRow, "row"> & { row: TenderRow })[];
      /** The codes of the COG that it belongs to, with their official names. */
      partidas: (PartidaReason & { names: string[] })[];
    };
  };
  /** In short, who won these procedures, and for how much? */
  awards: { ask: { ids: string[] }; answer: Detail<ProcessAwards[]> };
  /** What does a buyer buy, when, and what is to come? */
  buyerOverview: { ask: { id: string }; answer: BuyerOverview };
  /** This is what a page of the portal says. What of it could not be read, and does the feed say the same? */
  page: {
    ask: { page: PageId; url: string; text: PageText; receivedAt?: string };
    /** `readAt` is that of the feed as it was then. */
    answer: { readAt?: string } & (
      | { isUnderstood: true; reading: PageReading }
      | { isUnderstood: false; reason: string }
    );
  };
  /** This page as a file for the project: without personal data. Nothing is sent. */
  sample: {
    /** `html` is the page as the browser has it. */
    ask: { page: PageId; url: string; text: PageText; html: string };
    answer: PageSample;
  };
  /** The form of this page, without any of its text. */
  report: {
    /** `tags` counts elements by name. */
    ask: { page: PageId; url: string; text: PageText; tags: Record<string, number> };
    answer: { text: string };
  };
  /** What is known, and from when? */
  status: { ask: Record<never, never>; answer: CorpusStatus };
  /** Fetch the feed now. */
  refresh: { ask: Record<never, never>; answer: CorpusStatus };
  /** Is there a feed at this address? Nothing is kept. */
  testFeed: {
    ask: { url: string };
    answer:
      | { isGood: true; readAt: string; tenders: number; suppliers: number }
      | { isGood: false; problem: FeedProblem };
  };
  openOptions: { ask: Record<never, never>; answer: null };
}

export type Topic = keyof Conversations;
export type Message = { [K in Topic]: { topic: K } & Conversations[K]["ask"] }[Topic];

/** Asks the worker, which the browser wakes if it sleeps. Rejects when the extension was updated or removed under the page. */
export async function ask<K extends Topic>(
  topic: K,
  question: Conversations[K]["ask"],
): Promise<Conversations[K]["answer"]> {
  const reply: { answer: Conversations[K]["answer"] } | { error: string } | undefined =
    await chrome.runtime.sendMessage({ topic, ...question });
  if (reply === undefined) throw new Error(`The worker gave no answer to "${topic}".`);
  if ("error" in reply) throw new Error(reply.error);
  return reply.answer;
}
