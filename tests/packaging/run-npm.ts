import { spawnSync } from "node:child_process";
import { PackagingError } from "./run-main.ts";

/** Runs npm in a folder; what it says goes to standard error. Throws `PackagingError` where it fails. */
export function runNpm(folder: string, args: readonly string[], env = process.env): void {
  const { status } = spawnSync("npm", args, { cwd: folder, env, stdio: ["ignore", 2, 2] });
  if (status === 0) return;
  throw new PackagingError(`npm ${args.join(" ")} failed in ${folder}; its own message is above.`);
}
