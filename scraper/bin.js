#!/usr/bin/env node
// Plain JavaScript, so that a Node too old for the rest can still say what is wrong.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `compras: Node ${process.versions.node} is too old: install Node 20.19 or later and run the command again.\n`,
  );
  process.exitCode = 1;
} else {
  const { register } = await import("tsx/esm/api");
  register();
  const { runCli } = await import("./cli.ts");
  process.exitCode = await runCli(process.argv.slice(2));
}
