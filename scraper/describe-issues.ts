import type * as z from "zod";

/** What a schema found wrong, on one line: `counts.read: expected number; (root): unrecognized key "x"`. */
export function describeIssues(error: z.ZodError): string {
  return listIssues(error).join("; ");
}

/** The same, one text an issue. */
export function listIssues(error: z.ZodError): string[] {
  return error.issues.map(
    ({ path, message }) => `${path.map(String).join(".") || "(root)"}: ${message}`,
  );
}
