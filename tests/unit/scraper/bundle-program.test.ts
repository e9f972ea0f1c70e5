import path from "node:path";
import { expect, it } from "vitest";
import { feedFiles, fingerprintFeed } from "./read-feed.ts";
import { runBundled, runProgram } from "./run-program.ts";
import { makeFolder, openPortal, tryScrape } from "./try-scrape.ts";

it("publishes from its bundle, to the byte, what the program publishes as its users start it", async () => {
  const portal = await openPortal({ procedures: 20, suppliers: 5 });
  const folder = makeFolder();
  await tryScrape(portal.url, folder, { documents: "hash" });
  expect(await runProgram(["publish", "--out", "real"], folder)).toMatchObject({ code: 0 });
  expect(await runBundled(["publish", "--out", "bundled"], folder)).toMatchObject({ code: 0 });
  const [real, bundled] = ["real", "bundled"].map((name) => path.join(folder, name));
  expect(feedFiles(real ?? "").length).toBeGreaterThan(100);
  expect(fingerprintFeed(bundled ?? "")).toEqual(fingerprintFeed(real ?? ""));
});
