import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  chmodSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { hasProgram } from "../recipes/run-step.ts";
import { warcFiles } from "../scraper/archive-records.ts";
import { feedFiles, fingerprintFeed, readFeedText } from "../scraper/read-feed.ts";
import { makeFolder, openPortal } from "../scraper/try-scrape.ts";
import {
  commitFeed,
  doJob,
  git,
  openPlace,
  type Place,
  readAndPublish,
  startJob,
} from "./github-job.ts";
import { codeOf, root, stepsOf } from "./workflow.ts";

const assetsOf = ({ github }: Place, release: string) =>
  readdirSync(path.join(github, release)).sort();
const archiveOf = ({ github }: Place) =>
  readdirSync(github)
    .filter((name) => name.startsWith("archivo-"))
    .flatMap((name) => readdirSync(path.join(github, name)))
    .sort();
/** Subjects of the commits of `datos`, the latest first, without their time. */
const historyOf = ({ origin }: Place) =>
  git(origin, "log", "--format=%s", "datos")
    .split("\n")
    .map((line) => line.replace(/\d{4}-\d\d-\d\d \d\d:\d\d/, "HORA"));

describe.skipIf(!hasProgram("jq"))(
  "a job on GitHub (skipped where jq is not installed: apt-get install jq)",
  // A job that goes on after the turn of a month has no archive of that month to look into.
  { timeout: 60_000, retry: 1 },
  () => {
    it("begins with nothing, and the next one with what it has left", async () => {
      const place = await openPlace();
      const first = await doJob(place);
      expect(historyOf(place)).toEqual(["datos: HORA · 5 nuevos, 0 cambiados, 0 retirados"]);
      expect(archiveOf(place)).toHaveLength(1);

      const second = startJob(place);
      expect(second.script("restore-state.sh")).toMatchObject({
        code: 0,
        said: expect.stringMatching(/estado-.* is restored/),
      });
      expect(fingerprintFeed(path.join(second.work, "feed"))).toEqual(
        fingerprintFeed(path.join(first.work, "feed")),
      );
      const [changed] = place.portal.corpus.procedures;
      if (changed) changed.descripcion += " (BIS)";
      await readAndPublish(place, second);
      expect(second.script("save-state.sh").code).toBe(0);
      expect((await commitFeed(second)).code).toBe(0);
      expect(historyOf(place)).toEqual([
        "datos: HORA · 0 nuevos, 1 cambiado, 0 retirados",
        "datos: HORA · 5 nuevos, 0 cambiados, 0 retirados",
      ]);
      expect(assetsOf(place, "estado")).toHaveLength(2);
      expect(archiveOf(place)).toHaveLength(2);
      // The archive holds each body once: the month's files were there to be looked into.
      const archive = path.join(second.work, "compras.archive");
      expect(warcFiles(archive)).toHaveLength(2);

      // The data has a history of its own, in files that can be read; the code's has not grown.
      expect(git(place.origin, "log", "--format=%s", "main")).toBe("code");
      const files = git(place.origin, "ls-tree", "-r", "--name-only", "datos").split("\n");
      expect(files).toEqual(
        expect.arrayContaining(["licitaciones.csv", "salud.json", "padron/padron.json"]),
      );
      expect(files.filter((name) => /\.(gz|xlsx|parquet|sqlite)$/.test(name))).toEqual([]);
      const body = git(place.origin, "log", "-1", "--format=%b%an", "datos");
      expect(body).toMatch(/En la lectura: listed 5, .*changed 1/);
      expect(body).toMatch(
        /github\.com\/alguien\/compras\/actions\/runs\/\d+\ngithub-actions\[bot\]$/,
      );

      // A reading that fails is told of in the data's history too, with the salud.json of the last feed.
      place.portal.setFaults(["no-labels"]);
      await doJob(place);
      expect(historyOf(place)[0]).toBe("datos: HORA · nada nuevo: el portal cambió");
      const health = JSON.parse(git(place.origin, "show", "datos:salud.json"));
      expect(health.runs.map(({ state }: { state: string }) => state)).toEqual([
        "failed",
        "done",
        "done",
      ]);
      expect(git(place.origin, "log", "-1", "--format=%b", "datos")).toContain("no label for");
    });

    it("that dies between its steps loses nothing that was saved, and the next one does what was left undone", async () => {
      const place = await openPlace();
      await doJob(place);
      const saved = assetsOf(place, "estado");
      const [changed] = place.portal.corpus.procedures;
      if (changed) changed.descripcion += " (BIS)";

      // While it uploads the archive, then while it uploads the state.
      for (const broken of ["2", "estado"]) {
        const job = startJob(place);
        expect(job.script("restore-state.sh").code).toBe(0);
        await readAndPublish(place, job);
        const end = job.script("save-state.sh", [], { BREAK_UPLOAD: broken });
        expect(end).toMatchObject({ code: 1, said: expect.stringContaining("attempt 3") });
        const whole = assetsOf(place, "estado").filter((name) => !name.endsWith(".starter"));
        expect(whole).toEqual(saved);
      }
      // After the state was saved, before the data was committed.
      const cut = startJob(place);
      expect(cut.script("restore-state.sh").code).toBe(0);
      await readAndPublish(place, cut);
      expect(cut.script("save-state.sh").code).toBe(0);
      expect(historyOf(place)).toHaveLength(1);

      const last = await doJob(place);
      expect(historyOf(place)).toHaveLength(2);
      const feed = path.join(last.work, "feed");
      const years = feedFiles(feed).filter((file) => /^releases\/.*\.jsonl$/.test(file));
      const releases = years.map((file) => git(place.origin, "show", `datos:${file}`));
      expect(releases.join("\n").match(/\(BIS\).*$/gm)).toHaveLength(1);
      expect(releases).toEqual(years.map((file) => readFeedText(feed, file).trim()));
    });

    it("begins anew only where nothing was ever published, or where that is asked for", async () => {
      const place = await openPlace();
      const restore = (env: Record<string, string> = {}) =>
        startJob(place).script("restore-state.sh", [], env);
      expect(restore({ GITHUB_IS_DOWN: "1" }).code).toBe(1);
      expect(restore()).toMatchObject({ code: 0, said: expect.stringMatching(/first run ever/) });

      const job = await doJob(place);
      expect(job.script("save-state.sh", [], { GITHUB_RUN_ID: "9999" }).code).toBe(0);
      const states = assetsOf(place, "estado").map((name) =>
        path.join(place.github, "estado", name),
      );
      appendFileSync(states[1] ?? "", "x");
      const older = restore();
      expect(older.code).toBe(0);
      expect(older.said).toMatch(/is damaged and left out\n.*is restored/);
      appendFileSync(states[0] ?? "", "x");
      expect(restore()).toMatchObject({
        code: 1,
        said: expect.stringMatching(/none can be restored/),
      });
      for (const state of states) rmSync(state);
      expect(restore()).toMatchObject({ code: 1, said: expect.stringMatching(/empezar-de-nuevo/) });
      expect(restore({ GITHUB_IS_DOWN: "1", START_ANEW: "true" }).code).toBe(1);
      expect(restore({ START_ANEW: "true" }).code).toBe(0);
    });

    it("leaves out of git what is too large for it and says so, and pushes again what was refused", async () => {
      const place = await openPlace();
      const job = startJob(place);
      expect(job.script("restore-state.sh").code).toBe(0);
      await readAndPublish(place, job);
      const hook = path.join(place.origin, "hooks/pre-receive");
      writeFileSync(hook, '#!/bin/sh\nrm "$0"\nexit 1\n');
      chmodSync(hook, 0o755);
      const { code, said } = await commitFeed(job, { MAX_BYTES: "9000" });
      expect([code, said]).toEqual([0, expect.stringContaining("attempt 1 to push failed")]);
      const files = git(place.origin, "ls-tree", "-r", "--name-only", "datos").split("\n");
      expect(files).toContain("salud.json");
      expect(files).not.toContain("index.json");
      expect(git(place.origin, "log", "-1", "--format=%b", "datos")).toMatch(
        /Demasiado grandes para git, sólo en el sitio: .*index\.json/,
      );
      expect((await commitFeed(job, { MAX_BYTES: "9000" })).said).toContain("nothing has changed");
    });

    it("keeps the latest states", async () => {
      const place = await openPlace();
      const job = startJob(place);
      expect(job.script("save-state.sh").said).toMatch(/no store yet/);
      await readAndPublish(place, job);
      for (const run of ["2001", "2002", "2003"]) {
        const env = { GITHUB_RUN_ID: run, KEEP_STATES: "2" };
        expect(job.script("save-state.sh", [], env).code).toBe(0);
      }
      const runs = assetsOf(place, "estado").map((name) => name.split("-")[2]);
      expect(runs).toEqual(["2002", "2003"]);
    });
  },
);

