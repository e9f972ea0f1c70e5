import { Command, CommanderError } from "commander";
import { mergeCommand } from "./commands/merge.ts";
import { practicePortalCommand } from "./commands/practice-portal.ts";
import { publishCommand } from "./commands/publish.ts";
import { runCommand } from "./commands/run.ts";
import { scrapeCommand } from "./commands/scrape.ts";
import { serveCommand } from "./commands/serve.ts";
import { validateCommand } from "./commands/validate.ts";
import { readConfigFile } from "./config-file.ts";
import { describeError, exitCodes, StopRunError } from "./errors.ts";
import { packageVersion } from "./version.ts";

/**
 * Runs the command that the arguments name and returns its exit code: 0 done, 1 failed, 2 wrong usage, 4 the portal changed.
 *
 * Results go to standard output, all else to standard error. An error is one line; its stack is shown with `--verbose` or
 * where COMPRAS_DEBUG is set.
 *
 * @param args without the program's name: `["scrape", "--limit", "5"]`.
 */
export async function runCli(args: readonly string[]): Promise<number> {
  const program = buildProgram();
  try {
    applyConfigFile(program);
    await program.parseAsync(args, { from: "user" });
    return Number(process.exitCode ?? exitCodes.done);
  } catch (error) {
    // commander has told the user by now.
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUsage;
    }
    const isVerbose = program.opts().verbose === true || Boolean(process.env.COMPRAS_DEBUG);
    const stack = isVerbose && error instanceof Error ? `${error.stack ?? ""}\n` : "";
    process.stderr.write(`compras: ${describeError(error)}\n${stack}`);
    return error instanceof StopRunError ? error.exitCode : exitCodes.failed;
  }
}

function buildProgram(): Command {
  const program = new Command("compras")
    .description("Durango's public tenders as open data (OCDS)")
    .version(packageVersion)
    .option("--verbose", "show where an error comes from")
    .addHelpText(
      "after",
      "\nSettings come from flags, then COMPRAS_* variables, then compras.config.json.\n" +
        "Exit codes: 0 done, 1 failed, 2 wrong usage, 4 the portal changed.",
    );
  const commands = [
    runCommand(),
    scrapeCommand(),
    publishCommand(),
    serveCommand(),
    validateCommand(),
    mergeCommand(),
    practicePortalCommand(),
  ];
  for (const command of commands) program.addCommand(command);
  for (const command of [program, ...commands]) {
    command
      .exitOverride()
      .configureOutput({ outputError: (text, write) => write(`compras: ${oneLine(text)}\n`) });
  }
  return program;
}

/** Puts the file's settings below those of the environment and the flags, which commander applies after it. */
function applyConfigFile(program: Command): void {
  const config = readConfigFile();
  for (const command of program.commands) {
    for (const [name, value] of Object.entries(config)) {
      const isOption = command.options.some((option) => option.attributeName() === name);
      if (isOption) command.setOptionValueWithSource(name, value, "config");
    }
  }
}

function oneLine(text: string): string {
  return `${text
    .replace(/^error: /, "")
    .replace(/\s*\n\s*/g, " ")
    .trim()} See \`compras --help\`.`;
}
