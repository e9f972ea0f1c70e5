import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import * as z from "zod";

/** The repository's root, ending in a slash. */
export const root = fileURLToPath(new URL("../../..", import.meta.url));

const Step = z.strictObject({
  name: z.string().optional(),
  id: z.string().optional(),
  if: z.string().optional(),
  env: z.record(z.string(), z.string()).optional(),
  uses: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  run: z.string().optional(),
});

const Job = z.strictObject({
  needs: z.union([z.string(), z.array(z.string())]).optional(),
  if: z.string(),
  "runs-on": z.string(),
  "timeout-minutes": z.number(),
  permissions: z.record(z.string(), z.string()),
  outputs: z.record(z.string(), z.string()).optional(),
  env: z.record(z.string(), z.string()).optional(),
  environment: z.unknown().optional(),
  steps: z.array(Step),
});

/** A workflow as far as ours go. */
export const Workflow = z.strictObject({
  name: z.string(),
  on: z.object({ schedule: z.array(z.object({ cron: z.string() })) }),
  permissions: z.record(z.string(), z.string()),
  concurrency: z.strictObject({ group: z.string(), "cancel-in-progress": z.boolean() }),
  jobs: z.record(z.string(), Job),
});
export type Workflow = z.infer<typeof Workflow>;

export const workflow: Workflow = Workflow.parse(
  parse(readFileSync(`${root}.github/workflows/publicar.yml`, "utf8")),
);

/** The steps of a job. */
export function stepsOf(job: string): z.infer<typeof Step>[] {
  const { steps } = workflow.jobs[job] ?? {};
  if (steps === undefined) throw new Error(`the workflow has no job "${job}"`);
  return steps;
}

/** What a step of that id runs. */
export function codeOf(job: string, id: string): string {
  const code = stepsOf(job).find((step) => step.id === id)?.run;
  if (code === undefined) throw new Error(`the job "${job}" runs nothing in a step "${id}"`);
  return code;
}

/** Throws where bash cannot read a script. */
export function checkBash(code: string): void {
  execFileSync("bash", ["-n"], { input: code, stdio: "pipe" });
}
