import { Command, Option } from "commander";
import * as z from "zod";
import { readAuthorities } from "../crawl/authorities.ts";
import { moveProfile } from "../crawl/portal-hosts.ts";
import { userAgentOf } from "../crawl/request-headers.ts";
import { examine } from "../doctor/examine.ts";
import { printReport } from "../doctor/print-report.ts";
import { saveSample } from "../doctor/save-sample.ts";
import {
  caOption,
  contactOption,
  delayOption,
  parseCount,
  portalOption,
  profileOption,
  timeoutOption,
} from "../options.ts";
import { findProfile } from "../portal-profiles.ts";

const DoctorOptions = z.object({
  profile: z.string(),
  portal: z.string().optional(),
  delay: z.number(),
  timeout: z.number(),
  retries: z.number(),
  ca: z.string().optional(),
  contact: z.string().optional(),
  save: z.string().optional(),
  json: z.boolean().default(false),
});

/** `compras doctor`: a report on standard output; exit code 0 the profile fits, 4 it does not, 1 the portal could not be looked at. */
export function doctorCommand(): Command {
  return new Command("doctor")
    .description(
      "look at a portal with a dozen requests: what is known of it now, what the profile lacks, a sample to keep",
    )
    .addOption(profileOption())
    .addOption(portalOption("the portal to look at"))
    .addOption(delayOption())
    .addOption(timeoutOption())
    .addOption(
      new Option("--retries <n>", "further attempts after a request that failed")
        .default(1)
        .argParser(parseCount(0, 3)),
    )
    .addOption(caOption())
    .addOption(contactOption())
    .option(
      "--save <folder>",
      "write the pages there as fixtures without personal data, and the profile with the lines that it lacks",
    )
    .option("--json", "the report for machines")
    .action(async (parsed: unknown) => {
      const options = DoctorOptions.parse(parsed);
      const declared = findProfile(options.profile);
      const examination = await examine({
        declared,
        profile: moveProfile(declared, options.portal),
        userAgent: userAgentOf(options.contact),
        authorities: options.ca === undefined ? undefined : readAuthorities(options.ca),
        delayMs: options.delay,
        concurrency: 1,
        timeoutMs: options.timeout,
        retries: options.retries,
        retryDelayMs: 1000,
        maxRetryAfterMs: 120_000,
        now: () => new Date(),
      });
      const { report } = examination;
      process.stdout.write(
        options.json ? `${JSON.stringify(report, null, 2)}\n` : printReport(report),
      );
      if (options.save !== undefined) {
        const files = saveSample(examination, declared, options.save);
        process.stderr.write(
          `${files.length} files were written to ${options.save}. Read them before you publish them: docs/primer-contacto.md says how.\n`,
        );
      }
      process.exitCode = report.exitCode;
    });
}
