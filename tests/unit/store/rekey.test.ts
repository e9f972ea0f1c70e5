import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openStore } from "../../../scraper/store/open-store.ts";
import { rekeyStore } from "../../../scraper/store/rekey.ts";
import { allReleases } from "../../../scraper/store/releases.ts";
import { undoRekey } from "../../../shared/mapping/rekey.ts";
import { runBundled } from "../scraper/run-program.ts";
import { makeFolder, openPortal, tryPublish, tryScrape } from "../scraper/try-scrape.ts";

function rekey(folder: string, prefix: string) {
  const store = openStore(`${folder}/compras.sqlite`, { mustExist: true });
  try {
    const before = [...allReleases(store)].map(({ release }) => release);
    const result = rekeyStore(store, prefix);
    return { ...result, before, after: [...allReleases(store)].map(({ release }) => release) };
  } finally {
    store.close();
  }
}

describe("rekeyStore", () => {
  it("moves every process to the new prefix and keeps the old ocid as a related process", async () => {
    const portal = await openPortal({ procedures: 5 });
    const folder = makeFolder();
    await tryScrape(portal.url, folder);
    const { before, after, backup, releases } = rekey(folder, "ocds-a1b2c3");
    expect(releases).toBe(before.length);
    expect(existsSync(backup)).toBe(true);
    after.forEach((release, index) => {
      const former = before[index];
      expect(release.ocid).toMatch(/^ocds-a1b2c3-\d+$/);
      expect(release.relatedProcesses).toMatchObject([
        { relationship: ["formerOcid"], scheme: "ocid", identifier: former?.ocid },
      ]);
      expect(undoRekey(release, former?.ocid ?? "")).toEqual(former);
    });
  });

  it("goes on under the new prefix: nothing is news, and what is published is under it", async () => {
    const portal = await openPortal({ procedures: 5 });
    const folder = makeFolder();
    await tryScrape(portal.url, folder);
    rekey(folder, "ocds-a1b2c3");
    rekey(folder, "ocds-d4e5f6");
    const { counts } = await tryScrape(portal.url, folder, { ocidPrefix: "ocds-d4e5f6" });
    expect(counts).toMatchObject({ added: 0, changed: 0 });
    for (const procedure of portal.corpus.procedures) procedure.descripcion += " (bis)";
    await tryScrape(portal.url, folder, { ocidPrefix: "ocds-d4e5f6" });
    const store = openStore(`${folder}/compras.sqlite`);
    const latest = [...allReleases(store)].at(-1)?.release;
    store.close();
    expect(latest?.ocid).toMatch(/^ocds-d4e5f6-/);
    expect(latest?.relatedProcesses?.map(({ identifier }) => identifier?.slice(0, 11))).toEqual([
      "ocds-prueba",
      "ocds-a1b2c3",
    ]);
    const index = await tryPublish(folder);
    expect(index.ocidPrefix).toBe("ocds-d4e5f6");
  });

  it("refuses the prefix that the store has, and one that was never issued", async () => {
    const portal = await openPortal({ procedures: 2 });
    const folder = makeFolder();
    await tryScrape(portal.url, folder);
    expect(() => rekey(folder, "ocds-prueba")).toThrow(/begin with "ocds-prueba" already/);
    const wrong = await runBundled(["rekey", "durango"], folder);
    expect(wrong).toMatchObject({ code: 2 });
    expect(wrong.stderr).toContain("ocds- and six lower-case letters or digits");
  });
});
