import { spawnSync } from "node:child_process";

/** A program of npm's ended with an exit code other than 0, after saying why on the terminal. */
class NpmFailedError extends Error {
  override name = "NpmFailedError";
}

/** Runs npm in a folder; what it says goes to standard error. Throws `NpmFailedError`. */
export function runNpm(folder: string, args: readonly string[], env = process.env): void {
  const { status } = spawnSync("npm", args, { cwd: folder, env, stdio: ["ignore", 2, 2] });
  if (status === 0) return;
  throw new NpmFailedError(`npm ${args.join(" ")} failed in ${folder}; its own message is above.`);
}
