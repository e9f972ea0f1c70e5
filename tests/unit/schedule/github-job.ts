import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { PracticePortal } from "../../../fixtures/practice-portal/server.ts";
import { StopRunError } from "../../../scraper/errors.ts";
import { publish } from "../../../scraper/publish/publish.ts";
import { tellFailure } from "../../../scraper/publish/renew-health.ts";
import { silentReporter } from "../../../scraper/reporter.ts";
import { readStatus } from "../../../scraper/schedule/status.ts";
import { openStore } from "../../../scraper/store/open-store.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { makeFolder, openPortal, tryScrape } from "../scraper/try-scrape.ts";
import { root } from "./workflow.ts";

/** A portal, and a repository with releases in the place of GitHub's. */
export interface Place {
  portal: PracticePortal;
  /** A bare repository with one commit on `main`. */
  origin: string;
  /** A folder a release, in it its assets. */
  github: string;
}

/** One job of the workflow, on a machine of its own. */
export interface Job {
  /** A fresh checkout. */
  checkout: string;
  /** Holds the store, the archive and the feed. */
  work: string;
  /** Runs a script of the workflow; gives back its exit code and what it says. */
  script(name: string, args?: readonly string[], env?: Record<string, string>): ScriptEnd;
}

interface ScriptEnd {
  code: number | null;
  said: string;
}

const scripts = path.join(root, ".github/publicar");
const fakeGh = path.join(import.meta.dirname, "fake-gh");
let jobs = 0;

export function git(folder: string, ...args: string[]): string {
  const who = ["-c", "user.name=x", "-c", "user.email=x@example.org"];
  return execFileSync("git", ["-C", folder, ...who, ...args], { encoding: "utf8" }).trim();
}

export async function openPlace(): Promise<Place> {
  const folder = makeFolder();
  const origin = path.join(folder, "origin.git");
  execFileSync("git", ["init", "--quiet", "--bare", "--initial-branch=main", origin]);
  const seed = path.join(folder, "seed");
  execFileSync("git", ["clone", "--quiet", origin, seed], { stdio: "ignore" });
  writeFileSync(path.join(seed, "README.md"), "code\n");
  git(seed, "add", ".");
  git(seed, "commit", "--quiet", "-m", "code");
  git(seed, "push", "--quiet", "origin", "HEAD:main");
  const github = path.join(folder, "github");
  mkdirSync(github);
  return { portal: await openPortal({ procedures: 5, suppliers: 2 }), origin, github };
}

export function startJob({ origin, github }: Place): Job {
  const folder = makeFolder();
  const checkout = path.join(folder, "code");
  const url = `file://${origin}`;
  execFileSync("git", ["clone", "--quiet", "--depth", "1", url, checkout]);
  const work = path.join(folder, "trabajo");
  jobs += 1;
  const runId = String(1000 + jobs);
  return {
    checkout,
    work,
    script: (name, args = [], env = {}) => {
      const { status, stdout, stderr } = spawnSync(path.join(scripts, name), [work, ...args], {
        cwd: checkout,
        encoding: "utf8",
        env: {
          ...process.env,
          PATH: `${fakeGh}:${process.env.PATH}`,
          FAKE_GITHUB: github,
          RETRY_SECONDS: "0",
          GITHUB_RUN_ID: runId,
          GITHUB_SERVER_URL: "https://github.com",
          GITHUB_REPOSITORY: "alguien/compras",
          ...env,
        },
      });
      return { code: status, said: stdout + stderr };
    },
  };
}

/** What the step between the scripts does: reads the portal and publishes. */
export async function readAndPublish({ portal }: Place, { work }: Job): Promise<void> {
  const store = path.join(work, "compras.sqlite");
  const out = path.join(work, "feed");
  const archive = path.join(work, "compras.archive");
  const settings = { store, out, baseUrl: "http://127.0.0.1/", profile: durango };
  const limits = { maxDrop: 10, maxWithdrawn: 10, maxCoverageDrop: 20, maxSkipped: 5 };
  try {
    await tryScrape(portal.url, work, { archive });
    await publish({ ...settings, gate: { limits, accept: false } });
  } catch (error) {
    if (!(error instanceof StopRunError)) throw error;
    // The job goes on, as the workflow does.
    await tellFailure(settings, silentReporter);
  }
}

/** Adds the feed to its branch as the workflow does. */
export async function commitFeed(job: Job, env?: Record<string, string>): Promise<ScriptEnd> {
  const store = openStore(path.join(job.work, "compras.sqlite"), { mustExist: true });
  const status = await readStatus(store, {
    out: path.join(job.work, "feed"),
    cron: undefined,
    defaultCron: "@daily",
    runs: 3,
    timeZone: durango.timeZone,
    now: new Date(),
  });
  store.close();
  const file = path.join(job.checkout, "..", "status.json");
  writeFileSync(file, JSON.stringify(status));
  return job.script("commit-feed.sh", [file], env);
}

/** A whole job. */
export async function doJob(place: Place): Promise<Job> {
  const job = startJob(place);
  const ends = [job.script("restore-state.sh")];
  await readAndPublish(place, job);
  ends.push(job.script("save-state.sh"), await commitFeed(job));
  const failed = ends.find(({ code }) => code !== 0);
  if (failed) throw new Error(failed.said);
  return job;
}
