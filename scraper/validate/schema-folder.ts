import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describeError, StopRunError } from "../errors.ts";
import { isObject, mergePatch } from "./merge-patch.ts";

/** The official schemas of OCDS 1.1, patched by the extensions that a document declares. */
export interface OfficialSchemas {
  release: Record<string, unknown>;
  releasePackage: Record<string, unknown>;
  recordPackage: Record<string, unknown>;
  /** Record packages point to it. */
  versionedRelease: Record<string, unknown>;
  /** Declared extensions that the folder does not hold. */
  missing: string[];
}

/**
 * Reads schemas from a folder laid out as `1.1.5/*.json` and `extensions/<repository>@<version>/`, and applies the patches of the
 * extensions named by the addresses of their `extension.json`.
 *
 * Throws `StopRunError` where the folder lacks the standard itself.
 */
export function readSchemas(dir: string, extensions: readonly string[]): OfficialSchemas {
  const standard = path.join(dir, "1.1.5");
  const missing: string[] = [];
  let release = readJson(path.join(standard, "release-schema.json"));
  const needed: string[] = [];
  for (const address of extensions) {
    const folder = findExtension(dir, address);
    if (folder === undefined) {
      missing.push(address);
      continue;
    }
    const about = readJson(path.join(folder, "extension.json"));
    if (Array.isArray(about.dependencies)) needed.push(...about.dependencies.map(String));
    release = asObject(mergePatch(release, readPatch(folder)));
  }
  return {
    release: addDefinitions(dir, release, needed),
    releasePackage: readJson(path.join(standard, "release-package-schema.json")),
    recordPackage: readJson(path.join(standard, "record-package-schema.json")),
    versionedRelease: readJson(path.join(standard, "versioned-release-validation-schema.json")),
    missing,
  };
}

/**
 * An extension may point to definitions of another on which it depends. Those definitions are added; what the other would add
 * to existing objects is not, since the document does not declare it.
 */
function addDefinitions(
  dir: string,
  release: Record<string, unknown>,
  needed: readonly string[],
): Record<string, unknown> {
  let definitions = asObject(release.definitions);
  for (const address of needed) {
    const folder = findExtension(dir, address);
    if (folder === undefined) continue;
    definitions = { ...asObject(readPatch(folder).definitions ?? {}), ...definitions };
  }
  return { ...release, definitions };
}

/** `https://raw.githubusercontent.com/<owner>/<repository>/<version>/extension.json` → its folder; the version asked for, else the one there is. */
function findExtension(dir: string, address: string): string | undefined {
  const match = /\/(?<repository>[^/]+)\/(?<version>[^/]+)\/extension\.json$/.exec(address);
  const { repository, version } = match?.groups ?? {};
  if (repository === undefined) return undefined;
  const root = path.join(dir, "extensions");
  const found = (existsSync(root) ? readdirSync(root) : [])
    .filter((name) => name.startsWith(`${repository}@`))
    .sort();
  const name = found.find((candidate) => candidate === `${repository}@${version}`) ?? found[0];
  return name === undefined ? undefined : path.join(root, name);
}

function readPatch(folder: string): Record<string, unknown> {
  return readJson(path.join(folder, "release-schema.json"));
}

function readJson(file: string): Record<string, unknown> {
  try {
    return asObject(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    throw new StopRunError(
      `${file}: the schema cannot be read (${describeError(cause)}). Name a folder with --schema that holds 1.1.5/ and extensions/.`,
      { cause },
    );
  }
}

function asObject(value: unknown): Record<string, unknown> {
  if (isObject(value)) return value;
  throw new TypeError("not a JSON object");
}
