import type * as z from "zod";
import {
  CompiledRelease,
  RecordPackage,
  Release,
  ReleasePackage,
} from "../../shared/ocds/schema.ts";
import type { DocumentKind, DocumentPart } from "./document-kind.ts";
import { type Fault, faultPath } from "./fault.ts";

const models: Record<DocumentKind, z.ZodType> = {
  releasePackage: ReleasePackage,
  recordPackage: RecordPackage,
  compiledRelease: CompiledRelease,
  release: Release,
};

/** Faults of a document by the project's own model, which knows only what the project publishes and is stricter than the standard. */
export function checkByModel({ kind, steps, value }: DocumentPart): Fault[] {
  const result = models[kind].safeParse(value);
  if (result.success) return [];
  return result.error.issues.map((issue) => ({
    path: faultPath([...steps, ...issue.path]),
    message: issue.message,
  }));
}
