import type { ValidateFunction } from "ajv";
import Ajv from "ajv-draft-04";
import formats from "ajv-formats";
import { declaredExtensions } from "../../shared/ocds/extensions.ts";
import type { DocumentKind, DocumentPart } from "./document-kind.ts";
import { type Fault, faultPath } from "./fault.ts";
import { readSchemas } from "./schema-folder.ts";
import { findEmptyFields, findUnknownFields } from "./unknown-fields.ts";

type Schema = Record<string, unknown>;

interface Checker {
  validate: Record<DocumentKind, ValidateFunction>;
  schemas: Record<DocumentKind, Schema>;
  byId: ReadonlyMap<string, Schema>;
  missing: readonly string[];
}

/**
 * Returns what lists the faults of a document by the official schemas of OCDS 1.1.5 in `dir`, with the patches of the extensions
 * that the document declares; a release alone declares none and is taken to use those of this project. Closed codelists
 * stand in the schemas. Unknown and empty fields are faults too.
 */
export function officialSchemaCheck(dir: string): (part: DocumentPart) => Fault[] {
  const checkers = new Map<string, Checker>();
  return ({ kind, steps, value }) => {
    const extensions = Array.isArray(value.extensions)
      ? value.extensions.map(String)
      : declaredExtensions;
    const key = JSON.stringify(extensions);
    const checker = checkers.get(key) ?? buildChecker(dir, extensions);
    checkers.set(key, checker);
    const within = (fault: Fault): Fault =>
      steps.length === 0 ? fault : { ...fault, path: `${faultPath(steps)}/${fault.path}` };
    return [
      ...checker.missing.map((address) => ({
        path: "extensions",
        message: `the schema folder lacks the declared extension ${address}`,
      })),
      ...schemaFaults(checker.validate[kind], value),
      ...findUnknownFields(value, checker.schemas[kind], resolver(checker.byId)),
      ...findEmptyFields(value),
    ].map(within);
  };
}

function buildChecker(dir: string, extensions: readonly string[]): Checker {
  const { release, releasePackage, recordPackage, versionedRelease, missing } = readSchemas(
    dir,
    extensions,
  );
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  formats.default(ajv);
  const byId = new Map<string, Schema>();
  for (const schema of [release, releasePackage, recordPackage])
    byId.set(String(schema.id), schema);
  ajv.addSchema(release);
  ajv.addSchema(versionedRelease);
  const ofRelease = ajv.getSchema(String(release.id));
  if (ofRelease === undefined) throw new Error(`${dir}: the release schema has no usable id`);
  return {
    validate: {
      release: ofRelease,
      compiledRelease: ofRelease,
      releasePackage: ajv.compile(releasePackage),
      recordPackage: ajv.compile(recordPackage),
    },
    schemas: { release, compiledRelease: release, releasePackage, recordPackage },
    byId,
    missing,
  };
}

function schemaFaults(validate: ValidateFunction, value: unknown): Fault[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) => ({
    path: instancePath.slice(1) || "(root)",
    message: `${message ?? "is not valid"} ${JSON.stringify(params)}`,
  }));
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
