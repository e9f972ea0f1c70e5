import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { bundleProgram } from "../../scraper/bundle-program.ts";
import { makeFolder } from "../../scraper/try-scrape.ts";

const bin = path.resolve(import.meta.dirname, "../../../../scraper/bin.js");

interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the program in a folder with these files, and gives it `input` on standard input. */
async function merge(
  args: readonly string[],
  {
    files = {},
    input = "",
    isDeaf = false,
    isReal = isDeaf,
  }: {
    files?: Record<string, string | Buffer>;
    input?: string;
    /** Whether what is printed goes to a reader that has gone. */
    isDeaf?: boolean;
    /** Whether it is started as its users start it, not from its bundle. */
    isReal?: boolean;
  } = {},
): Promise<Run> {
  const program = isReal ? bin : await bundleProgram();
  const cwd = makeFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(cwd, name), content);
  const child = spawn(process.execPath, [program, "merge", ...args], { cwd });
  const run: Run = { code: null, stdout: "", stderr: "" };
  if (isDeaf) child.stdout.destroy();
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    run.stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    run.stderr += text;
  });
  child.stdin.on("error", () => {
    // A program that has failed by now reads no more.
  });
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ ...run, code }));
  });
}

const first = {
  ocid: "o-1",
  id: "1",
  date: "2026-01-01",
  tag: ["tender"],
  tender: { title: "Papel" },
};
const second = { ...first, id: "2", date: "2026-01-02", tender: { title: "Papelería", id: "T" } };
const other = { ...first, ocid: "o-2" };
const json = JSON.stringify;

const compiled = (ocid: string, date: string, rest: object) => ({
  tag: ["compiled"],
  id: `${ocid}-${date}`,
  date,
  ocid,
  ...rest,
});
const both = compiled("o-1", "2026-01-02", { tender: { title: "Papelería", id: "T" } });

