import { Command, CommanderError } from "commander";
import { readConfigFile } from "./config-file.ts";
import { describeError, exitCodes, StopRunError } from "./errors.ts";
import { packageVersion } from "./version.ts";

/** Each command, loaded when it is asked for: what one of them needs shall not slow the others down. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  run: async () => (await import("./commands/run.ts")).runCommand(),
  scrape: async () => (await import("./commands/scrape.ts")).scrapeCommand(),
  publish: async () => (await import("./commands/publish.ts")).publishCommand(),
  schedule: async () => (await import("./commands/schedule.ts")).scheduleCommand(),
  status: async () => (await import("./commands/status.ts")).statusCommand(),
  serve: async () => (await import("./commands/serve.ts")).serveCommand(),
  validate: async () => (await import("./commands/validate.ts")).validateCommand(),
  merge: async () => (await import("./commands/merge.ts")).mergeCommand(),
  verify: async () => (await import("./commands/verify.ts")).verifyCommand(),
  pnt: async () => (await import("./commands/pnt.ts")).pntCommand(),
  imports: async () => (await import("./commands/imports.ts")).importsCommand(),
  doctor: async () => (await import("./commands/doctor.ts")).doctorCommand(),
  padron: async () => (await import("./commands/padron.ts")).padronCommand(),
  list69b: async () => (await import("./commands/list69b.ts")).list69bCommand(),
  rekey: async () => (await import("./commands/rekey.ts")).rekeyCommand(),
  "practice-portal": async () =>
    (await import("./commands/practice-portal.ts")).practicePortalCommand(),
};

/**
 * Runs the command that the arguments name and returns its exit code: 0 done, 1 failed, 2 wrong usage, 3 the sanity gate refused to
 * publish, 4 the portal changed.
 *
 * Results go to standard output, all else to standard error. An error is one line; its stack is shown with `--verbose` or
 * where COMPRAS_DEBUG is set.
 *
 * @param args without the program's name: `["scrape", "--limit", "5"]`.
 */
export async function runCli(args: readonly string[]): Promise<number> {
  const program = await buildProgram(args);
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

async function buildProgram(args: readonly string[]): Promise<Command> {
  const program = new Command("compras")
    .description("Durango's public tenders as open data (OCDS)")
    .version(packageVersion)
    .option("--verbose", "show where an error comes from")
    .addHelpText(
      "after",
      "\nSettings come from flags, then COMPRAS_* variables, then compras.config.json.\n" +
        "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 the sanity gate refused to publish, 4 the portal changed.",
    );
  const [name = ""] = args;
  const wanted = commands[name];
  // Without a command that is known, as for --help, all are needed.
  const loaders = wanted === undefined ? Object.values(commands) : [wanted];
  const loaded = await Promise.all(loaders.map((load) => load()));
  for (const command of loaded) program.addCommand(command);
  for (const command of [program, ...loaded.flatMap(withSubcommands)]) {
    command
      .exitOverride()
      .configureOutput({ outputError: (text, write) => write(`compras: ${oneLine(text)}\n`) });
  }
  return program;
}

/** Puts the file's settings below those of the environment and the flags, which commander applies after it. */
function applyConfigFile(program: Command): void {
  const config = readConfigFile();
  for (const command of program.commands.flatMap(withSubcommands)) {
    for (const [name, value] of Object.entries(config)) {
      const isOption = command.options.some((option) => option.attributeName() === name);
      if (isOption) command.setOptionValueWithSource(name, value, "config");
    }
  }
}

/** `pnt`, and `pnt import` below it. */
function withSubcommands(command: Command): Command[] {
  return [command, ...command.commands];
}

function oneLine(text: string): string {
  return `${text
    .replace(/^error: /, "")
    .replace(/\s*\n\s*/g, " ")
    .trim()} See \`compras --help\`.`;
}
