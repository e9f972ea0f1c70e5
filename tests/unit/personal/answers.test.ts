import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { loadCorpus } from "../../../extension/corpus/corpus.ts";
import { openDatabase } from "../../../extension/corpus/database.ts";
import { PackedRows, packRows } from "../../../extension/corpus/packed-rows.ts";
import { type AlertCounts, alertOnce, countUnshown } from "../../../extension/personal/alert.ts";
import { personalAnswers } from "../../../extension/personal/answers.ts";
import { keepNews } from "../../../extension/personal/keep-news.ts";
import { runWatch } from "../../../extension/personal/watch.ts";
import type { TenderRow } from "../../../shared/feed/tender-row.ts";
import { type Personal, writeBackup } from "../../../shared/monitor/backup.ts";
import { standardSynonyms } from "../../../shared/search/standard-synonyms.ts";
import { makeRow } from "../../browser/support/changing-feed.ts";
import { keepSettings } from "../features/kept-settings.ts";

const now = Date.parse("2026-03-10T12:00:00Z");
const toner = (id: string): TenderRow => makeRow(id, { title: "TÓNER", status: "active" });
const paper = (id: string): TenderRow => makeRow(id, { title: "PAPEL", status: "active" });

let database = openDatabase();
let alerts: AlertCounts[] = [];
beforeEach(() => keepSettings({}));
afterEach(async () => {
  database.close();
  await Dexie.delete("compras-abiertas");
  database = openDatabase();
  alerts = [];
  vi.unstubAllGlobals();
});

/** A feed takes the place of the one before, as a refresh has it. */
async function refresh(...rows: TenderRow[]): Promise<void> {
  await database.transaction("rw", database.tables, async () => {
    const before = await database.tenderChunks.toArray();
    const known = before.length === 0 ? undefined : [...new PackedRows(before)];
    await keepNews(database, known, rows, new Date(now).toISOString());
    await database.tenderChunks.clear();
    await database.tenderChunks.bulkAdd(packRows(rows));
  });
}

const watch = async () => runWatch(database, await loadCorpus(database), standardSynonyms, now);
const checkWatch = async () =>
  alertOnce(database, await watch(), async (counts) => void alerts.push(counts));
const answers = () =>
  personalAnswers({
    database,
    load: () => loadCorpus(database),
    describe: async () => ({ feedUrl: "", seenTenders: 0, isLoading: false }),
    watch,
    checkWatch,
    announce: checkWatch,
  });
const unshown = async () => countUnshown(database, await watch());

const backup = (brought: Partial<Personal>): string =>
  writeBackup(
    { searches: [], follows: [], seen: [], cursor: 0, settings: {}, ...brought },
    new Date(now),
  );
const search = { id: "a", name: "Papel", filter: "texto=papel", changedAt: 1 };

describe("taking a backup in", () => {
  it("alerts of nothing that it brings under watch, and of what comes after", async () => {
    await refresh(paper("1"));
    await refresh(paper("1"), paper("2"), toner("3"));
    const follow = { id: "3", isFavourite: true, note: "", changedAt: 1 };
    const text = backup({ searches: [search], follows: [follow] });
    await answers().restore({ text, isTrial: false });
    expect((await watch()).digest.new.map(({ row }) => row.id).sort()).toEqual(["2", "3"]);
    expect([alerts, await unshown()]).toEqual([[], 0]);
    await refresh(paper("1"), paper("2"), toner("3"), paper("4"));
    await checkWatch();
    expect([alerts, await unshown()]).toEqual([
      [{ closing: 0, new: 1, changed: 0, awarded: 0 }],
      1,
    ]);
  });

  it("leaves what was under watch before to be shown, whether it is done or only tried", async () => {
    await refresh(paper("1"));
    await answers().editSearches({ edit: { do: "add", name: "Tóner", filter: "texto=toner" } });
    await refresh(paper("1"), paper("2"), toner("3"));
    const text = backup({ searches: [search] });
    await answers().restore({ text, isTrial: true });
    expect([alerts, await unshown()]).toEqual([[], 1]);
    await answers().restore({ text, isTrial: false });
    expect([alerts, await unshown()]).toEqual([
      [{ closing: 0, new: 1, changed: 0, awarded: 0 }],
      1,
    ]);
  });
});
