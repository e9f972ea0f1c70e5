import { existsSync, readFileSync } from "node:fs";
import * as z from "zod";
import { parseReadingHours } from "./crawl/reading-hours.ts";
import { describeIssues } from "./describe-issues.ts";
import { describeError, exitCodes, StopRunError } from "./errors.ts";
import { contactPattern } from "./options.ts";

/** Settings that stay the same from run to run. Flags and `COMPRAS_*` variables win over them. */
export const ConfigFile = z.strictObject({
  profile: z.string().min(1).optional(),
  portal: z.url().optional(),
  store: z.string().min(1).optional(),
  archive: z.string().min(1).optional(),
  out: z.string().min(1).optional(),
  baseUrl: z.url().optional(),
  contact: z.string().regex(contactPattern, "one line of Latin letters").optional(),
  ca: z.string().min(1).optional(),
  ocidPrefix: z.string().min(1).optional(),
  concurrency: z.int().positive().optional(),
  /** Milliseconds. */
  delay: z.int().nonnegative().optional(),
  maxRequestsPerDay: z.int().positive().optional(),
  /** Such as `22-6`. */
  hours: z
    .string()
    .refine((text) => parseReadingHours(text) !== undefined, "two different hours, such as 22-6")
    .transform(parseReadingHours)
    .optional(),
  /** Milliseconds. */
  timeout: z.int().positive().optional(),
  retries: z.int().nonnegative().optional(),
  /** Percent. */
  maxSkipped: z.number().min(0).max(100).optional(),
  documents: z.enum(["hash", "keep", "skip"]).optional(),
  maxDocuments: z.int().nonnegative().optional(),
  /** Megabytes. */
  maxDocumentSize: z.int().positive().optional(),
  /** Percent. */
  maxDrop: z.number().min(0).max(100).optional(),
  /** Percent. */
  maxWithdrawn: z.number().min(0).max(100).optional(),
  /** Percentage points. */
  maxCoverageDrop: z.number().min(0).max(100).optional(),
  cron: z.string().min(1).optional(),
  /** Minutes. */
  jitter: z.int().nonnegative().optional(),
  /** Hours. */
  maxAge: z.int().positive().optional(),
  port: z.int().min(0).max(65_535).optional(),
});
export type ConfigFile = z.infer<typeof ConfigFile>;

const configFileName = "compras.config.json";

/** The settings of `compras.config.json` in the current folder; none where it is absent. Throws `StopRunError` with exit code 2 for a file that cannot be used. */
export function readConfigFile(): ConfigFile {
  if (!existsSync(configFileName)) return {};
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(configFileName, "utf8"));
  } catch (cause) {
    throw wrong(`cannot be read as JSON (${describeError(cause)})`, cause);
  }
  const parsed = ConfigFile.safeParse(json);
  if (parsed.success) return parsed.data;
  throw wrong(describeIssues(parsed.error), parsed.error);
}

function wrong(what: string, cause: unknown): StopRunError {
  return new StopRunError(`${configFileName}: ${what}. Correct the file or remove it.`, {
    exitCode: exitCodes.wrongUsage,
    cause,
  });
}
