import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { runProgram } from "../run-program.ts";
import { makeFolder } from "../try-scrape.ts";
import { broken, json, later, release, repository } from "./documents.ts";

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
