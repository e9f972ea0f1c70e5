import { spawn } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergePatch } from "../../../scraper/validate/merge-patch.ts";
import { readDocuments } from "../../../scraper/validate/read-documents.ts";
import { validateFiles } from "../../../scraper/validate/validate-files.ts";
import { declaredExtensions } from "../../../shared/ocds/extensions.ts";
import { runProgram } from "./run-program.ts";
import { makeFolder } from "./try-scrape.ts";

fc.configureGlobal({ seed: 20261122 });

const repository = path.resolve(import.meta.dirname, "../../..");
const schemaDir = process.env.OCDS_SCHEMA_DIR ?? path.join(repository, "../shared/ocds");
const hasSchemas = existsSync(schemaDir);
const json = JSON.stringify;

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
const later = { ...release, id: "2", tender: { id: "T-1", title: null, status: "complete" } };
const compiled = { ...release, tag: ["compiled"] };
const broken = { ...release, tender: { ...release.tender, title: "" } };
const head = {
  uri: "https://example.org/p.json",
  version: "1.1",
  extensions: declaredExtensions,
  publishedDate: "2026-03-18T11:30:00-06:00",
  publisher: { name: "Prueba" },
};
const releasePackage = { ...head, releases: [release, later] };
const record = { ocid: release.ocid, releases: [release, later], compiledRelease: compiled };
const links = [{ url: "https://example.org/1.json", date: release.date, tag: ["tender"] }];

/** Every kind of document, each without a fault. */
const sound: [string, string, string | Buffer, number][] = [
  ["a release", "a.json", json(release), 1],
  ["a release that removes a field", "a.json", json(later), 1],
  ["a compiled release", "a.json", json(compiled), 1],
  ["a release package", "a.json", json(releasePackage, null, 2), 1],
  ["a release package of compiled releases", "a.json", json({ ...head, releases: [compiled] }), 1],
  ["a record package", "a.json", json({ ...head, records: [record] }), 1],
  ["a record", "a.json", json(record), 1],
  ["a record with links to its releases", "a.json", json({ ...record, releases: links }), 1],
  ["a list of releases", "a.json", json([release, compiled, later], null, 2), 3],
  ["a list of release packages", "a.json", json([releasePackage]), 1],
  ["JSON Lines", "a.jsonl", `${json(release)}\n\n${json(compiled)}\n`, 2],
  ["JSON Lines of records", "a.jsonl", json(record), 1],
  [
    "JSON Lines with the line ends of Windows",
    "a.jsonl",
    `${json(release)}\r\n${json(later)}\r\n`,
    2,
  ],
  ["JSON Lines by another name", "a.txt", `${json(release)}\n${json(later)}`, 2],
  ["JSON Lines, gzipped", "a.jsonl.gz", gzipSync(`${json(release)}\n${json(later)}`), 2],
  ["JSON, gzipped by no name", "datos", gzipSync(json(release)), 1],
  ["JSON that only its name says to be gzipped", "a.json.gz", json(release), 1],
  ["JSON with a byte order mark", "a.json", `\uFEFF${json(release)}`, 1],
  ["the wrapper of EDCA", "2026", json({ arrayReleasePackage: [releasePackage] }), 1],
];

async function check(
  name: string,
  content: string | Uint8Array,
  schema?: string,
): Promise<{ documents: number; faults: string[] }> {
  const file = path.join(makeFolder(), name);
  writeFileSync(file, content);
  return checkFiles([file], schema);
}

async function checkFiles(files: string[], schema?: string) {
  const found = { documents: 0, faults: [] as string[] };
  for await (const { isDocument, faults } of validateFiles(files, { schemaDir: schema })) {
    if (isDocument) found.documents += 1;
    found.faults.push(...faults.map(({ path: at, message }) => `${at}: ${message}`));
  }
  return found;
}

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

