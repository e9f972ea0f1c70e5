import { PackagingError } from "./run-main.ts";
import type { Files } from "./zip-files.ts";

/**
 * The source map of every script of a build, named as the script. They are made by a second build, `mapped`: its scripts have
 * other hashes in their names and end in a line that names the map, and both would be in the package. Throws `PackagingError`
 * where anything else differs.
 */
export function gatherMaps(built: Files, mapped: Files): Files {
  const byName = new Map([...mapped].map(([path, bytes]) => [withoutHash(path), bytes]));
  const maps = new Map<string, Uint8Array>();
  for (const [path, script] of built) {
    if (!path.endsWith(".js")) continue;
    const again = byName.get(withoutHash(path));
    const map = byName.get(withoutHash(`${path}.map`));
    if (again === undefined || map === undefined || codeOf(again) !== codeOf(script)) {
      throw new PackagingError(
        `${path} is other code where it is built with its source map. Leave the sources alone while packages are made, and make them again.`,
      );
    }
    maps.set(`${path}.map`, map);
  }
  return maps;
}

/** @param path such as `tabs/print.6b9adaf8.js` */
const withoutHash = (path: string): string => path.replace(/\.[0-9a-f]{8}(?=\.js)/, "");

const codeOf = (script: Uint8Array): string =>
  Buffer.from(script)
    .toString()
    .replace(/\n\/\/# sourceMappingURL=\S+\s*$/, "")
    .trimEnd();
