import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import type * as z from "zod";
import { BuyerProfile } from "../../../shared/feed/buyer-profile.ts";
import { ProcedureEvidence } from "../../../shared/feed/evidence.ts";
import { ExtensionDetails } from "../../../shared/feed/extension-details.ts";
import { ExtensionManifest } from "../../../shared/feed/index-schema.ts";
import { feedPaths } from "../../../shared/feed/paths.ts";
import { ProcessAwards } from "../../../shared/feed/process-awards.ts";
import { ProcessDetails } from "../../../shared/feed/process-details.ts";
import { ProcessDocuments } from "../../../shared/feed/process-documents.ts";
import { RowCitation } from "../../../shared/feed/row-citation.ts";
import { SupplierProfile } from "../../../shared/feed/supplier-profile.ts";
import { CompiledRelease } from "../../../shared/ocds/schema.ts";
import { sumAwards } from "../../../shared/registry/sum-awards.ts";
import { hashBytes } from "../../../shared/values/hash.ts";
import { readFeedLines, readFeedText } from "../scraper/read-feed.ts";
import { makePracticeFeed } from "./practice-feed.ts";

it("extension/index.json leads to who bid on every procedure of the portal's and who won it, and to their cards", async () => {
  const { feed } = await makePracticeFeed();
  const read = (file: string): unknown => JSON.parse(readFeedText(feed, file));
  const { details: named } = ExtensionManifest.parse(read(feedPaths.extensionManifest));
  if (named === undefined) throw new Error("no details");
  const details = ExtensionDetails.parse(read(`extension/${named.path}`));
  const look = <Entry>(
    files: ExtensionDetails["processes"],
    schema: z.ZodType<Entry[]>,
    key: string,
  ) => {
    const file = files[hashBytes(key).slice(0, 2)];
    if (file === undefined) return [];
    expect(hashBytes(readFileSync(path.join(feed, file.path)))).toBe(file.sha256);
    return schema.parse(read(file.path));
  };
  if (details.awards === undefined) throw new Error("no awards");
  expect(hashBytes(readFileSync(path.join(feed, details.awards.path)))).toBe(details.awards.sha256);
  const inShort = ProcessAwards.array().parse(read(details.awards.path));
  const evidences = readFeedLines(feed, feedPaths.evidence).map((line) =>
    ProcedureEvidence.parse(line),
  );
  for (const { id, url, releases, documents } of evidences.filter(({ url }) => url !== undefined)) {
    const listed = look(details.documents ?? {}, ProcessDocuments.array(), id);
    const own = listed.find((each) => each.id === id)?.documents ?? [];
    expect(own.map(({ id, url, sha256, bytes }) => [id, url, sha256, bytes])).toEqual(
      documents.map(({ id, url, files }) => [id, url, files.at(-1)?.sha256, files.at(-1)?.bytes]),
    );
    const { date, permalink, sha256 } = releases.at(-1) ?? {};
    const cited = look(details.citations ?? {}, RowCitation.array(), id);
    expect([url, cited.find((each) => each.id === id)]).toEqual([
      url,
      { id, date, permalink, sha256 },
    ]);
  }
  expect(evidences.length).toBeGreaterThan(3);
  const states = readFeedLines(feed, feedPaths.compiled).map((line) => CompiledRelease.parse(line));
  const told = states.filter(({ awards, bids }) => awards ?? bids);
  const onPortal = told.filter(({ ocid }) => !ocid.includes("-pnt-"));
  for (const { ocid, awards = [], tender, buyer } of onPortal) {
    const id = ocid.slice(ocid.lastIndexOf("-") + 1);
    const own = look(details.processes, ProcessDetails.array(), id).find(
      (each) => each.ocid === ocid,
    );
    expect(own?.awards.map(({ value }) => value?.amount)).toEqual(
      awards.map(({ value }) => value?.amount),
    );
    expect(new Set(own?.bids.map(({ party }) => party))).toEqual(
      new Set(tender?.tenderers?.map((each) => each.id)),
    );
    expect(own?.confidence).toBeGreaterThanOrEqual(0.85);
    expect(inShort.find((each) => each.id === id)).toEqual(own && sumAwards(own));
    const [winner] = own?.awards[0]?.suppliers ?? [];
    const cards = look(details.suppliers, SupplierProfile.array(), winner?.party ?? "");
    const won = cards.find(({ party }) => party === winner?.party)?.processes;
    expect(won?.find((each) => each.ocid === ocid)?.url).toMatch(new RegExp(`/${id}$`));
    const buyers = look(details.buyers, BuyerProfile.array(), String(buyer?.id));
    expect(buyers.find((each) => each.id === buyer?.id)?.suppliers).toContainEqual(
      expect.objectContaining({ party: winner?.party }),
    );
  }
  expect(inShort.length).toBeGreaterThan(3);
  expect(onPortal.length).toBeGreaterThan(3);
  expect(told.length).toBeGreaterThan(onPortal.length);
  expect(details.coverage).toMatchObject({
    processes: states.length,
    withAwards: states.filter(({ awards = [] }) => awards.length > 0).length,
  });
});
