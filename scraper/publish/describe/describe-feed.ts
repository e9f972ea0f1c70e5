import type { FeedFacts } from "../feed-facts.ts";
import type { DescribedPublication } from "../publication.ts";
import { writeDataPackage } from "./data-package.ts";
import { writeDcat } from "./dcat.ts";
import { writeDictionary } from "./dictionary.ts";
import { writeExtensionManifest } from "./extension-manifest.ts";
import { writeLicense } from "./license.ts";
import { writeOpenApi } from "./open-api.ts";
import { writePolicy } from "./policy.ts";

/**
 * The files that say what the feed is, in the order in which they are written: after every format, since the later ones list all
 * files that are there, and before `index.json`, which lists these too.
 */
export const feedDescribers: readonly ((
  publication: DescribedPublication,
  facts: FeedFacts,
) => Promise<void>)[] = [
  writeExtensionManifest,
  writeLicense,
  writePolicy,
  writeDictionary,
  writeOpenApi,
  writeDcat,
  writeDataPackage,
];