describe("compras merge", () => {
  it.each([
    ["a list", json([second, first])],
    ["a list over many lines", JSON.stringify([first, second], null, 2)],
    ["a release package", json({ uri: "x", releases: [first, second] })],
    ["JSON Lines", `${json(first)}\n\n${json(second)}\r\n`],
    ["JSON Lines of packages", `${json({ releases: [first] })}\n${json({ releases: [second] })}\n`],
    ["a list that begins with a byte order mark", `\uFEFF${json([first, second])}`],
  ])("prints one object for the releases of one process, from %s", async (_what, content) => {
    const run = await merge(["a.json"], { files: { "a.json": content } });
    expect(run).toEqual({ code: 0, stdout: `${json(both)}\n`, stderr: "" });
  });

  it("reads standard input where no file is named", async () => {
    const run = await merge([], { input: json([first, second]), isReal: true });
    expect(run).toEqual({ code: 0, stdout: `${json(both)}\n`, stderr: "" });
  });

  it("prints a list for several processes, in the order in which they come", async () => {
    const run = await merge([], { input: json([other, second, first]) });
    expect(run.stdout).toBe(
      `[\n${json(compiled("o-2", "2026-01-01", { tender: { title: "Papel" } }))},\n${json(both)}\n]\n`,
    );
  });

  it("prints an empty list where there are no releases", async () => {
    const run = await merge([], { input: '{"releases":[]}' });
    expect([run.code, JSON.parse(run.stdout)]).toEqual([0, []]);
  });

  it("prints the versioned release with --versioned", async () => {
    const run = await merge(["--versioned"], { input: json([first, second]) });
    const on = ({ id, date, tag }: typeof first, value: string) => ({
      releaseID: id,
      releaseDate: date,
      releaseTag: tag,
      value,
    });
    expect(JSON.parse(run.stdout)).toEqual({
      ocid: "o-1",
      tender: { title: [on(first, "Papel"), on(second, "Papelería")], id: [on(second, "T")] },
    });
  });

  it("merges by the rules of --schema", async () => {
    const schema = {
      properties: {
        id: { omitWhenMerged: true },
        date: { omitWhenMerged: true },
        parts: { $ref: "#/definitions/Parts" },
        note: { type: "string", omitWhenMerged: true },
      },
      definitions: {
        Parts: { type: "array", wholeListMerge: true, items: { type: "object" } },
      },
    };
    const release = { ocid: "o-1", note: "x" };
    const releases = [
      { ...release, date: "2026-01-01", parts: [{ id: 1 }] },
      { ...release, date: "2026-01-02", parts: [{ id: 2 }] },
    ];
    const run = await merge(["--schema", "schema.json"], {
      files: { "schema.json": json(schema) },
      input: json(releases),
    });
    expect(JSON.parse(run.stdout)).toEqual(compiled("o-1", "2026-01-02", { parts: [{ id: 2 }] }));
  });

  it("warns on standard error of two objects with one id in a release", async () => {
    const items = [
      { id: 1, description: "a" },
      { id: 1, description: "b" },
    ];
    const run = await merge([], { input: json([{ ...first, tender: { items } }]) });
    expect(run.stderr).toBe(
      "compras: o-1: several objects in tender/items have the id 1 in one release; the last one counts.\n",
    );
    expect(JSON.parse(run.stdout).tender).toEqual({ items: [{ id: 1, description: "b" }] });
  });

  it.each([
    ["a missing date", json([first, { ...second, date: undefined }]), "has no date"],
    ["a date that is null", json([first, { ...second, date: null }]), "has null for its date"],
    ["a date that is no string", json([first, { ...second, date: 5 }]), "a date that is no string"],
    ["a release that is no object", json([first, "x"]), 'release 2 is not an object but "x"'],
    ["an ocid missing beside others", json([first, {}]), "release 2 has no ocid"],
    [
      "a field that changes its kind",
      json([first, { ...second, tender: 5 }]),
      "o-1: tender holds an object and cannot become 5",
    ],
    ["text that is no JSON", "[{", "standard input is not JSON"],
    ["a line that is no JSON", `${json(first)}\n{\n`, "standard input, line 2 is not JSON."],
    ["nothing", " \n", "standard input is empty"],
    ["a literal", "5", "standard input holds no releases but 5."],
    ["a record package", '{"records":[]}', "standard input is a record package"],
  ])("fails on %s, with nothing printed", async (_what, input, message) => {
    const run = await merge([], { input });
    expect({ ...run, stderr: run.stderr.includes(message) || run.stderr }).toEqual({
      code: 1,
      stdout: "",
      stderr: true,
    });
    expect(run.stderr).toMatch(/^compras: [^\n]+\n$/);
  });

  it.each([
    ["a file that is not there", ["none.json"], "none.json cannot be read: ENOENT"],
    ["a file that is not UTF-8", ["latin.json"], "latin.json is not UTF-8."],
    ["a schema that is not there", ["--schema", "none.json"], "none.json cannot be read: ENOENT"],
    ["a schema that is no JSON", ["--schema", "text.json"], "text.json is not JSON"],
    ["a schema without properties", ["--schema", "empty.json"], "empty.json: not a release schema"],
  ])("fails on %s", async (_what, args, message) => {
    const files = {
      "latin.json": Buffer.from('[{"title":"\xf1"}]', "latin1"),
      "text.json": "x",
      "empty.json": "{}",
    };
    const run = await merge(args, { files, input: json([first]) });
    expect([run.code, run.stdout]).toEqual([1, ""]);
    expect(run.stderr).toContain(`compras: ${message}`);
  });

  it("ends without complaint where nobody reads on, as with head", async () => {
    const run = await merge([], { input: json([first, other]), isDeaf: true });
    expect(run).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  it("says in its help what it prints for several processes", async () => {
    const run = await merge(["--help"], { isReal: true });
    expect(run.stdout).toContain("Releases of several give a JSON list");
  });
});