describe("the steps of the workflow", { timeout: 60_000 }, () => {
  it("read the portal, and hand its exit code on rather than end with it", async () => {
    const portal = await openPortal({ procedures: 2, suppliers: 1, faults: ["no-labels"] });
    const folder = makeFolder();
    const output = path.join(folder, "output");
    const step = spawn("bash", ["-e", "-c", codeOf("leer", "correr")], {
      cwd: root,
      stdio: "ignore",
      env: {
        ...process.env,
        COMPRAS_PORTAL: portal.url,
        COMPRAS_DELAY: "0",
        COMPRAS_STORE: path.join(folder, "trabajo/compras.sqlite"),
        COMPRAS_OUT: path.join(folder, "trabajo/feed"),
        GITHUB_REPOSITORY: "alguien/compras",
        GITHUB_REPOSITORY_OWNER: "alguien",
        GITHUB_OUTPUT: output,
      },
    });
    expect(await once(step, "close")).toEqual([0, null]);
    expect(readFileSync(output, "utf8")).toBe("codigo=4\n");
  });

  it.each([
    ["0", 0, /^Se leyó y se publicó/],
    ["1", 1, /::error title=No se publicó nada nuevo \(1\)::la lectura no llegó a su fin/],
    ["3", 3, /::la compuerta no dejó publicar/],
    ["4", 4, /::el portal cambió/],
    ["137", 137, /\(137\)::la lectura no llegó a su fin/],
  ])("fail in the end where the reading ended with %s", (code, status, says) => {
    const end = spawnSync("bash", ["-e", "-c", stepsOf("avisar")[0]?.run ?? ""], {
      encoding: "utf8",
      env: { ...process.env, CODIGO: code },
    });
    expect([end.status, end.stdout]).toEqual([status, expect.stringMatching(says)]);
  });
});
