import type { ValidateFunction } from "ajv";
import Ajv from "ajv-draft-04";
import formats from "ajv-formats";
import { knownExtensions } from "../../shared/ocds/extensions.ts";
import { hasTwins } from "../../shared/ocds/model/has-twins.ts";
import { describeError } from "../errors.ts";
import type { DocumentKind } from "./document-kind.ts";
import { type Fault, faultPath } from "./fault.ts";
import { isObject } from "./merge-patch.ts";
import { type OfficialSchemas, readSchemas } from "./schema-folder.ts";
import { findEmptyFields, findUnknownFields } from "./unknown-fields.ts";
import type { Check } from "./validate-files.ts";

type Schema = Record<string, unknown>;

interface Checker {
  check: Check;
  /** Of the declared extensions: those that the folder lacks. */
  faults: readonly Fault[];
}

/**
 * Returns what lists the faults of a document by the official schemas of OCDS 1.1.5 in `dir`, with the patches of the extensions
 * that the document declares; a release or a record alone declares none and is taken to use those that this project knows. Closed
 * codelists stand in the schemas. Unknown and empty fields are faults too.
 *
 * Throws `StopRunError` where the folder lacks the standard.
 */
export function officialSchemaCheck(dir: string): Check {
  const checkers = new Map<string, Checker>();
  const checkerOf = (extensions: readonly string[]) => {
    const key = JSON.stringify(extensions);
    const checker = checkers.get(key) ?? buildChecker(dir, extensions);
    checkers.set(key, checker);
    return checker;
  };
  return (kind, value) => {
    const isPackage = kind === "releasePackage" || kind === "recordPackage";
    if (!isPackage) return checkerOf(knownExtensions).check(kind, value);
    const { check, faults } = checkerOf(extensionsOf(value));
    return [...faults, ...check(kind, value)];
  };
}

function extensionsOf(value: unknown): string[] {
  const declared = isObject(value) ? value.extensions : undefined;
  return Array.isArray(declared) ? declared.map(String) : [];
}

function buildChecker(dir: string, extensions: readonly string[]): Checker {
  const { missing, ...schemas } = readSchemas(dir, extensions);
  const faults = missing.map((address) => ({
    path: "extensions",
    message: `the schema folder lacks the declared extension ${address}`,
  }));
  try {
    return { check: compileCheck(schemas), faults };
  } catch (error) {
    const message = `the declared extensions do not go together (${describeError(error)})`;
    return { check: () => [], faults: [...faults, { path: "extensions", message }] };
  }
}

function compileCheck(schemas: Omit<OfficialSchemas, "missing">): Check {
  const { release, releasePackage, recordPackage, versionedRelease } = schemas;
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  formats.default(ajv);
  // ajv compares each item with each other, which takes minutes for the releases of a large package.
  ajv.removeKeyword("uniqueItems");
  ajv.addKeyword({
    keyword: "uniqueItems",
    type: "array",
    schemaType: "boolean",
    validate: (isUnique: boolean, items: unknown[]) => !isUnique || !hasTwins(items),
    error: { message: "must not have an item twice" },
  });
  const byId = new Map<string, Schema>();
  ajv.addSchema(versionedRelease);
  for (const schema of [release, releasePackage, recordPackage]) {
    byId.set(String(schema.id), schema);
    ajv.addSchema(schema);
  }
  const refs: Record<DocumentKind, string> = {
    release: String(release.id),
    compiledRelease: String(release.id),
    releasePackage: String(releasePackage.id),
    recordPackage: String(recordPackage.id),
    record: `${String(recordPackage.id)}#/definitions/record`,
  };
  const validators = new Map(
    Object.values(refs).map((ref) => [ref, ajv.compile({ $ref: ref })] as const),
  );
  const resolve = resolver(byId);
  return (kind, value) => {
    const ref = refs[kind];
    return [
      ...schemaFaults(validators.get(ref), value),
      ...findUnknownFields(value, { $ref: ref }, resolve),
      ...findEmptyFields(value),
    ];
  };
}

function schemaFaults(validate: ValidateFunction | undefined, value: unknown): Fault[] {
  if (validate === undefined || validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) => ({
    path: instancePath.slice(1) || faultPath([]),
    message: `${message ?? "is not valid"} ${shorten(JSON.stringify(params))}`,
  }));
}

/** The codes of a long codelist help nobody. */
function shorten(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

/** Follows `#/definitions/Tender` within a schema and `<id>` or `<id>#/definitions/Tender` between them. */
function resolver(byId: ReadonlyMap<string, Schema>) {
  return (ref: string, from: Schema): { schema: Schema; root: Schema } | undefined => {
    const [id = "", pointer = ""] = ref.split("#");
    const root = id === "" ? from : byId.get(id);
    let schema: unknown = root;
    for (const step of pointer.split("/").slice(1)) {
      schema =
        typeof schema === "object" && schema !== null ? Reflect.get(schema, step) : undefined;
    }
    return root === undefined || typeof schema !== "object" || schema === null
      ? undefined
      : { schema: { ...schema }, root };
  };
}
