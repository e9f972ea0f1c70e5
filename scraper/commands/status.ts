import { Command, Option } from "commander";
import * as z from "zod";
import { StopRunError } from "../errors.ts";
import {
  cronOption,
  defaultCron,
  outOption,
  parseCount,
  profileOption,
  storeOption,
} from "../options.ts";
import { findProfile } from "../portal-profiles.ts";
import { describeStatus, findCheckFault } from "../schedule/describe-status.ts";
import { readStatus } from "../schedule/status.ts";
import { openStore } from "../store/open-store.ts";

const StatusOptions = z.object({
  profile: z.string(),
  store: z.string(),
  out: z.string(),
  cron: z.string().optional(),
  runs: z.number(),
  json: z.boolean().default(false),
  check: z.boolean().default(false),
  /** Hours. */
  maxAge: z.number(),
});

/** `compras status`: exit code 0 however the runs went, unless `--check` is given. */
export function statusCommand(): Command {
  return new Command("status")
    .description("how the last runs went, how old the published data is, what to look at")
    .addOption(profileOption())
    .addOption(storeOption())
    .addOption(outOption())
    .addOption(cronOption())
    .addOption(
      new Option("--runs <n>", "runs to tell of").default(10).argParser(parseCount(1, 1000)),
    )
    .option("--json", "as JSON, for programs")
    .option(
      "--check",
      "end with 1 where the last run failed, or where what is published is too old or missing",
    )
    .addOption(
      new Option("--max-age <hours>", "how old what is published may be for --check")
        .env("COMPRAS_MAX_AGE")
        .default(30)
        .argParser(parseCount(1)),
    )
    .action(async (parsed: unknown) => {
      const {
        profile,
        json,
        check,
        maxAge,
        store: file,
        ...settings
      } = StatusOptions.parse(parsed);
      const store = openStore(file, { mustExist: true });
      try {
        const status = await readStatus(store, {
          ...settings,
          cron: settings.cron,
          defaultCron,
          timeZone: findProfile(profile).timeZone,
          now: new Date(),
        });
        process.stdout.write(
          `${json ? JSON.stringify(status, undefined, 2) : describeStatus(status)}\n`,
        );
        const fault = check ? findCheckFault(status, maxAge) : undefined;
        if (fault !== undefined) throw new StopRunError(fault);
      } finally {
        store.close();
      }
    });
}
