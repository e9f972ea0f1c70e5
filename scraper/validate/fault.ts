/** What is wrong in a document, and where: `path` is a JSON pointer without its first slash, with the line before it in JSON Lines. */
export interface Fault {
  path: string;
  message: string;
}

/** Joins the steps to a value: `["releases", 0, "ocid"]` → `releases/0/ocid`; the document itself is `(root)`. */
export function faultPath(steps: readonly PropertyKey[]): string {
  return steps.map(escapeStep).join("/") || "(root)";
}

/** By RFC 6901, so that a slash in a field's name is not taken for a step. */
function escapeStep(step: PropertyKey): string {
  return String(step).replaceAll("~", "~0").replaceAll("/", "~1");
}
