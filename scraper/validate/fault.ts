/** What is wrong in a document, and where: `path` is a JSON pointer without its first slash, with the line before it in JSON Lines. */
export interface Fault {
  path: string;
  message: string;
}

/** Joins the steps to a value: `["releases", 0, "ocid"]` → `releases/0/ocid`; the document itself is `(root)`. */
export function faultPath(steps: readonly PropertyKey[]): string {
  return steps.map(String).join("/") || "(root)";
}
