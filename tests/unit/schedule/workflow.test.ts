import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runCommand } from "../../../scraper/commands/run.ts";
import { statusCommand } from "../../../scraper/commands/status.ts";
import { readCron } from "../../../scraper/schedule/cron-times.ts";
import { checkBash, root, stepsOf, workflow } from "./workflow.ts";

const jobs = Object.entries(workflow.jobs);
const steps = jobs.flatMap(([, job]) => job.steps);
const scripts = readdirSync(`${root}.github/publicar`);
const bashCode = [
  ...steps.flatMap(({ run }) => run ?? []),
  ...scripts.map((name) => readFileSync(`${root}.github/publicar/${name}`, "utf8")),
];

describe("the workflow that publishes", () => {
  it("may do no more than it must, and only where it must", () => {
    expect(workflow.permissions).toEqual({});
    expect(Object.fromEntries(jobs.map(([name, { permissions }]) => [name, permissions]))).toEqual({
      leer: { contents: "write" },
      publicar: { pages: "write", "id-token": "write" },
      avisar: {},
    });
    // What npm installs and what reads the portal gets no token.
    const withToken = steps.filter(({ env }) => env?.GH_TOKEN !== undefined);
    expect(withToken.map(({ id }) => id)).toEqual(["traer", "guardar", "anotar"]);
    expect(steps[0]?.with).toEqual({ "persist-credentials": false });
  });

  it("runs one at a time, not on the hour, and only where its owner has turned it on", () => {
    expect(workflow.concurrency).toEqual({ group: "publicar", "cancel-in-progress": false });
    const [schedule] = workflow.on.schedule;
    const instant = readCron(schedule?.cron ?? "", "UTC").next(new Date("2026-11-20T00:00:00Z"));
    expect(instant.toISOString()).toBe("2026-11-20T00:47:00.000Z");
    expect(workflow.jobs.leer?.if).toContain("vars.COMPRAS_PUBLICAR == 'si'");
  });

  it("uses actions by their whole version, and installs what the lock file says", () => {
    const uses = steps.flatMap((step) => step.uses ?? []);
    expect(uses.length).toBeGreaterThan(3);
    expect(uses.filter((name) => !/^actions\/[\w-]+@v\d+\.\d+\.\d+$/.test(name))).toEqual([]);
    expect(steps.filter(({ run }) => /npm (i|install|ci)\b/.test(run ?? ""))).toEqual([
      { run: "npm ci" },
    ]);
  });

  it("calls only commands, flags, settings and files that exist", () => {
    const commands = [runCommand(), statusCommand()];
    const calls = bashCode.flatMap((code) => [
      ...code.matchAll(/node scraper\/bin\.js (?<name>\S+)(?<rest>[^|>\n]*)/g),
    ]);
    expect(calls.length).toBeGreaterThan(2);
    for (const { groups } of calls) {
      const command = commands.find((each) => each.name() === groups?.name);
      const flags = groups?.rest?.match(/--[\w-]+/g) ?? [];
      expect(command?.options.map(({ long }) => long)).toEqual(expect.arrayContaining(flags));
    }
    const settings = [...Object.keys(workflow.jobs.leer?.env ?? {}), "COMPRAS_BASE_URL"];
    const known = commands[0]?.options.map(({ envVar }) => envVar);
    expect(known).toEqual(expect.arrayContaining(settings));
    const called = bashCode.flatMap((code) => code.match(/\.github\/publicar\/[\w.-]+/g) ?? []);
    expect(called.map((file) => file.split("/").at(-1)).sort()).toEqual(scripts.sort());
    expect(bashCode.filter((code) => /npm run/.test(code))).toEqual([]);
  });

  it("speaks only of steps, jobs and results that exist", () => {
    const text = readFileSync(`${root}.github/workflows/publicar.yml`, "utf8");
    const ids = steps.flatMap(({ id }) => id ?? []);
    const named = [...text.matchAll(/\bsteps\.([\w-]+)\./g)].map(([, id]) => id ?? "");
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
    const outputs = Object.keys(workflow.jobs.leer?.outputs ?? {});
    const asked = [...text.matchAll(/needs\.leer\.outputs\.([\w-]+)/g)].map(([, id]) => id ?? "");
    expect([...new Set(asked)].sort()).toEqual(outputs.sort());
    for (const [name, { needs = [] }] of jobs) {
      const others = Object.keys(workflow.jobs).filter((job) => job !== name);
      expect(others).toEqual(expect.arrayContaining([needs].flat()));
    }
  });

  it("holds only shell that bash can read", () => {
    expect(bashCode.length).toBeGreaterThan(6);
    for (const code of bashCode) expect(() => checkBash(code)).not.toThrow();
    expect(() => checkBash("if true; then")).toThrow();
  });

  it("saves before it publishes, publishes before it fails, and all of it whatever the reading ended with", () => {
    const order = ["traer", "correr", "guardar", "anotar"];
    expect(stepsOf("leer").flatMap(({ id }) => id ?? [])).toEqual(order);
    const later = stepsOf("leer").slice(-3);
    expect(later.map((step) => step.if)).toEqual([
      "always() && steps.traer.outcome == 'success'",
      "always() && steps.guardar.outcome == 'success'",
      "always() && steps.anotar.outputs.publicable == 'si'",
    ]);
    expect(workflow.jobs.publicar?.if).toMatch(/^always\(\)/);
    expect(workflow.jobs.avisar).toMatchObject({
      needs: ["leer", "publicar"],
      if: expect.stringMatching(/^always\(\)/),
    });
  });
});
