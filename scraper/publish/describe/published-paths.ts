import { dataPaths } from "./data-paths.ts";
import { otherPaths } from "./other-paths.ts";
import { parametersOf, toPattern } from "./path-template.ts";
import type { PublishedPath } from "./published-path.ts";

/** Every path that the feed may have, each matched by one row. A format that adds a file adds its row to one of the two lists. */
export const publishedPaths: readonly PublishedPath[] = [...dataPaths, ...otherPaths];

const patterns = publishedPaths
  .filter(({ template }) => parametersOf(template).length > 0)
  .map((row) => ({ pattern: toPattern(row.template), row }));

/** The rows of `publishedPaths` whose template the path fits: one, for a path of the feed. */
export function matchPath(path: string): PublishedPath[] {
  return [
    ...publishedPaths.filter(({ template }) => template === path),
    ...patterns.flatMap(({ pattern, row }) => (pattern.test(path) ? [row] : [])),
  ];
}
