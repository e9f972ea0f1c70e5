import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defaultFeedUrl } from "../../extension/settings.ts";
import { expectCount, overlay } from "./support/overlay.ts";
import { raiseStage, type Stage } from "./support/stage.ts";

describe("the extension at work", () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await raiseStage("html", { procedures: 30 });
  });
  afterAll(() => stage?.strike());

  it("asks nobody but the portal and the chosen feed", async () => {
    const asked = new Set<string>();
    stage.context.on("request", (request) => asked.add(new URL(request.url()).origin));
    await stage.useFeed(stage.feedUrl);
    const page = await stage.openList();
    const total = stage.portal.corpus.procedures.filter(({ listed }) => listed).length;
    await expectCount(page, total, total);
    await overlay(page).text.fill("servicio");
    await overlay(page).tab("Padrón").click();
    await overlay(page).supplierSearch.fill("zz");
    await expect.poll(() => overlay(page).suppliers.count()).toBe(1);
    const [portal, feed] = ["https://comprasestatal.durango.gob.mx", new URL(stage.feedUrl).origin];
    // Until another is chosen the feed is the default one. The practice portal's icon is a data address, without origin.
    const allowed = [portal, feed, new URL(defaultFeedUrl).origin, "null"];
    expect([...asked].filter((origin) => !allowed.includes(origin))).toEqual([]);
    expect(asked).toContain(portal);
    expect(asked).toContain(feed);
  });
});
