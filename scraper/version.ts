import { readFileSync } from "node:fs";
import * as z from "zod";

const packageFile = new URL("../package.json", import.meta.url);

/** The version of this package, for the user agent and `--version`. */
export const packageVersion: string = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(packageFile, "utf8"))).version;
