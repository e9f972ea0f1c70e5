import { spawn } from "node:child_process";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";
import { Command } from "commander";

/** Started as a program, never imported: made-up data stays out of the product. */
const program = fileURLToPath(new URL("../../fixtures/practice-portal/main.ts", import.meta.url));

/** `compras practice-portal`: passes all its arguments on, and ends as the program ends. */
export function practicePortalCommand(): Command {
  return new Command("practice-portal")
    .description("a portal with made-up data to practise on; its own --help lists its options")
    .usage("[options]")
    .helpOption(false)
    .allowUnknownOption()
    .argument("[options...]")
    .action(async (_options: string[], _parsed: unknown, command: Command) => {
      process.exitCode = await runProgram(command.args);
    });
}

function runProgram(args: readonly string[]): Promise<number> {
  const loader = import.meta.resolve("tsx");
  const child = spawn(process.execPath, ["--import", loader, program, ...args], {
    stdio: "inherit",
  });
  // Ctrl+C on a terminal reaches the child by itself; a signal sent to this process alone is handed on.
  const forward = (signal: NodeJS.Signals): void => {
    child.kill(signal);
  };
  process.on("SIGINT", forward);
  process.on("SIGTERM", forward);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      process.off("SIGINT", forward);
      process.off("SIGTERM", forward);
      resolve(signal === null ? (code ?? 1) : 128 + constants.signals[signal]);
    });
  });
}
