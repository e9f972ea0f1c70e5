import type { TenderRow } from "../../shared/feed/tender-row.ts";
import type { BackupProblem } from "../../shared/monitor/backup.ts";
import type { DigestItem, DigestSection } from "../../shared/monitor/digest.ts";
import type { MergePreview } from "../../shared/monitor/merge-personal.ts";
import type { Follow, SavedSearch } from "../../shared/monitor/personal.ts";
import type { RowChange } from "../../shared/monitor/row-changes.ts";
import type { CorpusStatus } from "../messages.ts";
import type { FollowChange } from "./follows.ts";
import type { SearchEdit, SearchRefusal } from "./saved-searches.ts";

/** What is the user's of one procedure. */
export interface Mark {
  id: string;
  /** As now known; absent where nothing is. */
  row?: TenderRow;
  follow?: Follow;
  /** Since the user last saw it. */
  changes: RowChange[];
  isSeen: boolean;
  /** Of the latest that was known. */
  stamp: number;
}

/** A section of the digest: the first of its items, and how many there are. */
export interface ToldSection {
  count: number;
  items: DigestItem[];
}

/** What the worker can be asked about what belongs to the user. */
export interface PersonalConversations {
  /** What is the user's of these procedures? */
  marks: { ask: { ids: string[] }; answer: { marks: Mark[] } };
  /** Keep this of a procedure. Answers with the note as it is now kept. */
  follow: { ask: { id: string; change: FollowChange }; answer: { note: string } };
  /**
   * The user has seen these procedures as far as they were known at a stamp: what came later stays news. Quietly, only the
   * list of news is asked anew: a row that is being read stays, though the filter hides what was seen.
   */
  markSeen: { ask: { ids: string[]; upTo: number; isQuiet: boolean }; answer: null };
  /** What does the user watch, and what is new of it? */
  mine: {
    ask: Record<never, never>;
    answer: {
      searches: (SavedSearch & { count: number; newsCount: number })[];
      follows: Follow[];
      digest: Record<DigestSection, ToldSection>;
      /** Procedures of the digest of which there is news. */
      newsIds: string[];
      /** How much of the digest was not shown yet. */
      unshown: number;
      stamp: number;
      status: CorpusStatus;
    };
  };
  /** The user has seen the digest as it was known at a stamp. */
  digestShown: { ask: { upTo: number }; answer: null };
  editSearches: { ask: { edit: SearchEdit }; answer: { refusal?: SearchRefusal } };
  /** Everything personal, as the text of a backup file. */
  backup: { ask: Record<never, never>; answer: { text: string } };
  /** Take a backup in, or with `isTrial` only say what that would do. */
  restore: {
    ask: { text: string; isTrial: boolean };
    answer: { madeAt: string; preview: MergePreview } | { problem: BackupProblem };
  };
}
