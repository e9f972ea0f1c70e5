import type { PortalProfile } from "../../shared/portal/profile.ts";
import { describeStructure } from "../../shared/portal/structure-report.ts";
import { searchSuppliers } from "../../shared/search/suppliers.ts";
import { downloadAddress } from "../download-address.ts";
import type { Conversations, CorpusStatus, Message, Topic } from "../messages.ts";
import { personalAnswers } from "../personal/answers.ts";
import { keepWatch } from "../personal/keep-watch.ts";
import { rowsForUser } from "../personal/rows-for-user.ts";
import { noteVisit } from "../personal/visits.ts";
import { runWatch, type Watch } from "../personal/watch.ts";
import { printAddress } from "../print-address.ts";
import { announceCorpus, followSettings } from "../settings.ts";
import type { TablePiece } from "../tables-messages.ts";
import type { RowChoice, TakeQuestion } from "../take-messages.ts";
import { createCalendars } from "./answer-calendars.ts";
import { createCards } from "./answer-cards.ts";
import { answerPartidas } from "./answer-partidas.ts";
import { answerSearch } from "./answer-search.ts";
import { answerSimilar } from "./answer-similar.ts";
import { type Corpus, loadCorpus } from "./corpus.ts";
import { type FeedState, openDatabase } from "./database.ts";
import { FeedError, fetchManifest, normalizeFeedUrl } from "./feed.ts";
import { hasPassed } from "./has-passed.ts";
import { samplePage } from "./page-sample.ts";
import { refreshFeed } from "./refresh.ts";
import { keepPage } from "./seen-pages.ts";
import { tablePieces } from "./table-pieces.ts";
import {
  printSelection,
  type Selection,
  select,
  type TakenFile,
  writeSelection,
} from "./take-along.ts";
import { followSynonyms } from "./user-synonyms.ts";
import { warmUp } from "./warm-up.ts";

/** A page that is opened has the feed asked again after so long, and sooner where the last attempt failed. */
const refreshAfterMs = { success: 10 * 60_000, problem: 30_000 };

/** Answers what the extension's pages ask, from the database, which it keeps up to date with the feed. */
export interface Librarian {
  answer(message: Message): Promise<Conversations[Topic]["answer"]>;
  /** Makes a file, as fast as its parts are asked for. */
  take(question: TakeQuestion): Promise<TakenFile>;
  /** The tables of the search as they are now, in pieces. */
  tables(): AsyncGenerator<TablePiece>;
  /** Fetches the feed. */
  refresh(): Promise<void>;
}

/**
 * The librarian of a portal. All it remembers is in the database: the worker that holds it may be ended at any moment,
 * and what stays in memory is only a copy.
 */
