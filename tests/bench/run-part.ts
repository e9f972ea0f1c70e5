import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import * as z from "zod";

const Part = z.object({
  ms: z.number(),
  /** Time of the processor, of all threads. */
  cpuMs: z.number(),
  peakMb: z.number(),
  /** What the part gives back. */
  result: z.unknown().optional(),
});
type Part = z.infer<typeof Part>;

/** Runs a step in a process of its own, so that its memory is its own. @param part a program beside this file that prints one JSON line. */
export function runPart(part: string, args: readonly string[]): Promise<Part> {
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
  const cpu = process.cpuUsage();
  const start = performance.now();
  const result = await body();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  const peakMb = process.resourceUsage().maxRSS / 1024;
  const part: Part = { ms, cpuMs: (user + system) / 1000, peakMb, result };
  process.stdout.write(`${JSON.stringify(part)}\n`);
}
