import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Command } from "commander";
import { allowedGrowth, soak } from "./soak.ts";

/** `npm run soak -- --runs 20`: weeks of a portal that changes and fails, in minutes. Ends with 1 where anything is not as it should be. */
const { runs, seed, minutes, verbose } = new Command("soak")
  .option("--runs <n>", "runs, four to a day", Number, 200)
  .option("--seed <n>", "of all that happens by chance", Number, Date.now() % 1_000_000)
  .option("--minutes <n>", "real time at most", Number, 10)
  .option("--verbose", "tell of each run", false)
  .parse()
  .opts<{ runs: number; seed: number; minutes: number; verbose: boolean }>();

const folder = mkdtempSync(path.join(tmpdir(), "compras-soak-"));
process.stderr.write(`soak: ${runs} runs with --seed ${seed} …\n`);
try {
  const result = await soak({
    runs,
    seed,
    procedures: 40,
    folder,
    maxMs: minutes * 60_000,
    onRun: (line) => verbose && process.stderr.write(`${line}\n`),
  });
  const { outcomes, growth, failures, passed } = result;
  const ends = Object.entries(outcomes).map(([name, count]) => `${count} ${name}`);
  process.stdout.write(`${result.runs} runs: ${ends.join(", ")}\n`);
  process.stdout.write(
    `memory a run: heap ${growth.heapKb.toFixed(1)} KB (${allowedGrowth.heapKb} allowed), RSS ${growth.rssKb.toFixed(1)} KB (${allowedGrowth.rssKb} allowed)\n`,
  );
  for (const failure of failures) process.stdout.write(`FAILED ${failure}\n`);
  process.stdout.write(`${passed} passed, ${failures.length} failed (--seed ${seed})\n`);
  if (failures.length > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