export function createLibrarian(profile: PortalProfile): Librarian {
  const database = openDatabase();
  const readSettings = followSettings();
  const readSynonyms = followSynonyms(readSettings);
  let corpus: Promise<Corpus> | undefined;
  /** Of the feed, since the worker started: with no space left, what is the matter stands here alone. */
  let latest: FeedState | undefined;
  let refreshing: Promise<void> | undefined;

  /**
   * Tries again to open a database that could not be opened, as with no space left for its upgrade: Dexie keeps it closed. Whoever
   * asks it is told why it is closed; what needs none is answered all the same.
   */
  const reopen = (): Promise<unknown> => database.open().catch(() => undefined);
  const load = async (): Promise<Corpus> => {
    corpus ??= loadCorpus(database).catch((error: unknown) => {
      corpus = undefined; // It is loaded again for whoever asks next.
      throw error;
    });
    const known = await corpus;
    return latest === undefined ? known : { ...known, state: latest };
  };
  const forget = async (): Promise<void> => {
    corpus = undefined;
    await announceCorpus();
  };
  const refresh = (): Promise<void> => {
    const run = async (): Promise<void> => {
      await reopen();
      const { feedUrl } = await readSettings();
      const { state, hasNewRows } = await refreshFeed(database, profile, feedUrl);
      latest = state;
      // The same rows need no new index.
      if (hasNewRows) corpus = undefined;
    };
    // One after another: one that is under way may still be asking an address that has just been changed.
    const turn = (refreshing ?? Promise.resolve())
      .then(run, run)
      .finally(() => {
        if (refreshing === turn) refreshing = undefined;
      })
      .then(announceCorpus)
      .then(checkWatch);
    refreshing = turn;
    return turn;
  };
  const watch = async (): Promise<Watch> => {
    const [known, synonyms] = await Promise.all([load(), readSynonyms()]);
    return runWatch(database, known, synonyms, Date.now());
  };
  const checkWatch = (): Promise<void> => keepWatch(database, watch);
  const describe = async ({ state, seenTenders }: Corpus): Promise<CorpusStatus> => {
    const { feedUrl } = await readSettings();
    return {
      feedUrl,
      seenTenders,
      isLoading: refreshing !== undefined && state === undefined,
      ...(state?.manifest && { readAt: state.manifest.readAt }),
      ...(state?.problem && { problem: state.problem }),
    };
  };

  const choose = async (choice: RowChoice): Promise<Selection> => {
    const [known, synonyms] = await Promise.all([load(), readSynonyms()]);
    return select(known, choice, synonyms, await rowsForUser(database, known, choice.filter));
  };

  const personal = personalAnswers({
    database,
    load,
    describe,
    watch,
    checkWatch,
    announce: async () => {
      await announceCorpus();
      await checkWatch();
    },
  });
  const answers: {
    [K in Topic]: (question: Conversations[K]["ask"]) => Promise<Conversations[K]["answer"]>;
  } = {
    ...personal,
    async search(question) {
      const [known, synonyms] = await Promise.all([load(), readSynonyms()]);
      const within = await rowsForUser(database, known, question.filter);
      const found = answerSearch(known, question, synonyms, within);
      warmUp(known, synonyms);
      return { ...found, status: await describe(known) };
    },
    async partidas(question) {
      const [known, synonyms] = await Promise.all([load(), readSynonyms()]);
      const within = await rowsForUser(database, known, question.filter);
      return answerPartidas(known, question, synonyms, within);
    },
    async openPrint(choice) {
      await chrome.tabs.create({ url: printAddress(choice) });
      return null;
    },
    async openDocuments({ id }) {
      await chrome.tabs.create({ url: downloadAddress(id) });
      return null;
    },
    async print(choice) {
      return printSelection(await choose(choice));
    },
    async suppliers({ text, status, limit }) {
      const known = await load();
      const rows = searchSuppliers(known.suppliers, text).filter(
        (row) => status === undefined || row.status === status,
      );
      return {
        total: known.suppliers.length,
        count: rows.length,
        rows: rows.slice(0, limit),
        status: await describe(known),
      };
    },
    async similar(question) {
      const [known, synonyms] = await Promise.all([load(), readSynonyms()]);
      return answerSimilar(known, question, synonyms);
    },
    ...createCards({ load, refresh, database, profile }),
    ...createCalendars({ database, load, readSynonyms }),
    async page(seen) {
      await noteVisit(database);
      const { answer, ids } = await keepPage(database, profile, seen, await load());
      const { rowOfId, seenTenders, suppliers, state } = await load();
      if (refreshing === undefined && isDue(state)) void refresh();
      const isNews = ids.some((id) => !rowOfId.has(id)) || seenTenders > 0;
      if (isNews || (seen.page === "padron" && suppliers.length === 0)) await forget();
      return answer;
    },
    async sample(seen) {
      return samplePage(seen, profile, new Date());
    },
    async report(seen) {
      return { text: describeStructure(seen, profile, chrome.runtime.getManifest().version) };
    },
    async status() {
      return describe(await load());
    },
    async refresh() {
      await refresh();
      return describe(await load());
    },
    async testFeed({ url }) {
      try {
        const { readAt, tenders, suppliers } = await fetchManifest(
          normalizeFeedUrl(url),
          profile.id,
        );
        return { isGood: true, readAt, tenders, suppliers };
      } catch (error) {
        if (!(error instanceof FeedError)) throw error;
        return { isGood: false, problem: error.problem };
      }
    },
    async openOptions() {
      await chrome.runtime.openOptionsPage();
      return null;
    },
  };

  return {
    refresh,
    async take(question) {
      await reopen();
      return writeSelection(await choose(question), question);
    },
    async *tables() {
      await reopen();
      yield* tablePieces(await load(), await readSynonyms());
    },
    async answer(message) {
      await reopen();
      // Each answer takes the message of its own topic, which names it.
      const answer = answers[message.topic] as (
        question: Message,
      ) => Promise<Conversations[Topic]["answer"]>;
      return answer(message);
    },
  };
}

function isDue(state: FeedState | undefined): boolean {
  if (state === undefined) return true;
  const wait = state.problem ? refreshAfterMs.problem : refreshAfterMs.success;
  return hasPassed(wait, state.askedAt);
}
