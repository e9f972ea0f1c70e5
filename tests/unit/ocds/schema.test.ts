import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { makeRelease } from "../../../shared/mapping/make-release.ts";
import { mapContent } from "../../../shared/mapping/release.ts";
import { declaredExtensions } from "../../../shared/ocds/extensions.ts";
import {
  CompiledRelease,
  PackageMetadata,
  RecordPackage,
  Release,
  ReleasePackage,
  Tender,
} from "../../../shared/ocds/schema.ts";
import { bareRecord, ocidPrefix, wholeRecord } from "../mapping/make-record.ts";

const release = makeRelease(mapContent(wholeRecord, ocidPrefix), "2026-03-02T12:00:00-06:00");
const compiled = { ...release, tag: ["compiled"] };
const { tender } = release;

/** Where a value is refused, by path, and why. */
function faultsOf(value: unknown, schema: z.ZodType = Release): string[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  return result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

describe("the schema of a release", () => {
  it.each([
    ["of which the portal says everything", release],
    ["of which it says nothing", makeRelease(mapContent(bareRecord, ocidPrefix), release.date)],
  ])("accepts what is mapped of a procedure %s", (_what, value) => {
    expect(faultsOf(value)).toEqual([]);
  });

  it.each<[string, unknown, string[]]>([
    [
      "a field that no schema defines",
      { ...release, color: "azul" },
      ["color: no schema defines this field"],
    ],
    [
      "a field that no schema defines, deep inside, beside another fault",
      { ...release, tender: { ...tender, color: 1, title: 2 } },
      [
        "tender.title: Invalid input: expected string, received number",
        "tender.color: no schema defines this field",
      ],
    ],
    [
      "a field in another language where the standard has none",
      { ...release, tender: { ...tender, status_en: "active" } },
      ["tender.status_en: no schema defines this field"],
    ],
    [
      "a field in what is no language",
      { ...release, tender: { ...tender, title_1: "Paper" } },
      ["tender.title_1: no schema defines this field"],
    ],
    [
      "a field in another language that is no text",
      { ...release, tender: { ...tender, title_en: 1, title_fr: "" } },
      [
        "tender.title_en: Invalid input: expected string, received number",
        "tender.title_fr: an empty text",
      ],
    ],
    [
      "an empty text",
      { ...release, tender: { ...tender, title: "" } },
      ["tender.title: an empty text"],
    ],
    [
      "an empty list",
      { ...release, tender: { ...tender, documents: [] } },
      ["tender.documents: an empty list"],
    ],
    [
      "an empty object",
      { ...release, tender: { ...tender, awardPeriod: {} } },
      ["tender.awardPeriod: an empty object"],
    ],
    [
      "null in the place of an object",
      { ...release, tender: null },
      ["tender: Invalid input: expected object, received null"],
    ],
    [
      "null in the place of an identifier",
      { ...release, tender: { ...tender, id: null } },
      ["tender.id: expected a whole number, or a text that is not empty"],
    ],
    [
      "a code of no closed list",
      { ...release, tender: { ...tender, status: "open" } },
      [expect.stringMatching(/^tender.status: .*"planning"\|"planned"/)],
    ],
    [
      "a currency of no closed list",
      { ...release, tender: { ...tender, value: { amount: 1, currency: "PESOS" } } },
      ["tender.value.currency: not a code of its closed codelist"],
    ],
    [
      "a tag of no closed list",
      { ...release, tag: ["tenders"] },
      [expect.stringMatching(/^tag.0/)],
    ],
    ["no tag", { ...release, tag: [] }, ["tag: an empty list"]],
    ["the tag of compiled releases", compiled, [expect.stringMatching(/^tag.0: /)]],
    [
      "a date without an offset",
      { ...release, date: "2026-03-02T12:00:00" },
      [expect.stringMatching(/^date: not an instant/)],
    ],
    [
      "a release without its process",
      { ...release, ocid: undefined },
      ["ocid: Invalid input: expected string, received undefined"],
    ],
    ["a text", "release", [": Invalid input: expected object, received string"]],
    ["a list", [release], [": Invalid input: expected object, received array"]],
  ])("refuses %s", (_what, value, faults) => {
    expect(faultsOf(value)).toEqual(faults);
  });

  it.each<[string, unknown]>([
    ["no tender", { ...release, tender: undefined }],
    ["another language", { ...release, language: "fr" }],
    ["numbers for identifiers", { ...release, tender: { ...tender, id: 12 } }],
    ["a code that an open list lacks", { ...release, parties: [{ id: "1", roles: ["testigo"] }] }],
    ["a text in another language", { ...release, tender: { ...tender, title_en: "Paper" } }],
    ["nulls that remove fields", { ...release, tender: { ...tender, title: null, status: null } }],
    [
      "who bids",
      {
        ...release,
        bids: {
          statistics: [{ id: "1", measure: "bids", value: 1 }],
          details: [
            {
              id: "1",
              status: "valid",
              tenderers: [{ id: "MX-RFC-ABC010101AB1", name: "Papelera" }],
              value: { amount: 10.5, currency: "MXN" },
            },
          ],
        },
      },
    ],
    [
      "who wins, and the contract with what became of it",
      {
        ...release,
        awards: [{ id: "1", status: "active", relatedBid: "1", suppliers: [{ id: "p" }] }],
        contracts: [
          {
            id: "1",
            awardID: "1",
            implementation: { transactions: [{ id: "1", payee: { id: "p" } }] },
          },
        ],
      },
    ],
  ])("accepts %s", (_what, value) => {
    expect(faultsOf(JSON.parse(JSON.stringify(value)))).toEqual([]);
  });
});

describe("the schema of a compiled release", () => {
  it("is that of a state: it refuses every null, wherever it stands", () => {
    const withNulls = {
      ...compiled,
      language: null,
      tender: { ...tender, title: null, documents: [{ id: "1", url: null }] },
    };
    expect(faultsOf(compiled, CompiledRelease)).toEqual([]);
    expect(faultsOf(withNulls, CompiledRelease)).toEqual([
      "language: null; what is missing is left out",
      "tender.title: null; what is missing is left out",
      "tender.documents.0.url: null; what is missing is left out",
    ]);
    expect(faultsOf({ id: "1", title: null }, Tender)).toEqual([
      "title: null; what is missing is left out",
    ]);
  });

  it("refuses another tag", () => {
    expect(faultsOf(release, CompiledRelease)).toEqual([expect.stringMatching(/^tag.0: /)]);
    expect(faultsOf({ ...compiled, tag: ["compiled", "tender"] }, CompiledRelease)).toEqual([
      expect.stringMatching(/^tag: /),
    ]);
  });
});

const head = {
  uri: "https://example.org/releases-2026.json",
  version: "1.1",
  extensions: declaredExtensions,
  publishedDate: "2026-03-02T12:00:00-06:00",
  publisher: { name: "Compras Abiertas Durango" },
};

describe("the schemas of packages", () => {
  it("accept a package of releases, of compiled releases, and of both", () => {
    for (const releases of [[release], [compiled], [release, compiled]]) {
      expect(faultsOf({ ...head, releases }, ReleasePackage)).toEqual([]);
    }
  });

  it("accept records with releases whole or linked, alone or with what they were merged into", () => {
    const { ocid, date } = release;
    const records = [
      { ocid, releases: [release], compiledRelease: compiled },
      { ocid: `${ocid}0`, releases: [{ url: "https://example.org/1", date, tag: ["tender"] }] },
      {
        ocid: `${ocid}1`,
        releases: [{ url: null, date }],
        versionedRelease: { ocid: `${ocid}1`, initiationType: [{ value: "tender" }] },
      },
    ];
    expect(faultsOf({ ...head, records, packages: [head.uri] }, RecordPackage)).toEqual([]);
  });

  it.each<[string, z.ZodType, unknown, string[]]>([
    ["without releases", ReleasePackage, { ...head, releases: [] }, ["releases: an empty list"]],
    [
      "that holds a release twice",
      ReleasePackage,
      { ...head, releases: [release, release] },
      ["releases: an item stands twice"],
    ],
    ["without records", RecordPackage, { ...head, records: [] }, ["records: an empty list"]],
    [
      "without a publisher's name",
      PackageMetadata,
      { ...head, publisher: { uri: head.uri } },
      ["publisher.name: Invalid input: expected string, received undefined"],
    ],
    [
      "of another version",
      PackageMetadata,
      { ...head, version: "v1" },
      ["version: not a version such as 1.1"],
    ],
    [
      "with an address that is none",
      PackageMetadata,
      { ...head, uri: "releases-2026.json", extensions: ["bids"] },
      [
        "uri: not an absolute URI, such as https://example.org/a%20b",
        "extensions.0: not an absolute URI, such as https://example.org/a%20b",
      ],
    ],
  ])("refuse one %s", (_what, schema, value, faults) => {
    expect(faultsOf(value, schema)).toEqual(faults);
  });
});
