import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { bundleProgram } from "./bundle-program.ts";

const bin = fileURLToPath(new URL("../../../scraper/bin.js", import.meta.url));

export interface ProgramEnd {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface StartedProgram {
  child: ChildProcess;
  end: Promise<ProgramEnd>;
}

/** Starts the real `compras` program; `cwd` is the folder it runs in. */
export function startProgram(
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): StartedProgram {
  return startScript(bin, args, cwd, env);
}

/** Starts the program from its bundle, which is quicker: for tests of what it does, not of how it starts. */
export async function startBundled(
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<StartedProgram> {
  return startScript(await bundleProgram(), args, cwd, env);
}

function startScript(
  script: string,
  args: readonly string[],
  cwd: string,
  env: Record<string, string>,
): StartedProgram {
  const child = spawn(process.execPath, [script, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const end = new Promise<ProgramEnd>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, stdout, stderr }));
  });
  return { child, end };
}

/** Runs the real program to its end. */
export function runProgram(
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<ProgramEnd> {
  return startProgram(args, cwd, env).end;
}

/** Runs the program to its end from its bundle: for tests of what it does, not of how it starts. */
export async function runBundled(
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<ProgramEnd> {
  return (await startBundled(args, cwd, env)).end;
}

/** The program's own complaint: its last line on standard error that is no JSON event. */
export function complaintOf({ stderr }: ProgramEnd): string[] {
  return stderr.split("\n").filter((line) => line !== "" && !line.startsWith("{"));
}
