import { writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDocuments } from "../../../../scraper/validate/read-documents.ts";
import { validateFiles } from "../../../../scraper/validate/validate-files.ts";
import { makeFolder } from "../try-scrape.ts";
import {
  broken,
  check,
  checkFiles,
  compiled,
  hasSchemas,
  head,
  json,
  later,
  links,
  record,
  release,
  releasePackage,
  schemaDir,
  sound,
} from "./documents.ts";

describe("validate", () => {
  it.each(sound)("finds no fault in %s", async (_what, name, content, documents) => {
    expect(await check(name, content)).toEqual({ documents, faults: [] });
  });

  it.skipIf(!hasSchemas)(
    "finds no fault in any of these by the official schemas (skipped where they are not at hand)",
    async () => {
      const folder = makeFolder();
      const files = sound.map(([, name, content], i) => {
        const file = path.join(folder, `${i}-${name}`);
        writeFileSync(file, content);
        return file;
      });
      const expected = sound.reduce((sum, [, , , documents]) => sum + documents, 0);
      expect(await checkFiles(files, schemaDir)).toEqual({ documents: expected, faults: [] });
    },
  );

  it.each<[string, string, unknown, string[]]>([
    ["a release", "a.json", broken, ["tender/title: an empty text"]],
    [
      "a release package",
      "a.json",
      { ...releasePackage, version: 1, releases: [release, broken] },
      [
        "version: Invalid input: expected string, received number",
        "releases/1/tender/title: an empty text",
      ],
    ],
    [
      "a record package, in a release, in a link and in what is compiled",
      "a.json",
      {
        ...head,
        records: [
          { ...record, releases: [broken] },
          { ...record, ocid: "2", releases: [{ ...links[0], url: "1.json" }] },
          { ...record, ocid: "3", compiledRelease: { ...compiled, language: null } },
          { ...record, ocid: "4", releases: "ninguna" },
        ],
      },
      [
        "records/0/releases/0/tender/title: an empty text",
        "records/1/releases/0/url: not an absolute URI, such as https://example.org/a%20b",
        "records/2/compiledRelease/language: null; what is missing is left out",
        "records/3/releases: expected a list of releases or of links to them",
      ],
    ],
    [
      "a record",
      "a.json",
      { ...record, releases: [broken] },
      ["releases/0/tender/title: an empty text"],
    ],
    ["a list", "a.json", [release, broken], ["1/tender/title: an empty text"]],
    [
      "the wrapper of EDCA",
      "2026",
      { arrayReleasePackage: [{ ...releasePackage, releases: [broken] }] },
      ["arrayReleasePackage/0/releases/0/tender/title: an empty text"],
    ],
    [
      "a field whose name has a slash",
      "a.json",
      { ...release, "a/b~c": 1 },
      ["a~1b~0c: no schema defines this field"],
    ],
    [
      "a release without its process",
      "a.json",
      { ...release, ocid: undefined },
      ["ocid: Invalid input: expected string, received undefined"],
    ],
  ])("names the place of every fault in %s", async (_what, name, document, faults) => {
    expect((await check(name, json(document))).faults).toEqual(faults);
  });

  it("names the line in JSON Lines, and goes on after a line that is no JSON or no OCDS", async () => {
    const lines = [release, broken, later, broken].map((each) => json(each));
    lines.splice(1, 0, '{"ocid":', "", "[]", "5", '{"nombre":"x"}');
    const { documents, faults } = await check("a.jsonl", lines.join("\n"));
    const isNoOcds = expect.stringMatching(/^line \d: is no OCDS\. Give a release package, /);
    expect(documents).toBe(4);
    expect(faults).toEqual([
      expect.stringMatching(/^line 2: is not JSON \(Unexpected end of JSON input\)\.$/),
      isNoOcds,
      isNoOcds,
      isNoOcds,
      "line 7/tender/title: an empty text",
      "line 9/tender/title: an empty text",
    ]);
  });

  const gzipped = gzipSync(
    Array.from({ length: 2000 }, (_, i) => json({ ...release, id: `${i}` })).join("\n"),
  );
  const bad: [string, string, string | Uint8Array, RegExp][] = [
    ["that is empty", "a.json", "", /^\(root\): is empty: there is nothing to check\.$/],
    ["of blank lines", "a.jsonl", "\n \r\n\n", /^\(root\): is empty/],
    ["that is empty once unzipped", "a.json.gz", gzipSync(""), /^\(root\): is empty/],
    ["that breaks off", "a.json", json(releasePackage).slice(0, -9), /^\(root\): is not JSON \(/],
    ["of another language", "a.json", "<html>\n<p>404</p>\n</html>", /^\(root\): is not JSON \(/],
    ["of a text", "a.json", '"release"', /^\(root\): is no OCDS\. Give a release package/],
    ["of an empty list", "a.json", "[]", /^\(root\): is no OCDS/],
    ["of lists in a list", "a.json", json([[release]]), /^0: is no OCDS/],
    [
      "of an empty wrapper",
      "2026",
      '{"arrayReleasePackage":[]}',
      /^arrayReleasePackage: is no OCDS/,
    ],
    ["of a wrapper of nothing", "2026", '{"arrayReleasePackage":null}', /^\(root\): is no OCDS/],
    ["of another format", "a.json", '{"type":"FeatureCollection"}', /^\(root\): is no OCDS/],
    [
      "in UTF-16",
      "a.json",
      Buffer.from(`\uFEFF${json(release)}`, "utf16le"),
      /is not text in UTF-8\.$/,
    ],
    [
      "of bytes",
      "a.json",
      Uint8Array.from({ length: 5000 }, (_, i) => (i * 37) % 256),
      /is not text in UTF-8\.$/,
    ],
    [
      "whose gzip breaks off",
      "a.jsonl.gz",
      gzipped.subarray(0, -20),
      /is a gzip file that breaks off\. Fetch it again\. It was read up to line \d+\.$/,
    ],
    [
      "whose gzip is damaged",
      "a.json.gz",
      Buffer.concat([gzipped.subarray(0, 12), Buffer.alloc(90, 255)]),
      /is a damaged gzip file \(.+\)\. Fetch it again\.$/,
    ],
    [
      "whose details are nested deeply",
      "a.json",
      json({ ...compiled, parties: [{ id: "1", details: { a: 0 } }] }).replace(
        '"a":0',
        `"a":${"[".repeat(50_000)}${"]".repeat(50_000)}`,
      ),
      /^\(root\): is nested too deeply to be checked\.$/,
    ],
  ];

  it.each(bad)("says what is wrong with a file %s", async (_what, name, content, fault) => {
    expect((await check(name, content)).faults).toEqual([expect.stringMatching(fault)]);
  });

  it.skipIf(!hasSchemas)(
    "finds a fault in each of these by the official schemas too (skipped where they are not at hand)",
    async () => {
      const folder = makeFolder();
      const files = bad.map(([, name, content], i) => {
        const file = path.join(folder, `${i}-${name}`);
        writeFileSync(file, content);
        return file;
      });
      const faulty = new Set<string>();
      for await (const { file, faults } of validateFiles(files, { schemaDir })) {
        if (faults.length > 0) faulty.add(file);
      }
      expect([...faulty]).toEqual(files);
    },
  );

  it("says that there is no such file, or that it is a folder, and goes on", async () => {
    const folder = makeFolder();
    expect(await checkFiles([path.join(folder, "nada.json")])).toEqual({
      documents: 0,
      faults: ["(root): cannot be read: there is no such file. Check its name."],
    });
    expect((await checkFiles([folder])).faults).toEqual([
      "(root): is a folder. Name the files in it.",
    ]);
  });

  it("refuses a line that is too long and goes on with the next, and a document that is too long", async () => {
    const file = path.join(makeFolder(), "a.jsonl");
    writeFileSync(file, `${json(release)}\n${"x".repeat(3000)}\n${json(release)}`);
    const read = async (name: string) => {
      const found: unknown[] = [];
      for await (const { steps, fault } of readDocuments(name, 1000)) found.push([...steps, fault]);
      return found;
    };
    const tooLong = "is too long to be read in one piece. Give JSON Lines with a release a line.";
    expect(await read(file)).toEqual([
      ["line 1", undefined],
      ["line 2", tooLong],
      ["line 3", undefined],
    ]);
    const document = path.join(makeFolder(), "a.json");
    for (const indent of [0, 2]) {
      writeFileSync(
        document,
        json(
          Array.from({ length: 10 }, () => release),
          null,
          indent,
        ),
      );
      expect(await read(document)).toEqual([[tooLong]]);
    }
  });

  it("ends with faults, not with an error, whatever bytes a file is made of", async () => {
    const file = path.join(makeFolder(), "a.json");
    const text = json(releasePackage);
    const cut = fc.tuple(fc.nat(text.length), fc.nat(text.length), fc.string());
    const content = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.json(),
      cut.map(([from, length, insert]) => text.slice(0, from) + insert + text.slice(from + length)),
      cut.map(([at, byte]) => {
        const bytes = gzipSync(text);
        bytes[at % bytes.length] = byte % 256;
        return bytes;
      }),
    );
    await fc.assert(
      fc.asyncProperty(content, async (bytes) => {
        writeFileSync(file, bytes);
        const { documents, faults } = await checkFiles([file]);
        expect(documents + faults.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});
