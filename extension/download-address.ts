const idName = "procedimiento";
const startName = "empezar";

/** The page that downloads a procedure's documents, and begins at once. @param id the portal's number. */
export function downloadAddress(id: string): string {
  const parameters = new URLSearchParams({ [idName]: id, [startName]: "1" });
  return `${chrome.runtime.getURL("tabs/documents.html")}#${parameters}`;
}

/** What the address of such a page asks for; it begins but once, and not again when it is loaded anew. */
export function readDownloadAddress(hash: string): { id: string; isToStart: boolean } {
  const parameters = new URLSearchParams(hash.slice(1));
  const id = parameters.get(idName) ?? "";
  return { id, isToStart: parameters.has(startName) };
}

/** The same address without the beginning. */
export function withoutStart(id: string): string {
  return `#${new URLSearchParams({ [idName]: id })}`;
}
