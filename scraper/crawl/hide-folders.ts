import { homedir, tmpdir } from "node:os";
import path from "node:path";

/**
 * A message without the folders of this machine: what goes wrong in a run is published, and where the store lies is nobody's business.
 * `/home/ana/compras.archive/2026/x.warc.gz: …` → `compras.archive/2026/x.warc.gz: …`
 *
 * @param files that the run works with; their folders are hidden, and the user's, the current and the temporary one.
 */
export function hideFolders(message: string, files: readonly string[]): string {
  const folders = [...files.map((file) => path.dirname(path.resolve(file))), process.cwd()];
  // The longest first: one folder may lie in another.
  return [...folders, homedir(), tmpdir()]
    .filter((folder) => path.dirname(folder) !== folder)
    .sort((a, b) => b.length - a.length)
    .reduce((text, folder) => text.replaceAll(`${folder}${path.sep}`, ""), message);
}
