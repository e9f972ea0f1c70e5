import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import * as z from "zod";

/** What the portal answers with the paths that it was asked for since it was asked this. */
export const askedPath = "/pedidos";

export interface BenchPortal {
  url: string;
  /** Paths that were asked for since the last call, in order. */
  asked(): Promise<string[]>;
  stop(): void;
}

/**
 * A portal as a program of its own, so that what it costs is not counted.
 *
 * @param latencyMs to each answer. @param rowsOnPage of the list.
 */
export function startPortal(
  procedures: number,
  latencyMs: number,
  rowsOnPage: "25" | "all",
): Promise<BenchPortal> {
  const file = fileURLToPath(new URL("portal-program.ts", import.meta.url));
  const child = spawn(
    process.execPath,
    ["--import", import.meta.resolve("tsx"), file, `${procedures}`, `${latencyMs}`, rowsOnPage],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the portal ended with ${code}`)));
    child.stdout.once("data", (line: Buffer) => {
      const { url } = z.object({ url: z.string() }).parse(JSON.parse(line.toString()));
      resolve({
        url,
        asked: async () => z.array(z.string()).parse(await (await fetch(url + askedPath)).json()),
        stop: () => child.kill(),
      });
    });
  });
}
