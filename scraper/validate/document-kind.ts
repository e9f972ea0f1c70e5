/** What an OCDS file can hold. */
export type DocumentKind = "releasePackage" | "recordPackage" | "compiledRelease" | "release";

/** A part of a document that is a whole of its own, with the steps that lead to it. */
export interface DocumentPart {
  kind: DocumentKind;
  steps: (string | number)[];
  value: Record<string, unknown>;
}

/**
 * The packages and releases in a document: itself, the items of a list, or the packages in the wrapper of Mexico's EDCA services
 * (`arrayReleasePackage`). Undefined for what is none of these.
 */
export function splitDocument(
  document: unknown,
  steps: (string | number)[] = [],
): DocumentPart[] | undefined {
  if (Array.isArray(document)) return splitList(document, steps);
  if (typeof document !== "object" || document === null) return undefined;
  const value: Record<string, unknown> = { ...document };
  if (Array.isArray(value.arrayReleasePackage)) {
    return splitList(value.arrayReleasePackage, [...steps, "arrayReleasePackage"]);
  }
  const kind = kindOf(value);
  return kind && [{ kind, steps, value }];
}

function splitList(items: readonly unknown[], steps: (string | number)[]) {
  const parts = items.map((item, index) => splitDocument(item, [...steps, index]));
  return parts.every((part) => part !== undefined) && parts.length > 0 ? parts.flat() : undefined;
}

function kindOf(value: Record<string, unknown>): DocumentKind | undefined {
  if ("records" in value) return "recordPackage";
  if ("releases" in value) return "releasePackage";
  if (!("ocid" in value)) return undefined;
  return Array.isArray(value.tag) && value.tag.includes("compiled") ? "compiledRelease" : "release";
}
