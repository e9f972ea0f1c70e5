import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { mergePatch } from "../../../scraper/validate/merge-patch.ts";
import { type FileFault, validateFiles } from "../../../scraper/validate/validate-files.ts";
import { declaredExtensions } from "../../../shared/ocds/extensions.ts";
import { makeFolder } from "./try-scrape.ts";

const repository = path.resolve(import.meta.dirname, "../../..");
const schemaDir = process.env.OCDS_SCHEMA_DIR ?? path.join(repository, "../shared/ocds");

const release = {
  ocid: "ocds-prueba-1",
  id: "1",
  date: "2026-03-18T11:30:00-06:00",
  language: "es",
  initiationType: "tender",
  tag: ["tender"],
  tender: {
    id: "T-1",
    title: "Papel",
    status: "active",
    bidOpening: { date: "2026-04-01T10:00:00-06:00" },
  },
};
const releasePackage = {
  uri: "https://example.org/p.json",
  version: "1.1",
  extensions: declaredExtensions,
  publishedDate: "2026-03-18T11:30:00-06:00",
  publisher: { name: "Prueba" },
  releases: [release],
};

async function faultsIn(
  name: string,
  content: string,
  schema?: string,
): Promise<Pick<FileFault, "path" | "message">[]> {
  const file = path.join(makeFolder(), name);
  writeFileSync(file, content);
  const faults: Pick<FileFault, "path" | "message">[] = [];
  await validateFiles([file], { schemaDir: schema }, ({ path: at, message }) => {
    faults.push({ path: at, message });
  });
  return faults;
}

describe("validate", () => {
  it.each([
    ["a release", "a.json", JSON.stringify(release)],
    ["a compiled release", "a.json", JSON.stringify({ ...release, tag: ["compiled"] })],
    ["a release package", "a.json", JSON.stringify(releasePackage)],
    ["a list of releases", "a.json", JSON.stringify([release, release])],
    ["JSON Lines", "a.jsonl", `${JSON.stringify(release)}\n\n${JSON.stringify(release)}\n`],
    ["the wrapper of EDCA", "2026", JSON.stringify({ arrayReleasePackage: [releasePackage] })],
  ])("finds no fault in %s", async (_what, name, content) => {
    expect(await faultsIn(name, content)).toEqual([]);
  });

  it("names the place of a fault, down to the line", async () => {
    const broken = { ...release, tender: { ...release.tender, title: "" } };
    const lines = [release, broken].map((each) => JSON.stringify(each)).join("\n");
    expect((await faultsIn("a.jsonl", lines)).map(({ path: at }) => at)).toEqual([
      "line 2/tender/title",
    ]);
    expect(await faultsIn("a.json", "{")).toEqual([
      { path: "(root)", message: expect.stringMatching(/is not JSON/) },
    ]);
    expect(await faultsIn("a.json", '{"name":"x"}')).toEqual([
      { path: "(root)", message: "is neither an OCDS package nor a release" },
    ]);
  });

  it.skipIf(!existsSync(schemaDir))(
    "finds by the official schemas what breaks them, unknown and empty fields, and undeclared extensions (skipped where they are not at hand)",
    async () => {
      const check = async (change: object, about: object = {}) => {
        const tender = { ...release.tender, ...change };
        const changed = { ...releasePackage, ...about, releases: [{ ...release, tender }] };
        const faults = await faultsIn("a.json", JSON.stringify(changed), schemaDir);
        return faults.map(({ path: at }) => at);
      };
      expect(await check({})).toEqual([]);
      expect(await check({ status: "abierta" })).toContain("releases/0/tender/status");
      expect(await check({ estatus: "x" })).toEqual(["releases/0/tender/estatus"]);
      expect(await check({ description: "" })).toEqual(["releases/0/tender/description"]);
      expect(await check({}, { extensions: [] })).toContain("releases/0/tender/bidOpening");
      expect(
        await check({}, { extensions: ["https://example.org/ocds_nothing/v1/extension.json"] }),
      ).toContain("extensions");
    },
  );
});

it("merges patches as RFC 7396 says", () => {
  const target = { a: { b: 1, c: [1, 2] }, d: 1 };
  expect(mergePatch(target, { a: { b: null, c: [3] }, e: { f: null } })).toEqual({
    a: { c: [3] },
    d: 1,
    e: {},
  });
  expect(target).toEqual({ a: { b: 1, c: [1, 2] }, d: 1 });
});
