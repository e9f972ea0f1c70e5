import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { complaintOf, runProgram } from "./run-program.ts";
import { makeFolder, openPortal, tryScrape } from "./try-scrape.ts";

// Each start of the program costs a second or more on a busy machine.
describe("the compras program", { timeout: 60_000 }, () => {
  it.each([
    { args: ["scrape", "--bogus"], says: /unknown option '--bogus'/ },
    { args: ["scrape", "--delay", "soon"], says: /--delay.*whole number/ },
    { args: ["scrape", "--portal", "ftp://x"], says: /--portal.*http/ },
    { args: ["scrpe"], says: /unknown command 'scrpe'/ },
  ])("ends with 2 and one line for $args", async ({ args, says }) => {
    const end = await runProgram(args, makeFolder());
    expect(end).toMatchObject({ code: 2, stdout: "" });
    expect(complaintOf(end)).toEqual([expect.stringMatching(says)]);
  });

  it("takes settings from the file, above it from the environment, above that from flags", async () => {
    const folder = makeFolder();
    const config = (json: string) => writeFileSync(path.join(folder, "compras.config.json"), json);
    config('{"store":"file.sqlite"}');
    const missing = (name: string) => [
      expect.stringMatching(`compras: ${name}: there is no store`),
    ];
    expect(complaintOf(await runProgram(["status"], folder))).toEqual(missing("file.sqlite"));
    const env = { COMPRAS_STORE: "environment.sqlite" };
    expect(complaintOf(await runProgram(["status"], folder, env))).toEqual(
      missing("environment.sqlite"),
    );
    const flags = ["status", "--store", "flag.sqlite"];
    expect(complaintOf(await runProgram(flags, folder, env))).toEqual(missing("flag.sqlite"));

    config('{"stroe":"file.sqlite"}');
    const wrong = await runProgram(["status"], folder);
    expect(wrong.code).toBe(2);
    expect(complaintOf(wrong)).toEqual([expect.stringMatching(/compras.config.json: .*"stroe"/)]);
  });

  it("says in one line what to do about a store that is no store, and ends with 1", async () => {
    const folder = makeFolder();
    writeFileSync(path.join(folder, "compras.sqlite"), "no database ".repeat(1000));
    const end = await runProgram(["scrape"], folder);
    expect(end.code).toBe(1);
    expect(complaintOf(end)).toEqual([expect.stringMatching(/damaged or is no SQLite file/)]);

    mkdirSync(path.join(folder, "a-folder"));
    for (const store of ["a-folder", "compras.sqlite/below-a-file.sqlite"]) {
      const elsewhere = await runProgram(["scrape", "--store", store], folder);
      expect(elsewhere.code).toBe(1);
      expect(complaintOf(elsewhere)).toEqual([
        expect.stringMatching(`^compras: ${store}: .*name another (file )?with --store`),
      ]);
    }
  });

  it("says in one line that a feed's port is in use, and lists only commands that exist", async () => {
    const portal = await openPortal({ procedures: 2 });
    const folder = makeFolder();
    const run = await runProgram(["run", "--portal", portal.url, "--delay", "0"], folder);
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(/2 new.*\n.*no es el portal oficial.*\n2 procedures/);
    // Progress is for programs where nobody sits at a terminal: each line is JSON.
    for (const line of run.stderr.trim().split("\n")) expect(() => JSON.parse(line)).not.toThrow();

    const { port } = new URL(portal.url);
    const serve = await runProgram(["serve", "--port", port], folder);
    expect(serve.code).toBe(1);
    expect(complaintOf(serve)).toEqual([expect.stringMatching(`Port ${port} is in use`)]);

    const { stdout } = await runProgram(["--help"], folder);
    const commands = [...stdout.matchAll(/^ {2}([a-z][a-z-]*) (?:\[|<)/gm)].map(([, name]) => name);
    expect(commands).toEqual([
      "run",
      "scrape",
      "publish",
      "schedule",
      "status",
      "serve",
      "validate",
      "merge",
      "verify",
      "imports",
      "doctor",
      "rekey",
      "practice-portal",
      "help",
    ]);
  });

  it("does not touch a store of a newer version", async () => {
    const portal = await openPortal({ procedures: 1 });
    const folder = makeFolder();
    await tryScrape(portal.url, folder);
    const { default: Database } = await import("libsql");
    const db = new Database(path.join(folder, "compras.sqlite"));
    db.exec("PRAGMA user_version = 99");
    db.close();
    await expect(tryScrape(portal.url, folder)).rejects.toThrow(/newer version of compras \(99/);
  });
});
