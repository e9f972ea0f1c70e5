import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import * as z from "zod";

const Part = z.object({ ms: z.number(), peakMb: z.number() });

/** Runs a step in a process of its own, so that its memory is its own. @param part a program beside this file that prints one JSON line. */
export function runPart(
  part: string,
  args: readonly string[],
): Promise<{ ms: number; peakMb: number }> {
  const file = fileURLToPath(new URL(part, import.meta.url));
  const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), file, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let out = "";
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve(Part.parse(JSON.parse(out)));
      else reject(new Error(`${part} ${args.join(" ")} ended with ${code}`));
    });
  });
}

/** Runs the body of a part, and prints what it took. */
export async function reportPart(body: () => Promise<unknown> | unknown): Promise<void> {
  const start = performance.now();
  await body();
  const ms = performance.now() - start;
  const peakMb = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(`${JSON.stringify({ ms, peakMb })}\n`);
}
