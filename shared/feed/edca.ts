import * as z from "zod";
import { ReleasePackage } from "../ocds/schema.ts";

/** `edca/fiscalYears`: the years that `edca/contractingprocess/<year>` is there for. */
export const EdcaYears = z.object({ fiscalYears: z.array(z.object({ year: z.int() })) });

/** `edca/contractingprocess/<year>`. */
export const EdcaProcesses = z.object({ arrayReleasePackage: z.array(ReleasePackage) });
