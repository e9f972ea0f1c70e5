import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ValidateFunction } from "ajv";
import Ajv from "ajv-draft-04";
import formats from "ajv-formats";
import * as z from "zod";
import { declaredExtensions } from "../../../shared/ocds/extensions.ts";

const Schema = z.record(z.string(), z.unknown());
export type Schema = z.infer<typeof Schema>;

const beside = join(dirname(fileURLToPath(import.meta.url)), "../../../../shared/ocds");

/** The folder with the standard's own files: `OCDS_SCHEMA_DIR`, else the one beside the repository; undefined where neither is. */
export const officialFolder: string | undefined = [process.env.OCDS_SCHEMA_DIR, beside].find(
  (folder) => folder !== undefined && existsSync(join(folder, "1.1.5/release-schema.json")),
);

/**
 * The official release schema of OCDS 1.1.5 with extensions merged in (RFC 7396), made strict: it refuses fields that it does not
 * define, which the standard merely discourages.
 */
export function readOfficialSchema(
  folder: string,
  extensions: readonly string[] = declaredExtensions,
): Schema {
  let schema = readSchema(join(folder, "1.1.5/release-schema.json"));
  const needed: unknown[] = [];
  for (const address of extensions) {
    const extension = findExtension(folder, address);
    const { dependencies } = readSchema(join(extension, "extension.json"));
    if (Array.isArray(dependencies)) needed.push(...dependencies);
    schema = merge(schema, readSchema(join(extension, "release-schema.json")));
  }
  for (const address of needed) {
    // Of an extension that is only depended on, the definitions are needed, not the fields that it adds to others.
    const { definitions } = readSchema(
      join(findExtension(folder, String(address)), "release-schema.json"),
    );
    schema.definitions = { ...(definitions as Schema), ...(schema.definitions as Schema) };
  }
  closeObjects(schema);
  return schema;
}

/** What validates by that schema. */
export function compileOfficialSchema(
  folder: string,
  extensions: readonly string[] = declaredExtensions,
): ValidateFunction {
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats(ajv);
  return ajv.compile(readOfficialSchema(folder, extensions));
}

/** An extension's folder by the address of its `extension.json`. Folders are named `<repository>@<version>`. */
export function findExtension(folder: string, address: string): string {
  const repository = address.split("/").at(-3);
  const name = readdirSync(join(folder, "extensions")).find((entry) =>
    entry.startsWith(`${repository}@`),
  );
  if (name === undefined) throw new Error(`${folder}/extensions lacks ${repository}`);
  return join(folder, "extensions", name);
}

/** A JSON schema from its file. */
export function readSchema(file: string): Schema {
  return Schema.parse(JSON.parse(readFileSync(file, "utf8")));
}

function merge(target: Schema, patch: Schema): Schema {
  const merged = { ...target };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else if (isObject(value)) merged[key] = merge(isObject(merged[key]) ? merged[key] : {}, value);
    else merged[key] = value;
  }
  return merged;
}

function closeObjects(schema: unknown): void {
  if (Array.isArray(schema)) for (const item of schema) closeObjects(item);
  if (!isObject(schema)) return;
  for (const part of Object.values(schema)) closeObjects(part);
  if (
    isObject(schema.properties) &&
    !("type" in schema.properties && typeof schema.properties.type === "string")
  ) {
    schema.additionalProperties ??= false;
  }
}

export function isObject(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
