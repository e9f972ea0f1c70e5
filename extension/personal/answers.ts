import { BackupError, type BackupSettings, writeBackup } from "../../shared/monitor/backup.ts";
import { type DigestSection, itemsOf } from "../../shared/monitor/digest.ts";
import type { Corpus } from "../corpus/corpus.ts";
import type { Database } from "../corpus/database.ts";
import type { CorpusStatus } from "../messages.ts";
import { announceLook, changeSettings, defaults, readSettings } from "../settings.ts";
import { countUnshown, markShown } from "./alert.ts";
import { gatherPersonal, previewRestore, restore } from "./backups.ts";
import type { PersonalConversations, ToldSection } from "./conversations.ts";
import { changeFollow } from "./follows.ts";
import { readMarks } from "./marks.ts";
import { lastStamp } from "./memory.ts";
import { editSearches } from "./saved-searches.ts";
import { markSeen } from "./seen.ts";
import type { Watch } from "./watch.ts";

/** Each section of the digest is listed so far, and counted to its end. */
const itemsAtMost = 50;

/** What the answers stand on. */
interface Desk {
  database: Database;
  load(): Promise<Corpus>;
  describe(corpus: Corpus): Promise<CorpusStatus>;
  /** Runs the saved searches as things are now. */
  watch(): Promise<Watch>;
  /** Has the badge say how things are now. */
  checkWatch(): Promise<void>;
  /** Tells the extension's pages too that what belongs to the user has changed. */
  announce(): Promise<void>;
}

/** Answers what is asked about what belongs to the user. */
export function personalAnswers(desk: Desk): {
  [K in keyof PersonalConversations]: (
    question: PersonalConversations[K]["ask"],
  ) => Promise<PersonalConversations[K]["answer"]>;
} {
  const { database, load, describe, watch: runWatch, checkWatch, announce } = desk;
  /** What comes under watch by the user's own doing is before their eyes: it is no reason for an alert. */
  const withoutAlert = async <Result>(act: () => Promise<Result>): Promise<Result> => {
    const watched = new Set(itemsOf((await runWatch()).digest).map(({ row }) => row.id));
    const result = await act();
    await markShown(database, await runWatch(), ({ row }) => !watched.has(row.id));
    return result;
  };
  return {
    async marks({ ids }) {
      const stamp = await lastStamp(database);
      return { marks: await readMarks(database, await load(), ids, stamp) };
    },
    async follow({ id, change }) {
      const { index, rowOfId } = await load();
      const number = rowOfId.get(id);
      const row = number === undefined ? undefined : index.rows.at(number);
      const note = await withoutAlert(() => changeFollow(database, id, change, row));
      await announce();
      return { note };
    },
    async markSeen({ ids, upTo, isQuiet }) {
      await markSeen(database, ids, upTo);
      if (!isQuiet) await announce();
      else await Promise.all([announceLook(), checkWatch()]);
      return null;
    },
    async mine() {
      const stamp = await lastStamp(database);
      const corpus = await load();
      const watch = await runWatch();
      const { searches, follows, digest } = watch;
      const section = (name: DigestSection): ToldSection => ({
        count: digest[name].length,
        items: digest[name].slice(0, itemsAtMost),
      });
      return {
        searches,
        follows,
        digest: {
          closing: section("closing"),
          new: section("new"),
          changed: section("changed"),
          awarded: section("awarded"),
        },
        newsIds: itemsOf(digest).flatMap(({ row, changes }) => (changes.length > 0 ? row.id : [])),
        unshown: await countUnshown(database, watch),
        stamp,
        status: await describe(corpus),
      };
    },
    async digestShown({ upTo }) {
      await markShown(
        database,
        await runWatch(),
        ({ stamp }) => stamp === undefined || stamp <= upTo,
      );
      await announce();
      return null;
    },
    async editSearches({ edit }) {
      const refusal = await withoutAlert(() => editSearches(database, edit));
      if (refusal !== undefined) return { refusal };
      await announce();
      return {};
    },
    async backup() {
      const personal = await gatherPersonal(database, await chosenSettings());
      return { text: writeBackup(personal, new Date()) };
    },
    async restore({ text, isTrial }) {
      try {
        const settings = await chosenSettings();
        const told = await previewRestore(database, settings, text);
        if (isTrial) return told;
        await withoutAlert(async () => changeSettings(await restore(database, settings, text)));
        await announce();
        return told;
      } catch (error) {
        if (!(error instanceof BackupError)) throw error;
        return { problem: error.problem };
      }
    },
  };
}

/** The settings that are not as they came. */
async function chosenSettings(): Promise<BackupSettings> {
  const { feedUrl, language, synonyms } = await readSettings();
  return {
    ...(feedUrl !== defaults.feedUrl && { feedUrl }),
    ...(language !== defaults.language && { language }),
    ...(synonyms !== defaults.synonyms && { synonyms }),
  };
}
