import { describe, expect, it, onTestFinished } from "vitest";
import { findDifferences, findInventions } from "../../soak/compare-feed.ts";
import { startLivePortal } from "../../soak/live-portal.ts";
import { slopeOf } from "../../soak/memory.ts";
import { runOnce } from "../../soak/run-once.ts";
import { soak } from "../../soak/soak.ts";
import { makeFolder } from "../scraper/try-scrape.ts";

describe("weeks of a portal that changes and fails", { timeout: 60_000 }, () => {
  it("end with the feed equal to the truth, over a few of the runs of `npm run soak`", async () => {
    const settings = { runs: 5, seed: 3, procedures: 20, maxMs: 50_000 };
    const result = await soak({ ...settings, folder: makeFolder() });
    expect(result.failures).toEqual([]);
    expect(result).toMatchObject({ runs: 5, outcomes: { published: 3, RunPausedError: 2 } });
  });

  it("would be told apart from a feed that differs in a field, a file, a state, or says too little or too much", async () => {
    const live = await startLivePortal(5, 12, 4);
    const { portal } = live;
    onTestFinished(() => portal.close());
    const folder = makeFolder();
    const now = () => new Date("2026-11-20T12:00:00-06:00");
    expect(await runOnce({ url: portal.url, folder, now })).toBe("published");
    const feed = `${folder}/feed`;
    expect(findDifferences(feed, live)).toEqual([]);

    const { procedures } = portal.corpus;
    const listed = procedures.filter((each) => each.listed);
    const [field, file, state, gone] = listed.filter(({ anexos }) => anexos.length > 0);
    const anexo = file?.anexos[0];
    if (!field || !file || !state || !gone || !anexo) throw new Error("the corpus is too small");
    field.fechaFallo = "2027-01-15T10:00:00-06:00";
    anexo.bytes += 5000;
    state.estatus = state.estatus === "cancelado" ? "desierto" : "cancelado";
    procedures.splice(procedures.indexOf(gone), 1);
    procedures.push({ ...field, id: "999999", anexos: [] });
    const found = findDifferences(feed, live);
    expect(found.filter((each) => each.startsWith(`${field.id}: `))).toEqual([
      expect.stringContaining("in the place of"),
    ]);
    expect(found.filter((each) => each.startsWith(`${file.id}: `))).toEqual([
      expect.stringContaining(`has the file {"id":"anexo-${anexo.id}"`),
      expect.stringContaining(`lacks the file {"id":"anexo-${anexo.id}"`),
    ]);
    expect(found).toContainEqual(expect.stringMatching(`^${state.id}: is ".*" in the feed, and`));
    expect(found).toContain(`${gone.id}: is in the feed, and was never on the portal`);
    expect(found).toContain("999999: is not in the feed");
    // What changed on the portal since was all shown there once.
    expect(findInventions(feed, live)).toEqual([]);
    const forgetful = { ...live, everShowed: () => false };
    expect(findInventions(feed, forgetful)).toHaveLength(listed.length);
  });

  it.each([
    [[5, 5, 5, 5], 0],
    [[1, 3, 5, 7], 2],
    [[9, 8, 7], -1],
    [[4], 0],
  ])("growth over %j is %d a run", (values, slope) => {
    expect(slopeOf(values)).toBeCloseTo(slope);
  });
});