describe.skipIf(!hasSchemas)(
  "validate by the official schemas (skipped where they are not at hand)",
  () => {
    const withTender = (change: object, about: object = {}) => ({
      ...releasePackage,
      ...about,
      releases: [{ ...release, tender: { ...release.tender, ...change } }],
    });
    const nothing = "https://example.org/ocds_nothing/v1/extension.json";
    const cases: [string, unknown, unknown[]][] = [
      ["nothing in what is sound", withTender({}), []],
      [
        "a code of no closed list",
        withTender({ status: "abierta" }),
        [expect.stringMatching(/^releases\/0\/tender\/status: must be equal to one of/)],
      ],
      [
        "a field that no schema defines",
        withTender({ estatus: "x" }),
        ["releases/0/tender/estatus: no schema defines this field"],
      ],
      [
        "an empty field",
        withTender({ description: "" }),
        ['releases/0/tender/description: an empty field ("")'],
      ],
      [
        "a release that stands twice",
        { ...releasePackage, releases: [release, later, release] },
        [expect.stringMatching(/^releases: must not have an item twice/)],
      ],
      [
        "a field of an extension that is not declared",
        withTender({}, { extensions: undefined }),
        ["releases/0/tender/bidOpening: no schema defines this field"],
      ],
      [
        "an extension that the folder lacks",
        withTender({ bidOpening: undefined }, { extensions: [nothing] }),
        [`extensions: the schema folder lacks the declared extension ${nothing}`],
      ],
      ["nothing in a null that removes a field", withTender({ title: null }), []],
      [
        "a null in what is compiled",
        {
          ...record,
          compiledRelease: { ...compiled, tender: { ...release.tender, title: null } },
        },
        ["compiledRelease/tender/title: an empty field (null)"],
      ],
      [
        "what is unknown in an extension of this project, in a release alone, which declares none",
        { ...release, bids: { details: [{ id: "1", status: "valid", monto: 1 }] } },
        ["bids/details/0/monto: no schema defines this field"],
      ],
    ];

    it("finds what breaks them, unknown and empty fields, and undeclared extensions", async () => {
      const lines = cases.map(([, document]) => json(document)).join("\n");
      const expected = cases.flatMap(([, , faults], i) => faults.map((fault) => [i + 1, fault]));
      const { faults } = await check("a.jsonl", lines, schemaDir);
      const found = faults.map((fault) => {
        const { line, rest } = /^line (?<line>\d+)\/(?<rest>.*)$/.exec(fault)?.groups ?? {};
        return [Number(line), rest];
      });
      expect(found).toEqual(expected);
    });

    it("stops where the folder is not one of schemas", async () => {
      await expect(check("a.json", json(release), makeFolder())).rejects.toThrow(
        /1\.1\.5\/release-schema\.json: the schema cannot be read .* Name a folder with --schema/,
      );
    });
  },
);

describe("compras validate", () => {
  it("prints each fault on a line that says its file and place, and ends with 1", async () => {
    const cwd = makeFolder();
    mkdirSync(path.join(cwd, "feed"));
    writeFileSync(path.join(cwd, "feed/a.jsonl"), `${json(release)}\n${json(broken)}`);
    writeFileSync(path.join(cwd, "b.json"), json({ ...release, "a\n\u001b[31mb": 1 }));
    const { code, stdout, stderr } = await runProgram(
      ["validate", "feed/a.jsonl", "b.json", "c.json"],
      cwd,
    );
    expect(stdout.split("\n")).toEqual([
      "feed/a.jsonl: line 2/tender/title: an empty text",
      "b.json: a\\u000a\\u001b[31mb: no schema defines this field",
      "c.json: (root): cannot be read: there is no such file. Check its name.",
      "",
    ]);
    expect([stderr, code]).toEqual(["compras: 3 faults in 3 documents, 3 files.\n", 1]);
  });

  it("says how much it has checked where there is no fault, and ends with 0", async () => {
    const cwd = makeFolder();
    writeFileSync(path.join(cwd, "a.jsonl"), `${json(release)}\n${json(later)}`);
    expect(await runProgram(["validate", "a.jsonl"], cwd)).toEqual({
      code: 0,
      stdout: "2 documents, 1 file: no fault.\n",
      stderr: "",
    });
  });

  it("asks for a file, and for a folder that holds the schemas", async () => {
    const cwd = makeFolder();
    writeFileSync(path.join(cwd, "a.json"), json(release));
    expect(await runProgram(["validate"], cwd)).toMatchObject({ code: 2, stdout: "" });
    const { code, stdout, stderr } = await runProgram(
      ["validate", "a.json", "--schema", "nada"],
      cwd,
    );
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^compras: nada\/1\.1\.5\/release-schema\.json: .*\n$/);
  });

  it("ends quietly where its reader goes away", async () => {
    const cwd = makeFolder();
    writeFileSync(path.join(cwd, "a.jsonl"), `${json(broken)}\n`.repeat(20_000));
    const bin = path.join(repository, "scraper/bin.js");
    const child = spawn(process.execPath, [bin, "validate", "a.jsonl"], { cwd });
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.stdout.once("data", () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.once("close", resolve));
    expect([code, stderr]).toEqual([1, ""]);
  });
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
