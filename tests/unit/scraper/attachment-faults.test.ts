import { describe, expect, it } from "vitest";
import type { FaultChoice } from "../../../fixtures/practice-portal/fault-choice.ts";
import type { FaultName } from "../../../fixtures/practice-portal/server.ts";
import { makeFolder, openPortal, tryScrape } from "./try-scrape.ts";

describe("attachments with a fault", () => {
  it.each<[FaultName, string]>([
    ["empty-file", "EmptyAnswerError"],
    ["html-file", "a web page in place of an attachment"],
    ["error-500", "RetryableFetchError"],
  ])("%s are left out and counted, and read once they can be had", async (name, subject) => {
    const portal = await openPortal({ procedures: 6, suppliers: 2 });
    const where: FaultChoice["where"] = (address) => address.includes("/Anexo/");
    const folder = makeFolder();
    portal.setFaults([{ name, where }]);
    const first = await tryScrape(portal.url, folder, { documents: "hash" });
    const count = portal.corpus.procedures
      .filter(({ listed }) => listed)
      .reduce((sum, { anexos }) => sum + anexos.length, 0);
    expect(first.counts).toMatchObject({ skipped: 0, added: first.counts.listed, documents: 0 });
    expect(first.findings.filter(({ kind }) => kind === "skippedDocument")).toMatchObject([
      { subject, count },
    ]);
    portal.setFaults([]);
    const { counts } = await tryScrape(portal.url, folder, { documents: "hash", full: true });
    expect(counts.documents).toBe(count);
  });

  it.each<FaultName>(["captcha", "login", "login-page", "forbidden"])(
    "%s end the run, which names the way to read without them",
    async (name) => {
      const portal = await openPortal({ procedures: 3, suppliers: 2 });
      portal.setFaults([{ name, where: (address) => address.includes("/Anexo/") }]);
      const run = tryScrape(portal.url, makeFolder(), { documents: "hash", concurrency: 1 });
      await expect(run).rejects.toThrow(/Anexo.*--documents skip/);
      expect(portal.requests.filter((request) => request.path.includes("/Anexo/"))).toHaveLength(1);
    },
  );
});
