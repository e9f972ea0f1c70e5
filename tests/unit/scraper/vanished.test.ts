import { describe, expect, it } from "vitest";
import { openStore } from "../../../scraper/store/open-store.ts";
import { allProcedures } from "../../../scraper/store/read-procedures.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { sendHtml } from "./simple-server.ts";
import { detailHtml, detailPath, listHtml, openSmallPortal } from "./small-portal.ts";
import { makeFolder, tryScrape } from "./try-scrape.ts";

const { routes } = durango;

/** A portal of four procedures; those of `unlisted` are not on its list, those of `gone` answer as `goneStatus` says. */
async function openChangingPortal() {
  const state = { unlisted: new Set<number>(), gone: new Set<number>(), goneStatus: 404 };
  const portal = await openSmallPortal(4, (path, response) => {
    const ids = [1, 2, 3, 4].filter((id) => !state.unlisted.has(id));
    const id = [1, 2, 3, 4].find((each) => path === detailPath(each));
    if (path === routes.listado) sendHtml(response, listHtml(ids));
    else if (id !== undefined && state.gone.has(id) && state.goneStatus === 302) {
      response.writeHead(302, { location: routes.listado }).end();
    } else if (id !== undefined && state.gone.has(id)) {
      sendHtml(response, "nada", state.goneStatus);
    } else if (id !== undefined) sendHtml(response, detailHtml(id));
    else return false;
    return true;
  });
  return { url: portal.url, state };
}

function withdrawnIn(folder: string): string[] {
  const store = openStore(`${folder}/compras.sqlite`);
  try {
    return [...allProcedures(store)]
      .filter(({ withdrawnAt }) => withdrawnAt !== undefined)
      .map(({ record }) => record.id);
  } finally {
    store.close();
  }
}

describe("a procedure that is no longer on the list", () => {
  it.each([404, 410, 302])("is withdrawn where its page answers %i", async (goneStatus) => {
    const { url, state } = await openChangingPortal();
    const folder = makeFolder();
    await tryScrape(url, folder);
    state.unlisted.add(2);
    state.gone.add(2);
    state.goneStatus = goneStatus;
    const { counts } = await tryScrape(url, folder);
    expect(counts).toMatchObject({ listed: 3, read: 3, skipped: 0, withdrawn: 1, unlisted: 0 });
    expect(withdrawnIn(folder)).toEqual(["2"]);

    expect((await tryScrape(url, folder)).counts).toMatchObject({ withdrawn: 0, changed: 0 });
    state.unlisted.clear();
    state.gone.clear();
    expect((await tryScrape(url, folder)).counts).toMatchObject({ listed: 4, changed: 1 });
    expect(withdrawnIn(folder)).toEqual([]);
  });

  it("is asked for again where the portal may have been wrong to say that it is gone", async () => {
    const { url, state } = await openChangingPortal();
    const folder = makeFolder();
    const day = (count: number) => ({
      full: false,
      now: () => new Date(Date.UTC(2026, 10, 20 + count, 12)),
    });
    await tryScrape(url, folder, day(0));
    state.unlisted.add(2);
    state.gone.add(2);
    await tryScrape(url, folder, day(1));
    expect((await tryScrape(url, folder, day(2))).counts).toMatchObject({
      withdrawn: 0,
      vanished: 1,
    });
    expect((await tryScrape(url, folder, day(4))).counts).toMatchObject({ vanished: 0 });
    expect(withdrawnIn(folder)).toEqual(["2"]);
    state.gone.clear();
    await tryScrape(url, folder, { ...day(5), full: true });
    expect(withdrawnIn(folder)).toEqual([]);

    state.gone.add(2);
    await tryScrape(url, folder, day(6));
    state.gone.clear();
    for (let count = 9; count < 40; count += 1) await tryScrape(url, folder, day(count));
    expect(withdrawnIn(folder)).toEqual([]);
  });

  it("stays where its page is still there", async () => {
    const { url, state } = await openChangingPortal();
    const folder = makeFolder();
    await tryScrape(url, folder);
    state.unlisted.add(2);
    const { counts } = await tryScrape(url, folder);
    expect(counts).toMatchObject({ listed: 3, read: 4, unlisted: 1, withdrawn: 0 });
    expect(withdrawnIn(folder)).toEqual([]);
  });

  it("is skipped, and nothing is concluded, where the portal fails to answer", async () => {
    const { url, state } = await openChangingPortal();
    const folder = makeFolder();
    await tryScrape(url, folder);
    state.unlisted.add(2);
    state.gone.add(2);
    state.goneStatus = 500;
    const { counts } = await tryScrape(url, folder, { maxSkipShare: 0.5 });
    expect(counts).toMatchObject({ skipped: 1, withdrawn: 0 });
    expect(withdrawnIn(folder)).toEqual([]);
  });

  it("is not missed by a run that reads only some, nor by one that finds it gone from its own list", async () => {
    const { url, state } = await openChangingPortal();
    const folder = makeFolder();
    await tryScrape(url, folder);
    state.gone.add(4);
    expect((await tryScrape(url, folder, { limit: 1 })).counts).toMatchObject({ withdrawn: 0 });
    const listed = await tryScrape(url, folder, { maxSkipShare: 0.5 });
    expect(listed.counts).toMatchObject({ skipped: 1, withdrawn: 0 });
    expect(withdrawnIn(folder)).toEqual([]);
  });

  it("changes nothing in a dry run", async () => {
    const { url, state } = await openChangingPortal();
    const folder = makeFolder();
    await tryScrape(url, folder);
    state.unlisted.add(2);
    state.gone.add(2);
    const { counts } = await tryScrape(url, folder, { dryRun: true });
    expect(counts).toMatchObject({ withdrawn: 1 });
    expect(withdrawnIn(folder)).toEqual([]);
  });
});
