import type * as z from "zod";
import {
  CompiledRelease,
  OcdsRecord,
  RecordPackage,
  Release,
  ReleasePackage,
} from "../../shared/ocds/schema.ts";
import type { DocumentKind } from "./document-kind.ts";
import { type Fault, faultPath } from "./fault.ts";

type Issue = z.core.$ZodIssue;

const models: Record<DocumentKind, z.ZodType> = {
  releasePackage: ReleasePackage,
  recordPackage: RecordPackage,
  record: OcdsRecord,
  compiledRelease: CompiledRelease,
  release: Release,
};

/**
 * Faults of a document by the project's own model: OCDS 1.1.5 with the extensions that the project knows. It is stricter than the
 * standard's schema, which lets fields be empty and unknown.
 */
export function checkByModel(kind: DocumentKind, value: unknown): Fault[] {
  const result = models[kind].safeParse(value);
  if (result.success) return [];
  return result.error.issues
    .flatMap((issue) => spreadUnion(issue))
    .map(({ path, message }) => ({ path: faultPath(path), message }));
}

/** What is wrong by the nearest of several alternatives, where it is wrong inside: `releases` may be whole or linked. */
function spreadUnion(issue: Issue): Issue[] {
  if (issue.code !== "invalid_union") return [issue];
  const [nearest] = issue.errors
    .map((issues) => issues.flatMap(spreadUnion))
    .sort((a, b) => a.length - b.length);
  if (nearest === undefined || nearest.some(({ path }) => path.length === 0)) return [issue];
  return nearest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}
