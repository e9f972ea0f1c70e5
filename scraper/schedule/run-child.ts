import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { describeError } from "../errors.ts";

/** How a process of `compras run` ended. */
export interface RunEnd {
  /** Null where a signal ended it, or where it could not be started. */
  exitCode: number | null;
  signal: NodeJS.Signals | null;
  /** What it wrote on standard output, line by line. */
  results: string[];
  /** Its own complaint; undefined where it had none. */
  complaint: string | undefined;
}

const program = fileURLToPath(new URL("../bin.js", import.meta.url));
const complaintPrefix = "compras: ";

/**
 * Runs `compras` in a process of its own to its end, and never throws. Its progress goes on to our standard error.
 *
 * @param args as after the program's name: `["run", "--limit=5"]`.
 * @param signal asks it to end soon.
 */
export async function runInChild(args: readonly string[], signal: AbortSignal): Promise<RunEnd> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const stop = () => child.kill("SIGTERM");
  signal.addEventListener("abort", stop);
  const results: string[] = [];
  let complaint: string | undefined;
  try {
    const [end] = await Promise.all([
      endOf(child),
      eachLine(child.stdout, (line) => results.push(line)),
      eachLine(child.stderr, (line) => {
        process.stderr.write(`${line}\n`);
        if (line.startsWith(complaintPrefix)) complaint = line.slice(complaintPrefix.length);
      }),
    ]);
    return { ...end, results, complaint };
  } catch (error) {
    return { exitCode: null, signal: null, results, complaint: describeError(error) };
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

/** Rejects where the process could not be started. */
async function endOf(child: ChildProcess): Promise<Pick<RunEnd, "exitCode" | "signal">> {
  await once(child, "close");
  return { exitCode: child.exitCode, signal: child.signalCode };
}

async function eachLine(stream: Readable, take: (line: string) => void): Promise<void> {
  for await (const line of createInterface({ input: stream })) take(line);
}
