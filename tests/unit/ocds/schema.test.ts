import { describe, expect, it } from "vitest";
import { makeRelease, mapContent } from "../../../shared/mapping/release.ts";
import { declaredExtensions } from "../../../shared/ocds/extensions.ts";
import { Release, ReleasePackage } from "../../../shared/ocds/schema.ts";
import { bareRecord, ocidPrefix, wholeRecord } from "../mapping/make-record.ts";

const release = makeRelease(mapContent(wholeRecord, ocidPrefix), "2026-03-02T12:00:00-06:00");
const { tender } = release;

/** Where a value is refused, by path. */
function faultsOf(value: unknown): string[] {
  const result = Release.safeParse(value);
  return result.success ? [] : result.error.issues.map(({ path }) => path.join("."));
}

describe("the schema of a release", () => {
  it.each([
    ["of which the portal says everything", release],
    ["of which it says nothing", makeRelease(mapContent(bareRecord, ocidPrefix), release.date)],
  ])("accepts what is mapped of a procedure %s", (_what, value) => {
    expect(faultsOf(value)).toEqual([]);
  });

  it.each<[string, unknown, string[]]>([
    ["a field that no schema defines", { ...release, color: "azul" }, [""]],
    [
      "a field that no schema defines, deep inside",
      { ...release, tender: { ...tender, color: 1 } },
      ["tender"],
    ],
    ["an empty text", { ...release, tender: { ...tender, title: "" } }, ["tender.title"]],
    ["an empty list", { ...release, tender: { ...tender, documents: [] } }, ["tender.documents"]],
    [
      "an empty object",
      { ...release, tender: { ...tender, awardPeriod: {} } },
      ["tender.awardPeriod"],
    ],
    ["null", { ...release, tender: { ...tender, title: null } }, ["tender.title"]],
    [
      "a code of no closed list",
      { ...release, tender: { ...tender, status: "open" } },
      ["tender.status"],
    ],
    [
      "a method of no closed list",
      { ...release, tender: { ...tender, procurementMethod: "abierta" } },
      ["tender.procurementMethod"],
    ],
    ["a tag of no closed list", { ...release, tag: ["tenders"] }, ["tag.0"]],
    ["no tag", { ...release, tag: [] }, ["tag"]],
    ["the tag of compiled releases", { ...release, tag: ["compiled"] }, ["tag.0"]],
    ["a date without an offset", { ...release, date: "2026-03-02T12:00:00" }, ["date"]],
    ["a day for an instant", { ...release, date: "2026-03-02" }, ["date"]],
    ["a day that does not exist", { ...release, date: "2026-02-31T12:00:00-06:00" }, ["date"]],
    ["a release without its process", { ...release, ocid: undefined }, ["ocid"]],
    ["a release without its tender", { ...release, tender: undefined }, ["tender"]],
  ])("refuses %s", (_what, value, paths) => {
    expect(faultsOf(value)).toEqual(paths);
  });
});

describe("the schema of a release package", () => {
  const whole = {
    uri: "https://example.org/releases-2026.json",
    version: "1.1",
    extensions: declaredExtensions,
    publishedDate: "2026-03-02T12:00:00-06:00",
    publisher: { name: "Compras Abiertas Durango" },
    releases: [release],
  };

  it("accepts a package, and refuses one without releases", () => {
    expect(ReleasePackage.safeParse(whole).success).toBe(true);
    expect(ReleasePackage.safeParse({ ...whole, releases: [] }).success).toBe(false);
  });
});
